// Decides what is said when the cloud says no to anybody, whatever they did.
import { plainRule, type DomainSentences } from './rule-copy'
import { offer } from './way-outs'

export const SHARED_SENTENCES: DomainSentences = {
  rules: { FORBIDDEN: 'M14', CONSENT_NEEDED: 'M12', CARD_NEEDED: 'M10', TRY_AGAIN: 'G18' },
  codes: {
    OFFLINE: plainRule('网络不通。已存草稿，联网后再提交。', offer('retry')),
    INPUT_INVALID: plainRule('有一处填得不对，请看一下。', offer('edit')),
    REQUEST_REUSED: plainRule('内容和刚才提交的不一样，这次没有做，请再提交一次。', offer('retry')),
    TOO_MANY: plainRule(
      ({ until }) => `短时间内次数到上限了，${until ? `${until}后` : '过一会儿'}可以继续。`,
      offer('acknowledge'),
    ),
    ACTION_UNKNOWN: plainRule('小程序刚更新，请关掉再打开。', offer('back_to_today')),
    UPLOADS_FULL: plainRule('今天传的文件已经很多，请您明天再传。', offer('acknowledge')),
    POST_REFUSED: plainRule('这段话不合适，没有提交，请改一改。', offer('edit')),
    LAST_IN_POST: plainRule(
      ({ post, what }) =>
        post === 'principal'
          ? `您是${what ?? '学校'}唯一的校长，请先联系开通人员换一位校长，再删除。`
          : `您是${what ?? '这个班'}的班主任，请先请校长换一位班主任，再删除。`,
      offer('acknowledge'),
    ),
  },
  fields: {
    name: '姓名只写文字，不写数字和网址。',
    reason: '原因要有看得见的字。',
    words: '说明要有看得见的字。',
  },
}
