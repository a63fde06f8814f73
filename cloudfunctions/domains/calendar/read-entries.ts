// Decides what lines of a calendar file mean: terms, days without lessons, days that are made up for (T06).
import { addDays } from '@class-pact/core/calendar'
import type {
  CalendarChoices,
  CalendarEntry,
  ClosureCause,
  DaySpan,
  EntryMeaning,
  SchoolCalendar,
} from '@class-pact/core/contract'
import { findSpans, schoolYearIn } from './read-days'

/** One line as the file has it. */
export interface FileLine {
  text: string
  /** Where the file says itself which days it means (.ics). */
  span?: DaySpan
}

/** Shown of a line, characters. */
const TEXT_MAX = 60
/** A span that long with 学期 in it is a term; shorter ones are days of one. */
const TERM_DAYS_LEAST = 60
const TERM_DAYS_MOST = 200
/** Days made up for at a stretch. */
const SWAP_DAYS_MOST = 7

const SCHOOL_WORDS = /补课|补班|补上|(?<!正式)上课(?!时间)|上班/
const TERM_WORDS = /学期|起止|教学时间|上课时间/
const START_WORDS = /开学|正式上课|学期开始|正式行课/
const END_WORDS = /学期结束|结束|散学|休业|结业|放寒假|放暑假|寒假开始|暑假开始/
const CAUSES: readonly (readonly [RegExp, ClosureCause])[] = [
  [/寒假/, 'winter'],
  [/暑假/, 'summer'],
  [/运动会/, 'sports'],
  [/考试|监测|考场/, 'exam'],
  [/停课/, 'suspended'],
  [/放假|休息|休假|假期|调休|元旦|春节|清明|劳动节|端午|中秋|国庆|春假|秋假/, 'holiday'],
]

type Meant = Pick<Draft, 'meaning' | 'cause'>
interface Draft extends DaySpan {
  line: number
  text: string
  clause: string
  meaning: EntryMeaning
  cause?: ClosureCause
}

export interface ReadEntries {
  entries: CalendarEntry[]
  unread: { line: number; text: string }[]
}

/** @param schoolYear the running one, where the file names none */
export function readEntries(lines: readonly FileLine[], schoolYear: number, choices: CalendarChoices): ReadEntries {
  const drafts: Draft[] = []
  const unread: ReadEntries['unread'] = []
  let year = schoolYear
  let line = 0
  for (const { text, span } of lines) {
    year = schoolYearIn(text) ?? year
    const shown = text.replace(/\s+/g, ' ').trim().slice(0, TEXT_MAX)
    let last: Meant | undefined
    for (const clause of span ? [text] : text.split(/[，,；;。\t\n]/)) {
      for (const each of span ? [span] : findSpans(clause, year)) {
        // A clause without a word of its own goes on with what the one before it means.
        last = takeFor(clause, each) ?? last ?? takeFor(text, each) ?? { meaning: 'ignored' }
        drafts.push({ line: line++, text: shown, clause, ...each, ...last })
      }
    }
    if (!last && /\d/.test(shown) && /[月日假学课]/.test(shown) && !schoolYearIn(shown)) {
      unread.push({ line: line++, text: shown })
    }
  }
  const answers = new Map(choices.lines?.map((each) => [each.line, each.meaning]))
  const entries = joinTerms(drafts).map(({ clause: _, ...draft }): CalendarEntry => {
    const answer = answers.get(draft.line)
    const meaning = answer ?? draft.meaning
    const { cause, ...rest } = draft
    return {
      ...rest,
      meaning,
      ...(meaning === 'closure' && { cause: cause ?? 'holiday' }),
      doubtful: answer === undefined && draft.meaning === 'ignored',
    }
  })
  return { entries, unread }
}

const daysOf = ({ from, to }: DaySpan) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

/** What the words of a clause mean; undefined: it has none that are known. */
function takeFor(words: string, span: DaySpan): Meant | undefined {
  const days = daysOf(span)
  if (SCHOOL_WORDS.test(words) && days <= SWAP_DAYS_MOST) return { meaning: 'school' }
  const isLong = days >= TERM_DAYS_LEAST && days <= TERM_DAYS_MOST
  if (isLong && TERM_WORDS.test(words) && !/寒假|暑假/.test(words)) return { meaning: 'term' }
  if (days === 1 && (START_WORDS.test(words) || END_WORDS.test(words))) return { meaning: 'ignored' }
  const cause = CAUSES.find(([pattern]) => pattern.test(words))?.[1]
  return cause && { meaning: 'closure', cause }
}

/** 9月1日开学 … 1月22日结束: two days are the two ends of a term. */
function joinTerms(drafts: Draft[]): Draft[] {
  const isSingle = ({ from, to }: DaySpan) => from === to
  const taken = new Set<Draft>()
  const joined = drafts.map((draft): Draft => {
    if (draft.meaning !== 'ignored' || !isSingle(draft) || !START_WORDS.test(draft.clause)) return draft
    const end = drafts.find(
      (each) =>
        !taken.has(each) &&
        isSingle(each) &&
        END_WORDS.test(each.clause) &&
        each.from >= addDays(draft.from, TERM_DAYS_LEAST) &&
        each.from <= addDays(draft.from, TERM_DAYS_MOST),
    )
    if (!end) return draft
    taken.add(end)
    // 1月23日放寒假: the holiday's first day is no day of the term.
    const to = /放寒假|放暑假|假开始/.test(end.clause) ? addDays(end.from, -1) : end.from
    return { ...draft, to, meaning: 'term' }
  })
  return joined.filter((draft) => !taken.has(draft))
}

/** The calendar with the entries in it: what the file says of a day goes before what stood there. */
export function addEntries(calendar: SchoolCalendar, entries: readonly CalendarEntry[]): SchoolCalendar {
  const of = (meaning: EntryMeaning) => entries.filter((each) => each.meaning === meaning)
  const terms = of('term').map(({ from, to }) => ({ from, to }))
  const closures = of('closure').map(({ from, to, cause = 'holiday' }) => ({ from, to, cause }))
  const school = of('school').flatMap(({ from, to }) => daysIn({ from, to }))
  const overlaps = (one: DaySpan, other: DaySpan) => one.from <= other.to && other.from <= one.to
  return {
    rest: calendar.rest.filter((day) => !school.includes(day)),
    school: [...calendar.school.filter((day) => !closures.some(({ from, to }) => day >= from && day <= to)), ...school],
    terms: [...(calendar.terms ?? []).filter((term) => !terms.some((each) => overlaps(term, each))), ...terms],
    closures: [
      ...(calendar.closures ?? []).filter((closure) => !closures.some((each) => overlaps(closure, each))),
      ...closures,
    ],
    ...(calendar.hours && { hours: calendar.hours }),
  }
}

function daysIn({ from, to }: DaySpan): string[] {
  const days: string[] = []
  for (let day = from; day <= to && days.length < TERM_DAYS_MOST; day = addDays(day, 1)) days.push(day)
  return days
}
