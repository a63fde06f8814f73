// Decides what is said beside a date of which nobody knows whether it is a school day (T06, PC-17).
import type { CalendarGap, Day } from '@class-pact/core/contract'

const GAP_WORDS: Record<CalendarGap, string> = {
  term: '下学期校历还没录入，按周一至周五算',
  holiday: '学校的寒暑假还没录入，按周一至周五算',
  year: '校历未发布，按周一至周五算',
}

/** The sentence of a gap; empty where there is none. `day`: the year that is not published. */
export function sayGap(gap: CalendarGap | undefined, day: Day = ''): string {
  if (!gap) return ''
  return gap === 'year' && day ? `${day.slice(0, 4)}年${GAP_WORDS.year}` : GAP_WORDS[gap]
}
