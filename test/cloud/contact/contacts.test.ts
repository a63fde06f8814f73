// Decides that a contact noted anywhere counts once, in its month, for whoever had it, and for no other class (X07).
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '@class-pact/core/contract'
import type { Contact } from '@class-pact/core/register'
import { removeFolder } from '../cloud-process'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  givenSchool,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { CHECK, DAY, MISSING, holdClock, looking, missOne, timeOf } from '../roll/given-missing'
import { CHILD, MOTHER, aLetter, aTalk } from '../talk/given-talk'

const ROOT = join(__dirname, '..', '..', '..')
const SEPTEMBER = { from: timeOf('00:00:00', '2026-09-01'), until: timeOf('00:00:00', '2026-10-01') }
const OCTOBER = { from: SEPTEMBER.until, until: timeOf('00:00:00', '2026-11-01') }
const SECOND = childId(CLASS, 1)

let functionsDir: string
let school: GivenSchool

/** Functions with one action more, which only reads contacts. */
beforeAll(() => {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  functionsDir = join(mkdtempSync(join(ROOT, 'dist', 'counting-')), 'cloudfunctions')
  const options = JSON.stringify({ outdir: functionsDir, domains: [join(__dirname, 'folder')] })
  const build = `import('./scripts/build.mjs').then(({ buildFunctions }) => buildFunctions(${options}))`
  const { status, stderr } = spawnSync(process.execPath, ['-e', build], { cwd: ROOT, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})
afterAll(() => removeFolder(join(functionsDir, '..')))

beforeEach(async () => {
  school = await givenSchool({ now: CHECK, functionsDir })
  await holdClock(school, CHECK)
})
afterEach(() => school.stop())

async function contactsOf(input: { classId?: string; from: number; until: number }): Promise<Contact[]> {
  const data = { action: 'counting.read', requestId: newRequestId(), input: { schoolId: SCHOOL, ...input } }
  const { result } = await school.cloud.call<Reply<{ contacts: Contact[] }>>(PRINCIPAL, 'api', data)
  if (!result?.ok) throw new Error(JSON.stringify(result))
  return result.data.contacts
}
const ofClass = (span = SEPTEMBER, classId = CLASS) => contactsOf({ classId, ...span })

const publish = async (by = HEAD_TEACHER, classId = CLASS) => {
  const draft = aNotice({ audience: { to: 'classes', classIds: [classId] } })
  return (await school.get(by, 'notice.publish', draft)).noticeId
}
const call = (noticeId: string, changes: object = {}) =>
  ({
    noticeId,
    classId: CLASS,
    childId: SECOND,
    way: 'phone',
    told: '妈妈',
    at: timeOf('09:00:00'),
    ...changes,
  }) as const

test('H01 H11 X07 given a call, a home visit and a paper about notices, then each counts once for whoever made it', async () => {
  const noticeId = await publish()
  await school.at(`${DAY}T11:00:00+08:00`)
  await school.get(HEAD_TEACHER, 'slip.followUp', call(noticeId))
  await school.get(HEAD_TEACHER, 'slip.followUp', call(noticeId, { way: 'visit', at: timeOf('10:00:00') }))
  expect(await ofClass()).toEqual([
    { classId: CLASS, childId: SECOND, by: HEAD_TEACHER, way: 'phone', at: timeOf('09:00:00') },
    { classId: CLASS, childId: SECOND, by: HEAD_TEACHER, way: 'visit', at: timeOf('10:00:00') },
  ])
  expect(await ofClass(OCTOBER)).toEqual([])
  expect(await ofClass(SEPTEMBER, OTHER_CLASS)).toEqual([])
})

test('X07 given a follow-up that is sent twice or taken back, then it counts once, or not at all', async () => {
  const noticeId = await publish()
  await school.at(`${DAY}T11:00:00+08:00`)
  const requestId = newRequestId()
  await Promise.all([1, 2].map(() => school.ask(HEAD_TEACHER, 'slip.followUp', call(noticeId), requestId)))
  expect(await ofClass()).toHaveLength(1)
  await school.get(HEAD_TEACHER, 'slip.followUp', call(noticeId, { takesBack: true, at: timeOf('10:30:00') }))
  expect(await ofClass()).toEqual([])
})

test('H02 X07 given letters of two teachers in one thread, then each counts once a day, and the family’s do not', async () => {
  const { talkId } = await school.get(MOTHER, 'talk.open', aTalk())
  await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
  await school.at(`${DAY}T10:00:00+08:00`)
  await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId, { words: '他今天课间和同学一起踢了毽子，很高兴。' }))
  await school.get(TEACHER, 'talk.open', aTalk({ to: { desk: 'family' } }))
  const online = { classId: CLASS, childId: CHILD, way: 'online' }
  expect(await ofClass()).toEqual([
    { ...online, by: HEAD_TEACHER, at: timeOf('08:00:00') },
    { ...online, by: TEACHER, at: timeOf('10:00:00') },
  ])
  await school.at('2026-10-12T10:00:00+08:00')
  await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId, { words: '假期过去了，他最近课间的情况一直不错。' }))
  expect(await ofClass()).toHaveLength(2)
  expect(await ofClass(OCTOBER)).toMatchObject([{ by: HEAD_TEACHER, at: timeOf('10:00:00', '2026-10-12') }])
})

test('H12 X07 given a search, then whoever reached the family counts, and nobody for a call that nobody answered', async () => {
  await missOne(school)
  await school.get(HEAD_TEACHER, 'roll.contact', { ...looking(), outcome: 'no_answer', at: timeOf('08:00:00') })
  expect(await ofClass()).toEqual([])
  await school.at(`${DAY}T08:12:00+08:00`)
  const reached = { ...looking(), outcome: 'reached', cause: 'sick', at: timeOf('08:12:00') } as const
  await school.get(HEAD_TEACHER, 'roll.contact', reached)
  expect(await ofClass()).toEqual([
    { classId: CLASS, childId: MISSING, by: HEAD_TEACHER, way: 'phone', at: timeOf('08:12:00') },
  ])
})

test('X07 given an incident, then the guardian who was told counts at the time that stands', async () => {
  const { incidentId } = await school.get(TEACHER, 'incident.open', { childId: CHILD, kind: 'sudden' })
  const stamped = await school.get(TEACHER, 'incident.step', { incidentId, step: 'guardian' })
  const told = { classId: CLASS, childId: CHILD, by: TEACHER, way: 'phone', at: timeOf('08:00:00') }
  expect(await ofClass()).toEqual([told])
  await school.at(`${DAY}T08:30:00+08:00`)
  const notedAt = stamped.stamps.guardian?.notedAt ?? 0
  const right = { incidentId, step: 'guardian', notedAt, stamp: { at: timeOf('08:10:00') } } as const
  await school.get(HEAD_TEACHER, 'incident.correct', right)
  expect(await ofClass()).toEqual([{ ...told, at: timeOf('08:10:00') }])
})

test('M12 X07 given two classes, then a school counts both; whoever goes is counted no more, what they noted stays', async () => {
  const own = await publish()
  const other = await publish(OTHER_HEAD_TEACHER, OTHER_CLASS)
  await school.at(`${DAY}T11:00:00+08:00`)
  await school.get(HEAD_TEACHER, 'slip.followUp', call(own))
  const theirs = call(other, { classId: OTHER_CLASS, childId: childId(OTHER_CLASS, 1) })
  const board = await school.get(OTHER_HEAD_TEACHER, 'slip.followUp', theirs)
  expect(JSON.stringify(board)).not.toContain(OTHER_HEAD_TEACHER)
  expect(await contactsOf(SEPTEMBER)).toHaveLength(2)

  const mathematics = await publish(TEACHER)
  await school.get(TEACHER, 'slip.followUp', call(mathematics))
  expect(await contactsOf(SEPTEMBER)).toHaveLength(3)
  await school.get(TEACHER, 'person.delete', {})
  await school.tick()
  expect((await contactsOf(SEPTEMBER)).map(({ by }) => by)).toEqual([HEAD_TEACHER, OTHER_HEAD_TEACHER])
  const after = await school.get(HEAD_TEACHER, 'board.read', { noticeId: mathematics, classId: CLASS })
  expect(after.rows.flatMap(({ followUps }) => followUps)).toMatchObject([{ by: '数学李老师' }])
})
