// Decides what is said when the cloud says no to a roll.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const ROLL_SENTENCES: DomainSentences = {
  rules: {},
  codes: {
    ROLL_CHANGED: plainRule('班级名单刚有变动，请再看一遍名单后保存。', offer('retry')),
    ROLL_DAY: plainRule('点名只记当天的。请看手机的日期和时间是否准确。', offer('acknowledge')),
    ROLL_REST: plainRule('这一天不上课，不用点名。', offer('acknowledge')),
    CONTACT_STATE: plainRule('这个孩子已经有人处理过了。', offer('retry')),
  },
  fields: {
    cause: '请选一个原因。',
  },
}
