// Decides what a result is, and when it may be seen: an anonymous one not while it grows, and not of a few (N20).
import type { NoticeForm, QuestionCount, QuestionWords, ResultHidden } from '@class-pact/core/contract'
import { countSame, shownClasses } from '@class-pact/core/form'
import { isPast } from '@class-pact/core/notice'
import type { BoxesRow } from './counting'
import type { FoundAnswers } from './find-answers'

/**
 * An anonymous result, and one that is sent round, is of at least so many sheets: with fewer, one family that knows its own
 * answer and another's knows the rest; five is what surveys of patients and staff are commonly shown from.
 */
export const LEAST_SHEETS = 5

export interface Result {
  form: NoticeForm
  sheets: number
  locked: boolean
  hidden?: ResultHidden
  questions: QuestionCount[]
  words: QuestionWords[]
}

/** Undefined: the notice has no form. */
export function resultOf({ notice, classId, slips, counted }: FoundAnswers, now: number): Result | undefined {
  const { form, deadline } = notice.draft
  if (!form) return undefined
  const anonymous = form.anonymous === true
  const locked = isPast(deadline, now) || slips.every(({ state }) => state !== 'running')
  const sheets = (anonymous ? counted.boxSheets : counted.sheets)[0]?.count ?? 0
  const hidden = anonymous ? (hides(locked, sheets) ?? hidesBeside(classId, counted)) : undefined
  const same = anonymous ? counted.boxSame : counted.same
  const words = anonymous ? counted.boxWords : counted.words
  return {
    form,
    sheets,
    locked,
    ...(hidden && { hidden }),
    questions: hidden
      ? []
      : countSame(
          form,
          same.map(({ _id, times }) => ({ ..._id, times })),
        ),
    words: hidden ? [] : words.map(({ _id, ...said }) => ({ question: _id, ...said })),
  }
}

/** Whoever looks before and after an answer comes in, beside the board, would learn what it said. */
export function hides(locked: boolean, sheets: number): ResultHidden | undefined {
  if (!locked) return 'open'
  return sheets < LEAST_SHEETS ? 'few' : undefined
}

/** A class's own result, beside the result of all: where it would leave so few others that these are told by taking away. */
function hidesBeside(classId: string | undefined, { boxes }: BoxesRow): ResultHidden | undefined {
  return classId === undefined || shownClasses(boxes, LEAST_SHEETS).includes(classId) ? undefined : 'few'
}
