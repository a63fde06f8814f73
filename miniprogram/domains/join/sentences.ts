// Decides what is said when the cloud says no to somebody who wants to come in.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const JOIN_SENTENCES: DomainSentences = {
  rules: { SEATS_FULL: 'M01', NOT_ON_ROSTER: 'M02', PUPIL_REFUSED: 'M03', SUBJECT_NEEDED: 'M07' },
  codes: {
    INVITATION_INVALID: plainRule('邀请已失效，请老师再发一张。', offer('acknowledge')),
    CLASS_TAKEN: plainRule('这个班现在有另一位班主任。要换人，请现任班主任或校长发起移交。', offer('acknowledge')),
    APPLICATION_DECIDED: plainRule('这份申请已经处理过了。', offer('acknowledge')),
  },
  fields: {
    guardianName: '您的姓名只写文字，不写数字和网址。',
    childName: '孩子的姓名只写文字，不写数字和网址。',
    subject: '科目只写文字，如语文、体育。',
  },
}
