// Decides the figures of one notice, class by class: signed, reached, how soon, told how, and who is owed (X01, X04).
import type { Instant, NoticeLine } from '@class-pact/core/contract'
import { countEntries, entryState, isPast, standingSignature, wantsReply } from '@class-pact/core/notice'
import { noWays, ratesOf } from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import type { NoticeSlip } from './find-notice'

const MINUTE_MS = 60_000
const HALF = 0.5
const NINE_TENTHS = 0.9

export const readNotice: Handler<'statistics.notice', NoticeSlip[]> = (_input, { found, now }) => {
  const [first] = found
  if (!first) return Promise.resolve(refuse('FORBIDDEN'))
  const { noticeId, title, kind, publishedAt, deadline } = first
  return Promise.resolve(
    succeed({
      ...{ noticeId, title, kind, publishedAt, ...(deadline !== undefined && { deadline }), asOf: now },
      all: lineOf(found, now),
      classes: found.map((slip) => ({
        ...{ classId: slip.classId, className: slip.className },
        ...lineOf([slip], now),
      })),
    }),
  )
}

/** Of all lines together; nothing is averaged over averages. */
function lineOf(slips: readonly NoticeSlip[], now: Instant): NoticeLine {
  const all = slips.map(({ entries, signFrom }) => countEntries(entries, signFrom))
  const sum = (field: keyof (typeof all)[number]) => all.reduce((total, counts) => total + counts[field], 0)
  const counts = {
    ...{ total: sum('total'), signed: sum('signed'), followed: sum('followed') },
    ...{ read: sum('read'), missing: sum('missing') },
  }
  const minutes = slips
    .flatMap(({ entries, signFrom, publishedAt }) =>
      Object.values(entries).flatMap((entry) => {
        const at = standingSignature(entry, signFrom)
        return at === undefined ? [] : [Math.floor((at - publishedAt) / MINUTE_MS)]
      }),
    )
    .sort((a, b) => a - b)
  const until = (share: number) => minutes[Math.max(0, Math.ceil(counts.total * share) - 1)]
  const half = until(HALF)
  const most = until(NINE_TENTHS)
  const ways = noWays()
  for (const { entries, signFrom } of slips) {
    for (const entry of Object.values(entries)) {
      const last = entry.followUps.at(-1)
      if (last && entryState(entry, signFrom) === 'followed') ways[last.way]++
    }
  }
  const owing = slips.filter(
    ({ state, replyMode, deadline }) => state === 'running' && wantsReply(replyMode) && isPast(deadline, now),
  )
  return {
    counts,
    ...(slips.some(({ replyMode }) => wantsReply(replyMode)) && ratesOf(counts)),
    ...(half !== undefined && { halfMinutes: half }),
    ...(most !== undefined && { nineTenthsMinutes: most }),
    ways,
    owed: owing.reduce((total, { entries, signFrom }) => total + countEntries(entries, signFrom).missing, 0),
  }
}
