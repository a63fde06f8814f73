// Decides what is said when the cloud says no to a timetable.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const TIMETABLE_SENTENCES: DomainSentences = {
  codes: {
    TIMETABLE_CHANGED: plainRule('课程表刚刚有人改过，请再看一遍。', offer('retry', '重新看')),
  },
}
