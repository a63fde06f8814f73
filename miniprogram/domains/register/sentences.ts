// Decides what is said when the cloud says no to a register or an entry.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const REGISTER_SENTENCES: DomainSentences = {
  codes: {
    REGISTERS_CHANGED: plainRule('台账设置刚刚有人改过，请再看一遍。', offer('retry', '重新看')),
    REGISTER_SLOT: plainRule('这一次现在不用填：还没到时候，或者早已过去。', offer('back_to_today')),
    REGISTER_FIRST: plainRule(
      ({ what }) => `请先办${what ? `“${what}”` : '另一本台账'}，再来填这一本。`,
      offer('back_to_today'),
    ),
    ENTRY_CHANGED: plainRule('刚刚有人写过这一条，您填的还在，请再看一遍。', offer('retry', '重新看')),
    ENTRY_STATE: plainRule('这一步已经有人办了，或者还没轮到，请再看一遍。', offer('retry', '重新看')),
  },
}
