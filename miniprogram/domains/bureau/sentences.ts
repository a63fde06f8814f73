// Decides what is said when the cloud says no to the bureau, or to a school's appeal with its number (G22, C16).
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const BUREAU_SENTENCES: DomainSentences = {
  codes: {
    BUREAU_SEATED: plainRule('学校已有教育局席位，先结束原来的，再邀请。', offer('retry', '看现在的')),
    BUREAU_APART: plainRule('这个微信在学校里已有身份。教育局的席位请用另一个微信。', offer('acknowledge')),
    BUREAU_STATE: plainRule('这里刚有变化，请看过最新的再定。', offer('retry', '看最新的')),
    PERMISSION_UNKNOWN: plainRule('这个许可号不是发给本校的，或已用过、不在有效期。', offer('edit', '核对许可号')),
  },
  fields: {
    bureau: '请写教育局的全称。',
    purpose: '请写清用途，不写姓名。',
    until: '还有没整改的，请选整改到哪天。',
  },
}
