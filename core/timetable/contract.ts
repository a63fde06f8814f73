// Decides what a phone may ask and learn about a class's timetable (E23).
import * as z from 'zod/mini'
import { LEADERS, answer, clockTime, id, limits, subject, type Instant, type Rows } from '../wire'

/** One lesson of the day: half open, as all intervals of the house. */
const period = z.object({ from: clockTime, to: clockTime })

export const timetableRead = z.object({ classId: id })

/** A row a lesson, a column a weekday from Monday on; '' where there is none. */
export const timetableSave = z.object({
  classId: id,
  periods: z.array(period).check(z.minLength(1), z.maxLength(limits.PERIODS_MAX)),
  days: z
    .array(z.array(z.union([subject, z.literal('')])).check(z.maxLength(limits.PERIODS_MAX)))
    .check(z.minLength(1), z.maxLength(limits.WEEKDAYS_MAX)),
  /** `version` of the one that was on the screen: of two who change it at once the second looks again. */
  seen: z.int().check(z.gte(0)),
})

export interface Timetable {
  classId: string
  className: string
  /** 0: nobody has entered one. */
  version: number
  periods: { from: string; to: string }[]
  /** By weekday from Monday on: the subject of each lesson. */
  days: string[][]
  /** Subjects of the class's teachers, to choose from. */
  subjects: string[]
  mayChange: boolean
  now: Instant
  /** No school today. */
  rest?: true
  /** It is last year's: only whoever may change it sees it, to begin from. */
  outdated?: true
}

export const timetableRows = {
  'timetable.read': {
    input: timetableRead,
    output: answer<Timetable>(),
    roles: ['guardian', 'head_teacher', 'teacher', 'stand_in', ...LEADERS],
    scope: { find: 'readableClass' },
    looks: true,
    // A class that has graduated keeps its last one.
    former: ['archived'],
  },
  'timetable.save': {
    input: timetableSave,
    output: answer<Timetable>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'class' },
  },
} as const satisfies Rows
