// Decides what is said when the cloud says no about offices, hand-overs and stand-ins.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const OFFICE_SENTENCES: DomainSentences = {
  codes: {
    OFFICE_TAKEN: plainRule(
      ({ what }) => `这个职务现在是${what || '别人'}担任，请先在教职工名单里结束，再请新的人。`,
      offer('acknowledge'),
    ),
    HANDOVER_WAITS: plainRule(
      ({ what }) => `还在等${what || '现任班主任'}确认交接。本人已不在岗的，可由学校确认。`,
      offer('acknowledge'),
    ),
    STAND_IN_DAYS: plainRule('代理从今天或以后开始，最长一个学期。', offer('edit')),
  },
  fields: {
    grade: '请选一个年级。',
    until: '到期那天不能早于今天；校长和教导处没有到期日。',
  },
}
