// Decides what a phone may ask and learn about the random draw of families who are asked for their opinion (H04).
import * as z from 'zod/mini'
import type { QuestionWords, ResultHidden } from '../answers/contract'
import { answers, questions, quotedQuestions, type Question, type QuestionCount } from '../form/contract'
import {
  answer,
  LEADERS,
  id,
  instant,
  limits,
  postLine,
  words,
  type Day,
  type Done,
  type Instant,
  type Rows,
} from '../wire'

/** Families of a hundred that a draw takes at least, unless the school's register says more (S3 篇1 二.5). */
export const DRAW_PERCENT_LEAST = 30
/** Draws of one school that a page shows: two terms of twelve years, and those that were made void. */
export const DRAWS_SHOWN = 50

export const drawList = z.object({ schoolId: id })

export interface DrawRow {
  drawId: string
  title: string
  /** 2026-09-01: the first day of its term. */
  term: Day
  madeAt: Instant
  deadline: Instant
  state: 'open' | 'over' | 'void'
  drawn: number
  answered: number
}

export interface DrawList {
  schoolId: string
  draws: DrawRow[]
  /** The term in which there is no draw yet: one can be made now. */
  free?: { from: Day; to: Day }
  /** Families that are asked at least, of a hundred. */
  least: number
  now: Instant
}

export const drawMake = z.object({
  schoolId: id,
  title: postLine(limits.TITLE_MAX),
  percent: z.int().check(z.gte(DRAW_PERCENT_LEAST), z.lte(100)),
  questions,
  deadline: instant,
})

/** What its leader sees: how many, what they said, and never who. */
export interface Draw extends DrawRow {
  schoolId: string
  by: string
  percent: number
  /** Families that could have been drawn. */
  families: number
  /** By it and the list the draw can be made again; whether it gives the same. */
  seed: string
  repeats: boolean
  questions: Question[]
  sheets: number
  /** How many sheets it takes to show the result. */
  least: number
  hidden?: ResultHidden
  counts: QuestionCount[]
  words: QuestionWords[]
  voided?: { at: Instant; by: string; words: string }
  now: Instant
}

export const drawRead = z.object({ schoolId: id, drawId: id })
export const drawVoid = z.object({ schoolId: id, drawId: id, words })

export const surveyRead = z.object({ drawId: id, childId: id })

/** What a family that was drawn is asked. */
export interface Survey {
  drawId: string
  childId: string
  schoolName: string
  title: string
  questions: Question[]
  deadline: Instant
  /** The family has answered: once and for all. */
  answered: boolean
  now: Instant
}

/** One family's sheet. */
export const surveyAnswer = z.object({
  drawId: id,
  childId: id,
  /** What was asked on the screen: held against what is stored. */
  questions: quotedQuestions,
  answers,
  /** A number that the phone has drawn, and nobody keeps (docs/adr/0020). */
  ballot: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

export const drawRows = {
  'draw.list': { input: drawList, output: answer<DrawList>(), roles: LEADERS, scope: 'place', looks: true },
  'draw.make': { input: drawMake, output: answer<Draw>(), roles: LEADERS, scope: 'place' },
  'draw.read': { input: drawRead, output: answer<Draw>(), roles: LEADERS, scope: { find: 'draw' }, looks: true },
  'draw.void': { input: drawVoid, output: answer<Draw>(), roles: LEADERS, scope: { find: 'draw' } },
  'survey.read': {
    input: surveyRead,
    output: answer<Survey>(),
    roles: ['guardian'],
    scope: { find: 'survey' },
    looks: true,
  },
  'survey.answer': {
    input: surveyAnswer,
    output: answer<Done>(),
    roles: ['guardian'],
    scope: { find: 'survey' },
    needsCard: true,
    underPact: true,
  },
} as const satisfies Rows
