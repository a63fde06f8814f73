// Decides how an urgent post reads to the leaders afterwards: its reason first, then who sent it, where and when (T01).
import type { Instant, Override } from '@class-pact/core/contract'
import { formatMoment } from '../../../services/format'
import { URGENT_WORDS } from '../../../domains/notice/words'

export interface OverrideView {
  noticeId: string
  title: string
  cause: string
  reason: string
  who: string
  isMine: boolean
  label: string
}

export function presentOverrides(overrides: readonly Override[], now: Instant): OverrideView[] {
  return overrides.map(({ noticeId, title = '写给一个家庭的通知', author, className, cause, reason, at, isMine }) => ({
    ...{ noticeId, title, reason, isMine },
    cause: URGENT_WORDS[cause],
    who: [className, author, formatMoment(at, now)].filter(Boolean).join('，'),
    label: `${title}，${author}，${URGENT_WORDS[cause]}`,
  }))
}
