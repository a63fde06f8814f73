// Decides which days a line of a calendar names, however schools write them, and which year they are of.
import type { Day, DaySpan } from '@class-pact/core/contract'

/** 2026-2027学年, 2026学年: where a line names no year, autumn is of its first and spring of its second. */
const SCHOOL_YEAR = /(20\d\d)\s*(?:年)?\s*[-—–~～至到/]?\s*(?:20\d\d)?\s*(?:年)?\s*学年/
const YEAR = /(20\d\d)\s*年/
/** Months from here on lie in the first calendar year of a school year. */
const AUTUMN = 8

/** One day, or the rest of one after 至: year and month may be those of the day before. */
const FULL = /(?:(20\d\d)\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?/
/** What stands between two days that are one span; two columns with whole dates are one too. */
const JOINT =
  /^\s*(?:[（(][^（）()]{0,6}[）)]|[周星][期一二三四五六日天]{1,2})?\s*(?:(?:[-—–~～至到]+|起至)\s*|\s+(?=20\d\d\s*[年./-]))/
const SHORT = /^(\d{1,2})\s*[日号]/

/** The year in which the school year of a text began; undefined: it names none. */
export function schoolYearIn(text: string): number | undefined {
  const [, year] = SCHOOL_YEAR.exec(text) ?? []
  return year === undefined ? undefined : Number(year)
}

const isReal = (day: Day) => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
const dayOf = (year: number, month: number, date: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** Every span that a clause names; a single day is one. `schoolYear`: where no year is written. */
export function findSpans(clause: string, schoolYear: number): DaySpan[] {
  const spans: DaySpan[] = []
  let rest = clause.replace(SCHOOL_YEAR, ' ')
  const [, spoken] = YEAR.exec(rest) ?? []
  let known = spoken === undefined ? undefined : Number(spoken)
  const yearOf = (month: number) => known ?? (month >= AUTUMN ? schoolYear : schoolYear + 1)
  for (let found = FULL.exec(rest); found; found = FULL.exec(rest)) {
    const [whole, year, month, date] = found
    if (year !== undefined) known = Number(year)
    const from = dayOf(yearOf(Number(month)), Number(month), Number(date))
    rest = rest.slice(found.index + whole.length)
    const joint = JOINT.exec(rest)
    let to = from
    if (joint) {
      const after = rest.slice(joint[0].length)
      const second = FULL.exec(after)
      const short = SHORT.exec(after)
      if (second?.index === 0) {
        const [text, laterYear, laterMonth, laterDate] = second
        if (laterYear !== undefined) known = Number(laterYear)
        to = dayOf(yearOf(Number(laterMonth)), Number(laterMonth), Number(laterDate))
        // 12月30日至1月2日, with the year written once.
        if (to < from && laterYear === undefined)
          to = dayOf(Number(to.slice(0, 4)) + 1, Number(laterMonth), Number(laterDate))
        rest = after.slice(text.length)
      } else if (short) {
        to = dayOf(Number(from.slice(0, 4)), Number(month), Number(short[1]))
        rest = after.slice(short[0].length)
      }
    }
    if (isReal(from) && isReal(to) && from <= to) spans.push({ from, to })
  }
  return spans
}
