// Proves from when on a term's feedback is missed, and which counts may stand beside others.
import type { QuestionForm } from '@class-pact/core/contract'
import { countsOfSame, shownClasses } from '@class-pact/core/form'
import { FEEDBACK_WEEKS, feedbackDue } from '@class-pact/core/report'

const term = { from: '2026-09-01', to: '2027-01-20' }
const at = (moment: string) => Date.parse(`${moment}+08:00`)

test('G14 given a term, then its feedback is open in its last four weeks, overdue after them, and not before', () => {
  expect(FEEDBACK_WEEKS).toBe(4)
  expect(feedbackDue(term, at('2026-12-23T23:59:59'))).toBeUndefined()
  const until = at('2027-01-21T00:00:00')
  expect(feedbackDue(term, at('2026-12-24T00:00:00'))).toMatchObject({ kind: 'feedback', until, overdue: false })
  expect(feedbackDue(term, at('2027-01-20T23:59:59'))).toMatchObject({ overdue: false })
  expect(feedbackDue(term, at('2027-01-21T00:00:00'))).toMatchObject({ overdue: true })
  expect(feedbackDue(undefined, at('2027-01-21T00:00:00'))).toBeUndefined()
})

const box = (classId: string, sheets: number) => ({ classId, sheets })

test.each([
  ['no class is small', [box('a', 9), box('b', 5)], ['b', 'a']],
  ['one is small: the next smallest goes with it', [box('a', 9), box('b', 2), box('c', 6)], ['a']],
  ['the small ones are enough together', [box('a', 9), box('b', 2), box('c', 3)], ['a']],
  ['there are two, one of them small', [box('a', 30), box('b', 4)], []],
  ['nobody answered in one', [box('a', 9), box('b', 0)], ['a']],
  ['there is none', [], []],
])('N20 when %s, then what the shown ones leave of all is nothing or at least five', (_, boxes, expected) => {
  const shown = shownClasses(boxes, 5)
  expect(shown).toEqual(expected)
  const left = boxes.reduce((sum, { classId, sheets }) => sum + (shown.includes(classId) ? 0 : sheets), 0)
  expect(left === 0 || left >= 5 || shown.length === 0).toBe(true)
})

const choices = [
  { id: 'c1', label: '满意' },
  { id: 'c2', label: '不满意' },
]
const asked = (label: string, ...more: { id: string; label: string }[]): QuestionForm => ({
  questions: [{ id: 'q1', type: 'single', label, required: true, choices: [...choices, ...more] }],
})
const counts = [{ question: 'q1', answered: 3, choices: [{ id: 'c1', count: 3 }] }]

test('G14 given the same question in two terms, then its counts stand beside each other; in other words, or with other choices, not', () => {
  expect(countsOfSame(asked('请假方便'), asked('请假方便'), counts)).toEqual(counts)
  expect(countsOfSame(asked('请假方便'), asked('请假容易'), counts)).toEqual([])
  expect(countsOfSame(asked('请假方便'), asked('请假方便', { id: 'c3', label: '一般' }), counts)).toEqual([])
})
