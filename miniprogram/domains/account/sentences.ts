// Decides what is said when the cloud says no to a seat that is to go to another account.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const ACCOUNT_SENTENCES: DomainSentences = {
  codes: {
    MOVE_DENIED: plainRule('原来的微信说不是本人，不能换。请打电话问清楚，再决定不通过。', offer('acknowledge')),
    MOVE_UNANSWERED: plainRule(
      '原来的微信还没有回应。请先打电话核实，再选“已核实，原微信不用了”。',
      offer('acknowledge'),
    ),
  },
  fields: { seat: '请先选要换的是哪一位家长的席位。' },
}
