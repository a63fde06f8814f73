// Decides which new version of a pact a person is told of: each until they have looked at it on this phone.
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, PactNews } from '@class-pact/core/contract'
import { formatDate } from '../../services/format'

const PREFIX = 'pact-seen:'

export interface NewsLine {
  schoolId: string
  version: number
  text: string
}

/** 公约有新版本，9月8日起; 公约有新版本，9月8日起已执行 */
function sayNews({ effectiveFrom }: Pick<PactNews, 'effectiveFrom'>, now: Instant): string {
  return `公约有新版本，${formatDate(effectiveFrom)}起${effectiveFrom <= beijingDay(now) ? '已执行' : '执行'}`
}

/** The news that this phone has not shown in full yet. */
export function listNews(news: readonly PactNews[], now: Instant): NewsLine[] {
  return news
    .filter(({ schoolId, version }) => readSeen(schoolId) < version)
    .map((each) => ({ schoolId: each.schoolId, version: each.version, text: sayNews(each, now) }))
}

/** Somebody has read this version: it is no news any more. */
export function noteSeen(schoolId: string, version: number): void {
  if (readSeen(schoolId) < version) wx.setStorageSync(PREFIX + schoolId, version)
}

function readSeen(schoolId: string): number {
  return Number(wx.getStorageSync(PREFIX + schoolId)) || 0
}
