// Decides what is said when the cloud says no to a school that begins, or to its roster.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const SCHOOL_SENTENCES: DomainSentences = {
  codes: {
    ACTIVATION_INVALID: plainRule('激活码不对或已用过，请向开通人员核对。', offer('edit')),
    FILE_UNREADABLE: plainRule(
      '这个文件读不出名单，请用模板填好再传。',
      offer('retry', '换个文件'),
      offer('use_template'),
    ),
    CALENDAR_CHANGED: plainRule('另一位领导刚改过校历，请看过最新的再改。', offer('retry', '看最新的')),
    FILE_CHANGED: plainRule('文件或选择和刚才预览的不一样，请重新预览。', offer('retry', '重新预览')),
  },
  fields: {
    principalName: '姓名只写文字，不写数字和网址。',
    schoolName: '校名要有看得见的字。',
  },
}

/** What a file of a roster lacks: `FILE_UNREADABLE` names it in its field. */
export const FILE_SENTENCES: Record<string, string | undefined> = {
  kind: '这不是表格。请在电脑上打开它，另存为.xlsx再传，或用模板填好再传。',
  password: '这个文件加了密码。请去掉密码，另存一份再传。',
  file: '这个文件打不开，可能坏了。请在电脑上打开它，另存为.xlsx再传。',
  size: '这个文件太大。名单只要文字，请删掉图片和多余的表，或分几个班传。',
  sheet: '这个文件的行或工作表太多（最多5000行）。请分几份传。',
  days: '没有找到日期。校历要一行写一件事，例：寒假 2027年1月23日至2月21日。只有周历表格的，请把起止日期写成文字再传。',
  'paper.kind': '这不是能读的制度文件。请存成.docx、.pdf或.txt再选，也可以把文字贴进来。',
  'paper.password': '这个文件加了密码。请去掉密码，另存一份再选。',
  'paper.file': '这个文件打不开，可能坏了。请另存一份，或把文字贴进来。',
  'paper.size': '这份制度太长，最多4万字。请只留和班级群、家校联系有关的几页。',
  'paper.scan': '这个PDF是扫描的图片，里面没有文字。请贴文字，或选Word文件。',
  'paper.empty': '这里面没有读到文字。请把文字贴进来。',
  header: '没有找到表头。请在名单上面加一行，写明哪一列是姓名，再传。',
}
