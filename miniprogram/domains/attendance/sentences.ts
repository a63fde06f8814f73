// Decides what is said when the cloud says no about attendance.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const ATTENDANCE_SENTENCES: DomainSentences = {
  rules: {},
  codes: {
    STEP_DONE: plainRule('这一步已经有人记下了。', offer('retry')),
  },
  fields: {
    to: '请选上报给了谁。',
  },
}
