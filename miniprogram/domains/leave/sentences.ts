// Decides what is said when the cloud says no to a leave.
import { limits } from '@class-pact/core/contract'
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const LEAVE_SENTENCES: DomainSentences = {
  rules: { APPLICANT_CANNOT_APPROVE: 'L03' },
  codes: {
    LEAVE_OVERLAP: plainRule(({ what }) => `${what ?? '这几天'}已请过假。`, offer('see_leave')),
    LEAVE_STATE: plainRule('这张假条已经处理过了。', offer('acknowledge')),
    LEAVE_LATE: plainRule(
      ({ what }) => `请假日期要从${what ?? '今天'}起，更早的请联系老师。`,
      offer('change_day'),
      offer('contact_teacher'),
    ),
    LEAVE_AHEAD: plainRule(
      ({ what }) => `请假日期最晚到${what ?? '本学年末'}，以后的请到时再请。`,
      offer('change_day'),
    ),
    LEAVE_EMPTY: plainRule('这几天不上学，不用请假。', offer('change_day')),
  },
  fields: {
    span: `一张假条最多${limits.LEAVE_DAYS_MAX}天，请分开填。`,
    'span.leaveAt': '离校的时间不在所选的半天里，请改时间或改上午、下午。',
    'span.backAt': '到校的时间不在所选的半天里，或早于离校，请改时间。',
  },
}
