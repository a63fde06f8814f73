// Decides what is said when the cloud says no about the members of a class, or about what one of them did.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const CLASS_SENTENCES: DomainSentences = {
  rules: { NOT_COMMITTEE: 'M06' },
  codes: {
    CASE_OPEN: plainRule('这位家长的事正在处理，请接着那一件办。', offer('acknowledge')),
    CASE_STATE: plainRule('这件事已了结，或已转校长处理。', offer('acknowledge')),
    CASE_STEP: plainRule('要一步一步来，只能做下一步。', offer('acknowledge')),
  },
  fields: { evidence: '经过要有看得见的字。' },
}
