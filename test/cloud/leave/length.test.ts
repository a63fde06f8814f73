// Decides that a long leave goes from desk to desk, each word once, never the applicant’s, and is seen where it is.
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import type { Input } from '@class-pact/core/contract'

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: 75 })
})
afterAll(() => school.stop())

/** Every test has a child of its own. */
let index = 0
/** Every third has no family here. */
const nextChild = () => {
  if (index % 3 === 2) index++
  return childId(CLASS, index++)
}
let child = ''
let mother = ''
beforeEach(async () => {
  child = nextChild()
  mother = motherOf(child)
  await school.at(MORNING)
})

type Leave = Input<'leave.submit'>
/** Tuesday, 1 September: five school days until Monday, eleven until the next Tuesday week. */
const FIVE = '2026-09-07'
const ELEVEN = '2026-09-15'
const aLeave = (to: string, whose = child, from = '2026-09-01'): Leave => ({
  ...{ childId: whose, kind: 'sick', proof: [] },
  span: { from, fromHalf: 'am', to, toHalf: 'pm' },
})
const submit = async (to: string, from?: string) =>
  (await school.get(mother, 'leave.submit', aLeave(to, child, from))).leaveId
const decide = (who: string, leaveId: string, approve = true) => school.ask(who, 'leave.decide', { leaveId, approve })
const read = (who: string, leaveId: string) => school.get(who, 'leave.read', { leaveId })
const waitingOf = async (who: string) =>
  (await school.get(who, 'leave.list', { of: 'school', schoolId: SCHOOL })).leaves
    .filter(({ progress }) => progress.mine)
    .map(({ leaveId }) => leaveId)
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }
const MOVED = { error: { code: 'LEAVE_STATE' } }

test('L14 five days that the head teacher approves go on to the office; the family and the teacher see where they are', async () => {
  const leaveId = await submit(FIVE)
  expect(await read(mother, leaveId)).toMatchObject({
    days: 5,
    progress: { desk: 'head_teacher', mine: false, yes: [] },
  })
  expect(await decide(OFFICE, leaveId)).toMatchObject(FORBIDDEN)
  expect(await decide(HEAD_TEACHER, leaveId)).toMatchObject({ ok: true, data: { state: 'pending' } })
  const gone = { state: 'pending', progress: { desk: 'office', yes: [{ card: '语文王老师' }] } }
  expect(await read(mother, leaveId)).toMatchObject(gone)
  const list = await school.get(HEAD_TEACHER, 'leave.list', { of: 'class', classId: CLASS })
  expect(list).toMatchObject({ waiting: 0, leaves: [{ leaveId, ...gone }] })
  expect(await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })).toMatchObject({
    pendingLeaves: 0,
  })

  expect(await waitingOf(OFFICE)).toEqual([leaveId])
  expect(await waitingOf(PRINCIPAL)).toEqual([])
  expect(await school.get(OFFICE, 'today.read', { identity: keyOf('office', SCHOOL) })).toMatchObject({ leaves: 1 })
  expect(await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })).toMatchObject({
    leaves: 0,
  })
  expect(await decide(OFFICE, leaveId)).toMatchObject({
    ok: true,
    data: { state: 'approved', decidedBy: '教导处赵老师' },
  })
  expect((await read(mother, leaveId)).progress.yes.map(({ card }) => card)).toEqual(['语文王老师', '教导处赵老师'])
  expect(await waitingOf(OFFICE)).toEqual([])
  // Those who have decided find it again.
  expect((await school.get(OFFICE, 'leave.list', { of: 'school', schoolId: SCHOOL })).leaves[0]).toMatchObject({
    leaveId,
  })
})

test('L14 more days than the office decides need all three, in order; three days need the head teacher alone', async () => {
  const long = await submit(ELEVEN)
  expect(await decide(HEAD_TEACHER, long)).toMatchObject({ data: { state: 'pending', progress: { desk: 'office' } } })
  expect(await decide(PRINCIPAL, long)).toMatchObject(FORBIDDEN)
  expect(await decide(OFFICE, long)).toMatchObject({ data: { state: 'pending', progress: { desk: 'principal' } } })
  expect(await decide(PRINCIPAL, long)).toMatchObject({ data: { state: 'approved', decidedBy: '李校长' } })
  const trail = (await school.stored<{ _id: string; trail: { action: string; role: string }[] }>('leaves')).find(
    ({ _id }) => _id === long,
  )?.trail
  expect(trail?.map(({ action, role }) => `${action} ${role}`)).toEqual([
    'leave.submit guardian',
    'leave.pass head_teacher',
    'leave.pass office',
    'leave.approve principal',
  ])
  child = nextChild()
  mother = motherOf(child)
  expect(await decide(HEAD_TEACHER, await submit('2026-09-03'))).toMatchObject({ data: { state: 'approved' } })
})

test('L14 a first yes can be taken back for ten seconds, by who gave it, and not when the next has spoken', async () => {
  const leaveId = await submit(FIVE)
  await decide(HEAD_TEACHER, leaveId)
  expect(await school.get(HEAD_TEACHER, 'leave.undo', { leaveId })).toMatchObject({
    state: 'pending',
    progress: { desk: 'head_teacher', mine: true, yes: [] },
  })
  await decide(HEAD_TEACHER, leaveId)
  await school.advance(10_000)
  expect(await school.ask(HEAD_TEACHER, 'leave.undo', { leaveId })).toMatchObject(MOVED)
  await decide(OFFICE, leaveId)
  expect(await school.ask(HEAD_TEACHER, 'leave.undo', { leaveId })).toMatchObject(MOVED)
  expect(await school.get(OFFICE, 'leave.undo', { leaveId })).toMatchObject({
    state: 'pending',
    progress: { desk: 'office', yes: [{ card: '语文王老师' }] },
  })
})

test('L14 a rejection at any desk ends it, and its half days are free', async () => {
  const leaveId = await submit(FIVE)
  await decide(HEAD_TEACHER, leaveId)
  expect(await decide(OFFICE, leaveId, false)).toMatchObject({ data: { state: 'rejected', decidedBy: '教导处赵老师' } })
  expect(await decide(HEAD_TEACHER, leaveId)).toMatchObject(MOVED)
  expect(await submit(FIVE)).not.toBe(leaveId)
})

test('L14 a yes at the head teacher’s desk is not given twice: asked again, it says that it has gone on', async () => {
  const leaveId = await submit(FIVE)
  await decide(HEAD_TEACHER, leaveId)
  expect(await decide(HEAD_TEACHER, leaveId)).toMatchObject({ ok: true, data: { state: 'pending' } })
  expect((await read(mother, leaveId)).progress).toMatchObject({ desk: 'office', yes: [{ card: '语文王老师' }] })
})

test('L03 L14 nobody else reads or decides it, whatever its length', async () => {
  const leaveId = await submit(FIVE)
  for (const who of [TEACHER, OTHER_HEAD_TEACHER, PRINCIPAL, OFFICE]) {
    expect(await decide(who, leaveId)).toMatchObject(FORBIDDEN)
    expect(await school.ask(who, 'leave.read', { leaveId })).toMatchObject(FORBIDDEN)
  }
  await decide(HEAD_TEACHER, leaveId)
  expect(await school.ask(PRINCIPAL, 'leave.read', { leaveId })).toMatchObject(FORBIDDEN)
  expect(await read(OFFICE, leaveId)).toMatchObject({ leaveId })
  for (const who of [HEAD_TEACHER, TEACHER]) {
    expect(await school.ask(who, 'leave.list', { of: 'school', schoolId: SCHOOL })).toMatchObject(FORBIDDEN)
  }
})

describe('given fewer people', () => {
  type Stored = Record<string, unknown> & { _id: string }
  const change = async (collection: string, id: string, fields: object) => {
    const documents = (await school.stored<Stored>(collection)).filter(({ _id }) => _id === id)
    const put = (those: Stored[]) => school.cloud.control('data.put', { documents: { [collection]: those } })
    await put(documents.map((each) => ({ ...each, ...fields })))
    return () => put(documents)
  }

  test('L14 without an office the principal decides what is longer', async () => {
    const restore = await change('schools', SCHOOL, { office: [] })
    const leaveId = await submit(FIVE)
    expect(await decide(HEAD_TEACHER, leaveId)).toMatchObject({ data: { progress: { desk: 'principal' } } })
    expect(await decide(PRINCIPAL, leaveId)).toMatchObject({ data: { state: 'approved' } })
    await restore()
  })

  test('L14 a leave that lies at the office is not lost when the office loses its last', async () => {
    const leaveId = await submit(FIVE)
    await decide(HEAD_TEACHER, leaveId)
    const restore = await change('schools', SCHOOL, { office: [] })
    expect(await waitingOf(PRINCIPAL)).toContain(leaveId)
    expect(await decide(PRINCIPAL, leaveId)).toMatchObject({ data: { state: 'approved' } })
    await restore()
  })

  test('L14 whoever is office and principal in one says yes once, unless nobody else is there', async () => {
    const both = { openid: OFFICE, name: '赵红' }
    const restore = await change('schools', SCHOOL, {
      principals: [both, { openid: PRINCIPAL, name: '李明' }],
      office: [both],
    })
    const leaveId = await submit(ELEVEN)
    await decide(HEAD_TEACHER, leaveId)
    expect(await school.get(OFFICE, 'leave.decide', { leaveId, approve: true })).toMatchObject({ state: 'approved' })
    await restore()
  })

  test('L03 L14 a head teacher who asks for the own child decides nothing of it: the leaders do, up to the last of them', async () => {
    const own = nextChild()
    const dates = ['2026-09-01']
    await school.cloud.control('data.import', {
      collection: 'leaves',
      documents: [
        {
          ...{
            _id: 'own-long',
            schoolId: SCHOOL,
            classId: CLASS,
            className: '三（2）班',
            childId: own,
            childName: '某某',
          },
          ...{ no: '9', kind: 'sick', days: 11, dates, proof: [], state: 'pending', upTo: 'principal' },
          span: { from: '2026-09-01', fromHalf: 'am', to: ELEVEN, toHalf: 'pm' },
          applicant: { openid: HEAD_TEACHER, card: '某某妈妈' },
          ...{ submittedAt: 1, updatedAt: 1, slots: [`${own}:2026-09-01:am`] },
          ...{ trail: [], audited: 0, trailOpen: false },
        },
      ],
    })
    expect(await decide(HEAD_TEACHER, 'own-long')).toMatchObject({ error: { code: 'APPLICANT_CANNOT_APPROVE' } })
    expect(await waitingOf(OFFICE)).toContain('own-long')
    expect(await decide(OFFICE, 'own-long')).toMatchObject({
      data: { state: 'pending', progress: { desk: 'principal' } },
    })
    expect(await decide(PRINCIPAL, 'own-long')).toMatchObject({ data: { state: 'approved' } })
  })
})

test('L14 twenty leaves decided at once by two are each decided once', async () => {
  const both = { openid: PRINCIPAL, name: '李明' }
  const [before] = await school.stored<{ _id: string }>('schools')
  const schools = [{ ...before, office: [{ openid: OFFICE, name: '赵红' }, both] }]
  await school.cloud.control('data.put', { documents: { schools } })
  const children = Array.from({ length: 20 }, nextChild)
  const asked: string[] = []
  for (const each of children) {
    asked.push((await school.get(motherOf(each), 'leave.submit', aLeave(FIVE, each))).leaveId)
  }
  await Promise.all(asked.map((leaveId) => decide(HEAD_TEACHER, leaveId)))
  const replies = await Promise.all(
    asked.flatMap((leaveId, at) => [decide(OFFICE, leaveId, at % 2 === 0), decide(PRINCIPAL, leaveId, true)]),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(20)
  const leaves = (
    await school.stored<{ _id: string; state: string; approvals: object[]; trail: { action: string }[] }>('leaves')
  ).filter(({ _id }) => asked.includes(_id))
  for (const { state, approvals, trail } of leaves) {
    const ends = trail.filter(({ action }) => action === 'leave.approve' || action === 'leave.reject')
    expect(ends).toHaveLength(1)
    expect(ends[0]?.action).toBe(state === 'approved' ? 'leave.approve' : 'leave.reject')
    expect(approvals).toHaveLength(state === 'approved' ? 2 : 1)
  }
})

describe('given leaders who have accepted a message', () => {
  const told = async () =>
    (await school.cloud.control<{ deliveries: { touser: string; page: string; data: object }[] }>('deliveries.list'))
      .deliveries

  /** What earlier tests owe is told to nobody: nobody has accepted a message yet. */
  const settleEarlier = async () => {
    await school.advance(600_000)
    await school.tick(3)
  }

  test('L14 a leave for tomorrow that comes on to them is told when it cannot be taken back, without a name', async () => {
    await settleEarlier()
    await school.accept(OFFICE, 'todo')
    const before = (await told()).length
    const leaveId = await submit('2026-09-08', '2026-09-02')
    await decide(HEAD_TEACHER, leaveId)
    await school.tick()
    expect(await told()).toHaveLength(before)
    await school.advance(10_000)
    await school.tick(2)
    const messages = (await told()).slice(before)
    expect(messages).toMatchObject([{ touser: OFFICE, data: { thing1: { value: '明天的假条，请批' } } }])
    expect(messages[0]?.page).toBe(`packages/leave/approve/approve?schoolId=${SCHOOL}`)
  })

  test('L14 one for later waits for half past five, and is counted there', async () => {
    await settleEarlier()
    await school.accept(OFFICE, 'todo')
    const before = (await told()).length
    const leaveId = await submit('2026-09-28', '2026-09-22')
    await decide(HEAD_TEACHER, leaveId)
    await school.advance(60_000)
    await school.tick(2)
    expect(await told()).toHaveLength(before)
    const mine = (await waitingOf(OFFICE)).length
    await school.at('2026-09-01T17:30:00+08:00')
    await school.tick(2)
    const messages = (await told()).slice(before).filter(({ touser }) => touser === OFFICE)
    expect(JSON.stringify(messages)).toContain(`假条${mine}`)
  })
})
