// Decides what a phone may ask and learn about a new school year, and about what a new head teacher takes over.
import * as z from 'zod/mini'
import { answer, digest, id, LEADERS, limits, title, type Instant, type Rows } from '../wire'

/** More classes than a school has; every one can be answered for. */
const CLASSES_MAX = 500

/** Grades by their place in the order of classes: 六年级 is 600, 大班 2200 (core/roster/class-name.ts). */
const grade = z.int().check(z.gte(100), z.lte(2400))

/** What the leader says about classes before they go up; the digest of the plan covers it. */
const answers = {
  /** The grade that graduates; absent: the usual one. */
  top: z.optional(grade),
  classes: z.optional(
    z
      .array(
        z.object({
          classId: id,
          /** It stays what it is: it was made for the new year, or its name says nothing of a grade. */
          keep: z.optional(z.literal(true)),
          /** It is called so in the new year. */
          name: z.optional(title(limits.LABEL_MAX)),
          /** 换人: somebody new is asked to lead it; until they are confirmed it keeps whom it has (M04). */
          newHead: z.optional(z.literal(true)),
        }),
      )
      .check(z.maxLength(CLASSES_MAX)),
  ),
}

export const yearRead = z.object({ schoolId: id, ...answers })
/** The year in which the new school year begins, and the plan as it was seen. Said again it carries on. */
export const yearRun = z.object({ schoolId: id, year: z.int().check(z.gte(2020), z.lte(2099)), digest, ...answers })
export const yearUndo = z.object({ schoolId: id, year: z.int().check(z.gte(2020), z.lte(2099)) })

export interface YearAnswers {
  top?: number
  classes?: { classId: string; keep?: true; name?: string; newHead?: true }[]
}

/**
 * What becomes of a class. `back`: an undone promotion had put it under another name. `asked`: nobody can know, or the name
 * belongs to another class.
 */
export type YearTarget =
  | { as: 'promoted' | 'named' | 'back' | 'archived'; name: string }
  | { as: 'kept' }
  | { as: 'asked'; why: 'unreadable' | 'taken'; name?: string }

export interface YearLine {
  classId: string
  name: string
  children: number
  headTeacher?: string
  to: YearTarget
  newHead?: true
}

export interface YearPlan {
  /** What was seen; the run checks that it is still so. */
  digest: string
  /** Grades that could be the last here, and the one that is taken to be. */
  tops: { grade: number; word: string }[]
  top: number
  /** In grade order. */
  classes: YearLine[]
}

export const YEAR_STATES = ['running', 'done', 'undoing', 'undone'] as const
export type YearState = (typeof YEAR_STATES)[number]

export interface YearRun {
  state: YearState
  /** Classes that are dealt with, of how many. */
  done: number
  total: number
  startedAt: Instant
  doneAt?: Instant
  undoneAt?: Instant
  promoted: number
  archived: number
  /** The first notice of the new year is out: it stays as it is now. A letter to one family has no title here (C24). */
  begun?: { title?: string; at: Instant }
  /** Classes that are still to get the new head teacher the leader wanted. */
  newHeads: { classId: string; name: string }[]
}

/** Until it has run the plan; then what became of it. */
export interface Year {
  schoolId: string
  /** The year in which the new school year begins. */
  year: number
  /** Schools go up in summer; outside of it the page asks twice. */
  inSeason: boolean
  plan?: YearPlan
  run?: YearRun
}

export const yearRows = {
  'year.read': { input: yearRead, output: answer<Year>(), roles: LEADERS, scope: 'place', looks: true },
  // A call carries on for some classes: a school of a hundred calls some ten times.
  'year.run': {
    input: yearRun,
    output: answer<Year>(),
    roles: LEADERS,
    scope: 'place',
    rate: { burst: 120, every: 2_000 },
  },
  'year.undo': {
    input: yearUndo,
    output: answer<Year>(),
    roles: LEADERS,
    scope: 'place',
    rate: { burst: 120, every: 2_000 },
  },
} as const satisfies Rows
