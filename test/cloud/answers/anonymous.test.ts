// Decides that nobody can learn from all that is stored who said what to an anonymous form (N20, docs/adr/0020).
import { createHash, randomBytes } from 'node:crypto'
import type { Input } from '@class-pact/core/contract'
import { aFormNotice, A_FORM, FORM_DEADLINE } from '../given-form'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  childId,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const FORM = { ...A_FORM, anonymous: true }
const AFTER = new Date(FORM_DEADLINE + 1_000).toISOString()
/** Children that have a mother. */
const FAMILIES = [0, 1, 3, 4, 6, 7].map((index) => childId(CLASS, index))
const COLLECTIONS = ['notices', 'slips', 'audit', 'people', 'children', 'deliveries', 'uploads', 'verdicts', 'classes']

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: 8 })
})
afterAll(() => school.stop())
let minutes = 0
beforeEach(() => school.at(new Date(Date.parse(MORNING) + (minutes += 5) * 60_000).toISOString()))

const publish = async () => (await school.get(HEAD_TEACHER, 'notice.publish', aFormNotice({ form: FORM }))).noticeId
const newBallot = () => randomBytes(32).toString('hex')
const said = (index: number): Input<'slip.answer'>['answers'] => [
  { question: 'come', choices: [index % 2 ? 'no' : 'yes'] },
  { question: 'words', text: `第${index}家的话` },
]
const answering = (noticeId: string, index: number, ballot = newBallot()): Input<'slip.answer'> => ({
  ...{ noticeId, classId: CLASS, childId: FAMILIES[index] ?? '', version: 1, form: FORM, answers: said(index), ballot },
})
const answer = (input: Input<'slip.answer'>, requestId = newRequestId()) =>
  school.ask(motherOf(input.childId), 'slip.answer', input, requestId)
const read = (noticeId: string) => school.get(HEAD_TEACHER, 'answers.read', { noticeId, classId: CLASS })

interface Box {
  _id: string
  box: { id: string; sheet: unknown }[]
}
const boxOf = async (noticeId: string) =>
  (await school.stored<Box>('ballots')).find(({ _id }) => _id === `${noticeId}.${CLASS}`)

const sha256 = (text: string) => createHash('sha256').update(text)
/** Every text of a document, however deep, with the parts of composed ones. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(/[.:/]/)]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)])
}

test('N20 nothing that is stored links who answered with what was said', async () => {
  const noticeId = await publish()
  const ballots: string[] = []
  for (const index of FAMILIES.keys()) {
    const ballot = newBallot()
    ballots.push(ballot)
    const reply = await answer(answering(noticeId, index, ballot))
    expect(reply.ok).toBe(true)
    await school.advance(1_000)
  }
  await school.tick()
  const found = await boxOf(noticeId)
  const box = found?.box ?? []
  expect(Object.keys(found ?? {}).sort()).toEqual(['_id', 'box', 'classId', 'noticeId', 'schoolId'])
  expect(box.map((each) => Object.keys(each).sort())).toEqual(box.map(() => ['id', 'sheet']))
  // Its order is that of the drawn numbers, not the order of coming.
  expect(box.map(({ id }) => id)).toEqual([...box.map(({ id }) => id)].sort())
  const elsewhere: unknown[] = []
  for (const collection of COLLECTIONS) elsewhere.push(...(await school.stored(collection)))
  const text = JSON.stringify(elsewhere)
  expect(text).not.toMatch(/第\d家的话/)
  for (const secret of [...ballots, ...box.map(({ id }) => id)]) expect(text).not.toContain(secret)
  // No id of the box is a digest of anything that is stored elsewhere, nor of two such things together with an id of a child.
  const known = [...new Set(elsewhere.flatMap(textsIn))]
  const ids = new Set(box.map(({ id }) => id))
  for (const each of known) {
    expect(ids.has(sha256(each).digest('hex'))).toBe(false)
    for (const child of FAMILIES) expect(ids.has(sha256(each + child).digest('hex'))).toBe(false)
  }
  // The digest that the trail keeps of a call cannot be made from what the box holds.
  const slip = (await school.stored<{ _id: string; trail: { action: string; digest?: string }[] }>('slips')).find(
    ({ _id }) => _id === found?._id,
  )
  const digests = new Set(slip?.trail.flatMap(({ digest }) => digest ?? []))
  expect(digests.size).toBeGreaterThan(FAMILIES.length - 1)
  for (const { id, sheet } of box) {
    for (const child of FAMILIES) {
      const guess = { noticeId, classId: CLASS, childId: child, version: 1, form: FORM, answers: sheet, ballot: id }
      expect(digests.has(digestOf('slip.answer', guess))).toBe(false)
    }
  }
  await school.at(AFTER)
  const page = await read(noticeId)
  expect(page).toMatchObject({
    answered: 6,
    sheets: 6,
    rows: [],
    questions: [{ choices: [{ count: 3 }, { count: 3 }] }, {}, {}],
  })
  const own = await school.get(motherOf(FAMILIES[0] ?? ''), 'notice.read', { noticeId, classId: CLASS })
  expect(own.mine[0]).toMatchObject({ state: 'signed' })
  expect(own.mine[0]?.answers).toBeUndefined()
})

/** As `digestCall` makes it. */
function digestOf(action: string, input: unknown): string {
  return sha256(JSON.stringify([action, inOrder(input)]))
    .digest('base64url')
    .slice(0, 16)
}
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, inOrder(each)])
}

test('N20 an anonymous result shows neither while it grows nor of less than five', async () => {
  const noticeId = await publish()
  for (const index of [0, 1, 2, 3]) await answer(answering(noticeId, index))
  expect(await read(noticeId)).toMatchObject({ hidden: 'open', questions: [], words: [], sheets: 4 })
  await school.at(AFTER)
  expect(await read(noticeId)).toMatchObject({ hidden: 'few', questions: [], words: [] })
  const of = { noticeId }
  expect(await school.ask(HEAD_TEACHER, 'answers.export', of)).toMatchObject({ error: { code: 'ANSWERS_FEW' } })
  expect(await school.ask(HEAD_TEACHER, 'answers.share', of)).toMatchObject({ error: { code: 'ANSWERS_FEW' } })
})

test('N20 an anonymous answer is final, and a second ballot of the same family is none', async () => {
  const noticeId = await publish()
  const requestId = newRequestId()
  const first = answering(noticeId, 0)
  expect((await answer(first, requestId)).ok).toBe(true)
  expect(await answer(answering(noticeId, 0))).toMatchObject({ error: { code: 'ANSWER_CHANGED' } })
  expect(await answer({ ...first, ballot: newBallot() }, requestId)).toMatchObject({
    error: { code: 'REQUEST_REUSED' },
  })
  expect((await boxOf(noticeId))?.box).toHaveLength(1)
})

test('N20 a crash between the line and the ballot loses and doubles nothing when the phone repeats its call', async () => {
  const noticeId = await publish()
  const requestId = newRequestId()
  const input = answering(noticeId, 1)
  // The line is written; putting the ballot into the box fails.
  await school.cloud.control('faults.set', { target: 'database:insertDocument', mode: 'fail', times: 3 })
  const crashed = await answer(input, requestId)
  await school.cloud.control('faults.clear')
  expect(crashed.ok).toBe(false)
  const board = await school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
  expect([board.counts.signed, await boxOf(noticeId)]).toEqual([1, undefined])
  for (const _ of [1, 2]) expect((await answer(input, requestId)).ok).toBe(true)
  expect((await boxOf(noticeId))?.box).toHaveLength(1)
})

test('N20 the ballots of a class that all come at once are all in its box', async () => {
  const noticeId = await publish()
  await Promise.all([...FAMILIES.keys()].map((index) => answer(answering(noticeId, index))))
  expect((await boxOf(noticeId))?.box).toHaveLength(FAMILIES.length)
})
