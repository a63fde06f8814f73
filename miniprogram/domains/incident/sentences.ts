// Decides what is said when the cloud says no to an incident.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const INCIDENT_SENTENCES: DomainSentences = {
  codes: {
    INCIDENT_CHANGED: plainRule('别的老师刚刚改过这一条，请再看一遍。', offer('retry', '重新看')),
  },
  fields: {
    at: '时间要在最近12小时内，不能晚于现在。',
    'stamp.at': '时间要在最近12小时内，不能晚于现在。',
    way: '意外伤害要送医，不能只由家长领回。',
    'stamp.way': '意外伤害要送医，不能只由家长领回。',
    to: '医院或姓名请只写文字。',
    'stamp.to': '医院或姓名请只写文字。',
  },
}
