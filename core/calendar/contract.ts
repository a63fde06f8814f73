// Decides what a phone may ask and learn about a school's own calendar (T06).
import * as z from 'zod/mini'
import {
  answer,
  CLOSURE_CAUSES,
  LEADERS,
  clockTime,
  day,
  digest,
  fileId,
  id,
  type DaySpan,
  type Instant,
  type Day,
  type Rows,
  type SchoolCalendar,
} from '../wire'

/** Six school years. */
export const TERMS_MAX = 12
/** Of six school years, several a month. */
export const CLOSURES_MAX = 200
/** Single days, a tenth of six years. */
const DAYS_MAX = 300

const span = { from: day, to: day }
const hours = z.object({ from: clockTime, to: clockTime })

/** core/calendar decides what contradicts itself in it. */
const schoolCalendar = z.object({
  rest: z.array(day).check(z.maxLength(DAYS_MAX)),
  school: z.array(day).check(z.maxLength(DAYS_MAX)),
  terms: z.optional(z.array(z.object(span)).check(z.maxLength(TERMS_MAX))),
  closures: z.optional(z.array(z.object({ ...span, cause: z.enum(CLOSURE_CAUSES) })).check(z.maxLength(CLOSURES_MAX))),
  hours: z.optional(z.object({ morning: hours, afternoon: hours })),
})

export const calendarRead = z.object({ schoolId: id })

export interface CalendarVersion {
  schoolId: string
  calendar: SchoolCalendar
  /** Changes so far; pass it with the next. */
  version: number
  today: Day
  /** As far as the school's own terms say something. */
  reach?: DaySpan
  changedAt?: Instant
}

/** `version`: the one that was read; another one since then is not overwritten. */
export const calendarUpdate = z.object({
  schoolId: id,
  version: z.int().check(z.gte(0)),
  calendar: schoolCalendar,
})

/** 学期 放假 补课日 不要 */
export const ENTRY_MEANINGS = ['term', 'closure', 'school', 'ignored'] as const
export type EntryMeaning = (typeof ENTRY_MEANINGS)[number]

/** Lines of a file that a leader answers for. */
export const ENTRIES_MAX = 300

const choices = {
  /** What the leader says of a line, by its number. */
  lines: z.optional(
    z
      .array(z.object({ line: z.int().check(z.gte(0)), meaning: z.enum(ENTRY_MEANINGS) }))
      .check(z.maxLength(ENTRIES_MAX)),
  ),
}
export interface CalendarChoices {
  lines?: { line: number; meaning: EntryMeaning }[]
}

export const calendarPreview = z.object({ schoolId: id, fileId, ...choices })

/** One line of a file, and what it was taken for. */
export interface CalendarEntry extends DaySpan {
  line: number
  /** As it stands in the file, shortened. */
  text: string
  meaning: EntryMeaning
  cause?: (typeof CLOSURE_CAUSES)[number]
  /** It is asked about: until it is answered it is left out. */
  doubtful: boolean
}

export interface CalendarPreview {
  digest: string
  version: number
  entries: CalendarEntry[]
  /** Lines in which no day was found. */
  unread: { line: number; text: string }[]
  /** The calendar as it would be. */
  calendar: SchoolCalendar
  /** What of the file cannot be kept beside the rest: the line. */
  misfit?: number
}

export const calendarImport = z.object({
  schoolId: id,
  fileId,
  /** Of the file and the answers, as previewed. */
  digest,
  version: z.int().check(z.gte(0)),
  ...choices,
})

export const calendarRows = {
  'calendar.read': {
    input: calendarRead,
    output: answer<CalendarVersion>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
  },
  'calendar.update': {
    input: calendarUpdate,
    output: answer<CalendarVersion>(),
    roles: LEADERS,
    scope: 'place',
    rate: { burst: 60, every: 10_000 },
  },
} as const satisfies Rows

/** The exporter answers them: a file is read. */
export const calendarFileRows = {
  'calendar.preview': {
    input: calendarPreview,
    output: answer<CalendarPreview>(),
    roles: LEADERS,
    scope: 'place',
    looks: true,
    rate: { burst: 30, every: 5_000 },
  },
  'calendar.import': {
    input: calendarImport,
    output: answer<CalendarVersion>(),
    roles: LEADERS,
    scope: 'place',
    rate: { burst: 20, every: 10_000 },
  },
} as const satisfies Rows
