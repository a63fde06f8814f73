// Decides that families are drawn at random and asked once, and that nobody of the school learns who said what (H04).
import { drawFamilies } from '@class-pact/core/register'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  childId,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { AFTER, DEADLINE, aDraw, aSheet, givenDraw, newBallot, type StoredDraw } from './given-draw'

/** 22 children of each class have a guardian; two of them are siblings: 43 families. */
const CHILDREN = 32
const SIBLINGS = [childId(OTHER_CLASS, 1), childId(CLASS, 1)] as const

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: CHILDREN })
  const [elder, younger] = SIBLINGS
  const found = (await school.stored<{ _id: string }>('children')).find(({ _id }) => _id === younger)
  const guardians = [{ openid: motherOf(elder), relation: 'mother', card: '妈妈', since: 0 }]
  await school.cloud.control('data.put', { documents: { children: [{ ...found, guardians }] } })
})
afterEach(() => school.stop())

const state = (of: string) => ({ ok: false, error: { code: 'DRAW_STATE', facts: { state: of } } })
const read = (drawId: string) => school.get(PRINCIPAL, 'draw.read', { schoolId: SCHOOL, drawId })
const surveysOf = async (mother: string, child: string) => {
  const today = await school.get(mother, 'today.read', { identity: keyOf('guardian', child) })
  return 'surveys' in today ? today.surveys : undefined
}

test('H04 given 43 families, then 13 are drawn, and the draw can be made again from what is kept', async () => {
  const { drawId, stored } = await givenDraw(school)
  expect(stored.ids).toHaveLength(43)
  expect(stored.drawn).toHaveLength(13)
  expect(drawFamilies(stored.seed, stored.ids, 30)).toEqual(stored.drawn.map(({ id }) => id))
  expect(SIBLINGS.map((child) => stored.ids.includes(child))).toEqual([true, false])
  const shown = await read(drawId)
  expect(shown).toMatchObject({
    families: 43,
    drawn: 13,
    answered: 0,
    repeats: true,
    seed: stored.seed,
    by: '李校长',
  })
  const { draws, free } = await school.get(OFFICE, 'draw.list', { schoolId: SCHOOL })
  expect([draws.map((each) => each.drawId), free]).toEqual([[drawId], undefined])
})

test('H04 given two leaders who draw at once, then one draw stands, and a call that comes twice is one', async () => {
  const requestId = newRequestId()
  const replies = await Promise.all([
    school.ask(PRINCIPAL, 'draw.make', aDraw(), requestId),
    school.ask(PRINCIPAL, 'draw.make', aDraw(), requestId),
    school.ask(OFFICE, 'draw.make', aDraw()),
  ])
  expect(await school.stored('draws')).toHaveLength(1)
  const [one, same, other] = replies
  expect([one.ok && one.data.drawId, one.ok]).toEqual([same.ok && same.data.drawId, same.ok])
  expect([one, other].filter(({ ok }) => ok)).toHaveLength(1)
  expect([one, other].filter(({ ok }) => !ok)).toMatchObject([state('made')])
})

test('H04 given fewer than the paper asks for, no term of time, or a question that tells who answers, then nothing is drawn', async () => {
  const refused = async (changes: object) => {
    const reply = await school.ask(PRINCIPAL, 'draw.make', { ...aDraw(), ...changes })
    return reply.ok ? '' : reply.error.field
  }
  expect(await refused({ percent: 29 })).toBe('percent')
  expect(await refused({ deadline: DEADLINE - 7 * 86_400_000 })).toBe('deadline')
  expect(await refused({ questions: [{ id: 'q1', type: 'signature', label: '签名', required: true }] })).toBe(
    'questions.0.type',
  )
  expect(await school.ask(HEAD_TEACHER, 'draw.make', aDraw())).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await school.stored('draws')).toEqual([])
})

test('H04 given a family that was drawn, then it sees it, answers once, and its other parent is told that it has', async () => {
  const { drawId, stored } = await givenDraw(school)
  const both = stored.drawn.find(({ id }) => id.endsWith('-0') || Number(id.split('-').at(-1)) % 3 === 0)?.id ?? ''
  expect(await surveysOf(motherOf(both), both)).toMatchObject([{ drawId, childId: both, title: '家长问卷' }])
  expect(await school.get(motherOf(both), 'survey.read', { drawId, childId: both })).toMatchObject({ answered: false })
  const asked = aSheet(drawId, both)
  const requestId = newRequestId()
  const replies = await Promise.all([
    school.ask(motherOf(both), 'survey.answer', asked, requestId),
    school.ask(motherOf(both), 'survey.answer', asked, requestId),
    school.ask(fatherOf(both), 'survey.answer', aSheet(drawId, both, 'c2')),
  ])
  expect(replies.filter(({ ok }) => !ok).length).toBeGreaterThan(0)
  const boxes = await school.stored<{ box: unknown[] }>('ballots')
  expect(boxes.flatMap(({ box }) => box)).toHaveLength(1)
  expect(await school.ask(fatherOf(both), 'survey.answer', aSheet(drawId, both))).toMatchObject(state('answered'))
  expect(await surveysOf(motherOf(both), both)).toBeUndefined()
  expect(await read(drawId)).toMatchObject({ answered: 1, sheets: 1, hidden: 'open', counts: [], words: [] })
})

test('H04 given a family that was not drawn, then it sees nothing, and is refused', async () => {
  const { drawId, left } = await givenDraw(school)
  expect(await surveysOf(motherOf(left), left)).toBeUndefined()
  expect(await school.ask(motherOf(left), 'survey.read', { drawId, childId: left })).toMatchObject(state('not_drawn'))
  expect(await school.ask(motherOf(left), 'survey.answer', aSheet(drawId, left))).toMatchObject(state('not_drawn'))
  expect(await school.stored('ballots')).toEqual([])
})

test('H04 given two siblings, then one sheet stands for both', async () => {
  await school.get(PRINCIPAL, 'draw.make', aDraw({ percent: 100 }))
  const [draw] = await school.stored<StoredDraw>('draws')
  const [elder, younger] = SIBLINGS
  const drawId = draw?._id ?? ''
  await school.get(motherOf(elder), 'survey.answer', aSheet(drawId, younger))
  expect(await school.ask(motherOf(elder), 'survey.answer', aSheet(drawId, elder))).toMatchObject(state('answered'))
  expect(await surveysOf(motherOf(elder), elder)).toBeUndefined()
})

test('H04 given six answers, then their counts show after the deadline, and nothing says who gave them', async () => {
  const { drawId, drawn } = await givenDraw(school)
  const six = drawn.slice(0, 6)
  const ballots: string[] = []
  for (const [index, child] of six.entries()) {
    const ballot = newBallot()
    ballots.push(ballot)
    const sheet = { ...aSheet(drawId, child, index < 4 ? 'c1' : 'c2'), ballot }
    const answers = index === 0 ? [...sheet.answers, { question: 'q2', text: '多开放操场' }] : sheet.answers
    await school.get(motherOf(child), 'survey.answer', { ...sheet, answers })
  }
  await school.at(AFTER)
  const shown = await read(drawId)
  expect(shown).toMatchObject({
    state: 'over',
    answered: 6,
    sheets: 6,
    words: [{ question: 'q2', words: ['多开放操场'] }],
  })
  expect(shown.hidden).toBeUndefined()
  expect(shown.counts[0]?.choices).toEqual([
    { id: 'c1', count: 4 },
    { id: 'c2', count: 2 },
  ])
  expect(await school.ask(motherOf(drawn[7] ?? ''), 'survey.answer', aSheet(drawId, drawn[7] ?? ''))).toMatchObject({
    error: { code: 'ANSWERS_LOCKED' },
  })
  await school.tick()
  const { rows } = await school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  const told = JSON.stringify([shown, rows, await school.stored('ballots')])
  for (const child of six) expect(told).not.toContain(motherOf(child))
  expect(JSON.stringify([await school.stored('draws'), await school.stored('people')])).not.toMatch(
    new RegExp(ballots.join('|')),
  )
})

test('H04 given a draw that is made void with a reason, then nobody answers it, and another can be made', async () => {
  const { drawId, first, mother } = await givenDraw(school)
  const voided = await school.get(PRINCIPAL, 'draw.void', { schoolId: SCHOOL, drawId, words: '题目写错了' })
  expect(voided).toMatchObject({ state: 'void', voided: { by: '李校长', words: '题目写错了' } })
  expect(await school.ask(mother, 'survey.answer', aSheet(drawId, first))).toMatchObject(state('void'))
  expect(await surveysOf(mother, first)).toBeUndefined()
  expect(await school.ask(OFFICE, 'draw.void', { schoolId: SCHOOL, drawId, words: '再作废' })).toMatchObject(
    state('void'),
  )
  expect(await school.ask(OFFICE, 'draw.make', aDraw())).toMatchObject({ ok: true })
})
