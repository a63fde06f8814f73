// Decides where a page of notices ends: never between two that came out in the same instant, or the second would be lost.
import { limits, type NoticePage, type NoticeRow } from '@class-pact/core/contract'

/** @param rows newest first, one more than a page if there is another page */
export function cutPage(rows: NoticeRow[]): NoticePage {
  const extra = rows[limits.PAGE_SIZE]
  if (!extra) return { rows }
  const page = rows.slice(0, limits.PAGE_SIZE)
  const whole = page.filter(({ publishedAt }) => publishedAt !== extra.publishedAt)
  const shown = whole.length > 0 ? whole : page
  return { rows: shown, next: shown[shown.length - 1]?.publishedAt }
}
