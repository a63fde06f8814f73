// Decides that answers fit their form or are named, and that counts add up whatever was said.
import * as fc from 'fast-check'
import { checkAnswers, checkForm, countAnswers, textsOfForm } from '@class-pact/core/form'
import type { GivenAnswer, Question, QuestionForm } from '@class-pact/core/contract'
import { answers as answersSchema, questions as questionsSchema } from '../../../../core/form/contract'
import { findLooseStrings, parse } from '@class-pact/core/contract'

const choices = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `c${at}`, label: `选项${at}` }))
const QUESTIONS: Question[] = [
  { id: 'one', type: 'single', label: '是否参加', required: true, choices: choices(2), other: true },
  { id: 'some', type: 'several', label: '带什么', required: false, choices: choices(4), most: 2 },
  { id: 'text', type: 'text', label: '说明', required: false, max: 10 },
  { id: 'number', type: 'number', label: '身高', required: false, min: 80, max: 200, decimals: 1, unit: '厘米' },
  { id: 'day', type: 'day', label: '哪天', required: false, from: '2026-09-01', to: '2026-09-30' },
  { id: 'photo', type: 'photo', label: '照片', required: false, most: 2 },
  { id: 'ink', type: 'signature', label: '签名', required: false },
]
const FORM: QuestionForm = { questions: QUESTIONS }
const YES = { question: 'one', choices: ['c0'] }

/** A sheet that fits the form. */
const sheets = fc
  .record({
    one: fc.constantFrom<Partial<GivenAnswer>>({ choices: ['c0'] }, { choices: ['c1'] }, { other: '看情况' }),
    some: fc.subarray(['c0', 'c1', 'c2', 'c3'], { maxLength: 2 }),
    number: fc.option(fc.integer({ min: 800, max: 2000 }).map((tenths) => tenths / 10)),
    day: fc.option(fc.integer({ min: 1, max: 30 }).map((date) => `2026-09-${String(date).padStart(2, '0')}`)),
    text: fc.constantFrom('', '好', '谢谢老师'),
  })
  .map(({ one, some, number, day, text }): GivenAnswer[] => [
    { question: 'one', ...one },
    { question: 'some', choices: some },
    { question: 'text', text },
    ...(number === null ? [] : [{ question: 'number', number }]),
    ...(day === null ? [] : [{ question: 'day', day }]),
  ])

test('N04 given any sheet that fits, then nothing is wrong with it and the contract takes it', () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      expect(checkAnswers(FORM, sheet)).toEqual([])
      expect(parse(answersSchema, sheet).ok).toBe(true)
    }),
  )
})

test.each<[string, GivenAnswer[], string, string]>([
  ['what is required is left out', [], 'one', 'missing'],
  ['what is required is blank', [{ question: 'one', choices: [] }], 'one', 'missing'],
  ['a question is none of the form', [YES, { question: 'x', text: '好' }], 'x', 'unknown'],
  ['a question is answered twice', [YES, YES], 'one', 'twice'],
  ['a choice is none', [{ question: 'one', choices: ['c9'] }], 'one', 'choice'],
  ['a choice is made twice', [YES, { question: 'some', choices: ['c0', 'c0'] }], 'some', 'choice'],
  ['two are chosen of one', [{ question: 'one', choices: ['c0', 'c1'] }], 'one', 'too_many'],
  ['其他 comes on top of the one', [{ question: 'one', choices: ['c0'], other: '还有' }], 'one', 'too_many'],
  ['其他 says nothing', [{ question: 'one', other: ' ' }], 'one', 'other'],
  ['其他 is not offered', [YES, { question: 'some', other: '别的' }], 'some', 'other'],
  ['a text is too long', [YES, { question: 'text', text: '一二三四五六七八九十一' }], 'text', 'too_long'],
  ['a number is too small', [YES, { question: 'number', number: 79.9 }], 'number', 'range'],
  ['a number is too exact', [YES, { question: 'number', number: 120.25 }], 'number', 'decimals'],
  ['a day is too late', [YES, { question: 'day', day: '2026-10-01' }], 'day', 'range'],
  ['a text answers a number', [YES, { question: 'number', text: '120' }], 'number', 'kind'],
  [
    'there are too many photos',
    [YES, { question: 'photo', files: ['cloud://a', 'cloud://b', 'cloud://c'] }],
    'photo',
    'too_many',
  ],
])('N04 given that %s, then the question is named', (_, sheet, question, code) => {
  expect(checkAnswers(FORM, sheet)).toContainEqual({ question, code })
})

test.each<[string, Question[], string[]]>([
  ['two questions have one id', [QUESTIONS[0], QUESTIONS[0]].flatMap((each) => each ?? []), ['questions.1.id']],
  [
    'there is one thing to choose',
    [{ id: 'a', type: 'single', label: '选', required: true, choices: choices(1) }],
    ['questions.0.choices'],
  ],
  [
    'more may be chosen than there are',
    [{ id: 'a', type: 'several', label: '选', required: true, choices: choices(2), most: 3 }],
    ['questions.0.most'],
  ],
  [
    'the least is more than the most',
    [{ id: 'a', type: 'number', label: '数', required: true, min: 2, max: 1 }],
    ['questions.0.max'],
  ],
  [
    'the last day is before the first',
    [{ id: 'a', type: 'day', label: '天', required: true, from: '2026-09-02', to: '2026-09-01' }],
    ['questions.0.to'],
  ],
  ['all is well', QUESTIONS, []],
])('N04 given that %s, then the form says so', (_, questions, faults) => {
  expect(checkForm({ questions })).toEqual(faults)
})

test('N20 given any sheets, then the choices of one add up to its answers, and figures lie between least and most', () => {
  fc.assert(
    fc.property(fc.array(sheets, { maxLength: 60 }), (given) => {
      const [one, some, , number, day] = countAnswers(FORM, given)
      const chosen = (one?.choices ?? []).reduce((sum, { count }) => sum + count, 0) + (one?.others ?? 0)
      expect([one?.answered, chosen]).toEqual([given.length, given.length])
      expect(some?.choices).toHaveLength(4)
      const numbers = given.flatMap((sheet) => sheet.flatMap((each) => each.number ?? []))
      expect(number?.answered).toBe(numbers.length)
      if (number?.numbers) {
        const { sum, mean, median, min, max } = number.numbers
        expect([min, max]).toEqual([Math.min(...numbers), Math.max(...numbers)])
        expect(sum).toBeCloseTo(
          numbers.reduce((total, each) => total + each, 0),
          6,
        )
        expect(mean * numbers.length).toBeCloseTo(sum, 6)
        for (const figure of [mean, median]) {
          expect(figure).toBeGreaterThanOrEqual(min - 1e-9)
          expect(figure).toBeLessThanOrEqual(max + 1e-9)
        }
        const below = numbers.filter((each) => each < median).length
        expect(below).toBeLessThanOrEqual(numbers.length / 2)
      }
      expect((day?.days ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(day?.answered)
    }),
  )
})

test('N20 given the same sheets in any order, then the counts are the same: nobody’s place tells who they are', () => {
  fc.assert(
    fc.property(fc.array(sheets, { maxLength: 20 }), fc.nat(), (given, turn) => {
      const at = given.length === 0 ? 0 : turn % given.length
      expect(countAnswers(FORM, [...given.slice(at), ...given.slice(0, at)])).toEqual(countAnswers(FORM, given))
    }),
  )
})

test('C04 given a form, then every text of it is a word that is checked, and the judge is given all of them', () => {
  expect(findLooseStrings(questionsSchema)).toEqual([])
  const texts = textsOfForm(FORM, 'form').map(({ text }) => text)
  expect(texts).toEqual(
    QUESTIONS.flatMap((question) => [
      question.label,
      ...('choices' in question ? question.choices.map(({ label }) => label) : []),
      ...(question.type === 'number' && question.unit ? [question.unit] : []),
    ]),
  )
})
