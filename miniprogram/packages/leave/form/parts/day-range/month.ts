// Decides what one month of the calendar shows, what each of its days is called, and what a tap on a day chooses.
import { mayBeSchoolDay } from '@class-pact/core/calendar'
import type { Day, SchoolCalendar } from '@class-pact/core/contract'
import { formatDate, formatDay } from '../../../../../services/format'
import { layOutMonth, type Month, type MonthView } from '../../../../../services/month'

/** The days chosen so far; `open` while the next tap may still name the last of them. */
export interface Choice {
  from: Day
  to: Day
  open: boolean
}

/** Which days there are to choose from, and what is known of them. */
export interface Bounds {
  start: Day
  end: Day
  today: Day
  calendar: SchoolCalendar
}

export interface MonthDay {
  day: Day
  number: number
  /** Under the number: a state is a word, never a colour alone. */
  word: string
  /** Classes. */
  look: string
  off: boolean
  /** For a screen reader. */
  label: string
}

/** Lays a month out, a week a row. */
export function layMonth(month: Month, choice: Choice, bounds: Bounds): MonthView<MonthDay> {
  return layOutMonth(month, (day) => layDay(day, choice, bounds), bounds)
}

/** The first tap names a day; a second one, on that day or a later one, names the last. An earlier day starts anew. */
export function chooseDay(choice: Choice, day: Day): Choice {
  return choice.open && day >= choice.from ? { ...choice, to: day, open: false } : { from: day, to: day, open: true }
}

/** 9月4日至9月7日; after the first of two taps what the second is for. */
export function describeChoice({ from, to, open }: Choice): string {
  if (open) return `${formatDate(from)}，再点最后一天`
  return from === to ? formatDate(from) : `${formatDate(from)}至${formatDate(to)}`
}

function layDay(day: Day, { from, to, open }: Choice, { start, end, today, calendar }: Bounds): MonthDay {
  const off = day < start || day > end
  const rest = !mayBeSchoolDay(day, calendar)
  const chosen = day >= from && day <= to
  const several = open || from !== to
  const looks: [name: string, applies: boolean][] = [
    ['off', off],
    ['rest', rest],
    ['today', day === today],
    ['chosen', chosen],
    ['from', day === from],
    ['to', day === to],
  ]
  // The first that applies stands under the number; a screen reader says all.
  const words: [word: string, applies: boolean][] = [
    ['从', several && day === from],
    ['到', several && !open && day === to],
    ['今天', day === today],
    ['一天', chosen && !several],
    ['休', rest && !off],
  ]
  const said: [word: string, applies: boolean][] = [
    ['今天', day === today],
    ['不上学', rest],
    ['第一天', several && day === from],
    ['最后一天', several && !open && day === to],
    ['已选', chosen],
    ['不能选', off],
  ]
  return {
    day,
    number: Number(day.slice(8)),
    word: applying(words)[0] ?? '',
    look: applying(looks).join(' '),
    off,
    label: [formatDay(day), ...applying(said)].join('，'),
  }
}

function applying(words: [word: string, applies: boolean][]): string[] {
  return words.filter(([, applies]) => applies).map(([word]) => word)
}
