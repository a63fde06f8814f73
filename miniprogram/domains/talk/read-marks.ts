// Decides which talks have news, on this phone alone: nobody else learns what was read, or when.
import type { Instant } from '@class-pact/core/contract'

const KEY = 'talks-read'
/** Older marks go: a talk that old has no news. */
const MARKS_MAX = 200

type Marks = [talkId: string, at: Instant][]

function readMarks(): Marks {
  const kept: Marks | '' = wx.getStorageSync(KEY)
  return kept || []
}

/** There is a letter later than what was read last. */
export function hasNews(talkId: string, lastAt: Instant): boolean {
  const mark = readMarks().find(([id]) => id === talkId)
  return mark === undefined || mark[1] < lastAt
}

/** Read as far as this. */
export function markTalkRead(talkId: string, at: Instant): void {
  const others = readMarks().filter(([id]) => id !== talkId)
  wx.setStorageSync(KEY, [[talkId, at], ...others].slice(0, MARKS_MAX))
}
