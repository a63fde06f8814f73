// Decides how an urgent post reads to the leaders afterwards: its reason first, then who sent it, where and when (T01).
import type { Instant, Overrides } from '@class-pact/core/contract'
import { formatMoment } from '../../../services/format'
import { URGENT_WORDS } from '../../../services/words'

export interface OverrideView {
  noticeId: string
  title: string
  cause: string
  reason: string
  who: string
  isMine: boolean
  label: string
}

export interface OverridesView {
  overrides: OverrideView[]
  /** There are more than a page. */
  more: string
}

export function presentOverrides({ overrides, total }: Overrides, now: Instant): OverridesView {
  return {
    overrides: overrides.map(
      ({ noticeId, title = '写给一个家庭的通知', author, className, cause, reason, at, isMine }) => ({
        ...{ noticeId, title, reason, isMine },
        cause: URGENT_WORDS[cause],
        who: [className, author, formatMoment(at, now)].filter(Boolean).join('，'),
        label: `${title}，${author}，${URGENT_WORDS[cause]}`,
      }),
    ),
    more: total > overrides.length ? `共${total}条没看，先显示最早的${overrides.length}条` : '',
  }
}
