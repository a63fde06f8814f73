// Decides what a form can ask and what an answer to it looks like; notices use it, and so can every register.
import * as z from 'zod/mini'
import { day, fileId, limits, note, postLine, quotation, type Day } from '../wire'

/** 单选 多选 文字 数字 日期 照片 签名 */
export const QUESTION_TYPES = ['single', 'several', 'text', 'number', 'day', 'photo', 'signature'] as const
export type QuestionType = (typeof QUESTION_TYPES)[number]

const key = z.string().check(z.regex(/^[\w-]+$/), z.maxLength(limits.QUESTION_ID_MAX))
const amount = z.number().check(z.gte(-limits.NUMBER_MAX), z.lte(limits.NUMBER_MAX))

/** @param line what becomes of a text of the form: words that are checked, or a quotation that is only compared */
function questionsWith<Line extends z.core.$ZodType>(line: (max: number) => Line) {
  const asked = { id: key, label: line(limits.QUESTION_MAX), required: z.boolean() }
  const choices = z
    .array(z.object({ id: key, label: line(limits.CHOICE_MAX) }))
    .check(z.minLength(1), z.maxLength(limits.CHOICES_MAX))
  /** 其他: something that is not among the choices, in own words. */
  const chosen = { ...asked, choices, other: z.optional(z.boolean()) }
  const question = z.discriminatedUnion('type', [
    z.object({ ...chosen, type: z.literal('single') }),
    z.object({ ...chosen, type: z.literal('several'), most: z.optional(z.int().check(z.gte(1))) }),
    z.object({
      ...asked,
      type: z.literal('text'),
      max: z.optional(z.int().check(z.gte(1), z.lte(limits.ANSWER_TEXT_MAX))),
    }),
    z.object({
      ...asked,
      type: z.literal('number'),
      min: z.optional(amount),
      max: z.optional(amount),
      decimals: z.optional(z.int().check(z.gte(0), z.lte(limits.DECIMALS_MAX))),
      unit: z.optional(line(limits.UNIT_MAX)),
    }),
    z.object({ ...asked, type: z.literal('day'), from: z.optional(day), to: z.optional(day) }),
    z.object({
      ...asked,
      type: z.literal('photo'),
      most: z.optional(z.int().check(z.gte(1), z.lte(limits.ANSWER_PHOTOS_MAX))),
    }),
    z.object({ ...asked, type: z.literal('signature') }),
  ])
  return z.array(question).check(z.minLength(1), z.maxLength(limits.QUESTIONS_MAX))
}

/** The questions of a form as somebody writes them: every text of it is a word that others read. */
export const questions = questionsWith(postLine)
/** The same as whoever answers was shown them: only held against what is stored. */
export const quotedQuestions = questionsWith(quotation)

export type Question = z.input<typeof quotedQuestions>[number]
/** What can be asked: questions in an order. Whoever uses a form adds whom it asks, and until when. */
export interface QuestionForm {
  questions: Question[]
}

/** What somebody says to one question; which part is filled the question's type says. */
const answerTo = z.object({
  question: key,
  choices: z.optional(z.array(key).check(z.maxLength(limits.CHOICES_MAX))),
  other: z.optional(note(limits.OTHER_MAX)),
  text: z.optional(note(limits.ANSWER_TEXT_MAX)),
  number: z.optional(amount),
  day: z.optional(day),
  files: z.optional(z.array(fileId).check(z.maxLength(limits.ANSWER_PHOTOS_MAX))),
})

/** The answers of one sheet; a question that is left out is not answered. */
export const answers = z.array(answerTo).check(z.maxLength(limits.QUESTIONS_MAX))

export interface GivenAnswer {
  question: string
  choices?: string[]
  /** 其他 */
  other?: string
  text?: string
  number?: number
  day?: Day
  files?: string[]
}

/** How one question was answered, by all together; never by whom, and never in an order of children. */
export interface QuestionCount {
  question: string
  answered: number
  choices?: { id: string; count: number }[]
  /** How many chose 其他. */
  others?: number
  numbers?: { sum: number; mean: number; median: number; min: number; max: number }
  /** In the order of the calendar. */
  days?: { day: Day; count: number }[]
}
