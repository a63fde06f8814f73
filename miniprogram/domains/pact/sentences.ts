// Decides what is said when the cloud says no to a change of the pact, or to what a supervisor tells.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const PACT_SENTENCES: DomainSentences = {
  codes: {
    PACT_CHANGED: plainRule('刚有新的版本，请看过再调整。', offer('acknowledge', '看新版本')),
    REPORT_ANSWERED: plainRule('这件事已经答复过了。', offer('acknowledge')),
  },
}
