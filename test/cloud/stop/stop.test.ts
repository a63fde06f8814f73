// Proves that publishing stops on every way there is, and that all else goes on (G10, G19; screens.md 3.23).
import type { NoticeDraft } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const DAY_MS = 86_400_000
const SCHOOL_WIDE: Partial<NoticeDraft> = { audience: { to: 'school', schoolId: SCHOOL } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const halt = (level: 'class' | 'all') =>
  school.get(PRINCIPAL, 'school.stop', { schoolId: SCHOOL, level, reason: '有人冒用老师发通知' })
const resume = () => school.get(OFFICE, 'school.resume', { schoolId: SCHOOL })
const publish = (by: string, changes: Partial<NoticeDraft> = {}) => school.ask(by, 'notice.publish', aNotice(changes))
const REFUSED = (level: string) => ({ ok: false, error: { code: 'PUBLISHING_STOPPED', facts: { level } } })
const stateOf = async (noticeId: string) =>
  (await school.stored<{ _id: string; state: string }>('notices')).find(({ _id }) => _id === noticeId)?.state

test('G19 given 只留学校通知, then class staff publish on no way, urgent, private or plain, and the leaders do', async () => {
  await halt('class')
  const child = { to: 'child', classId: CLASS, childId: CHILD } as const
  const urgent = { cause: 'safety', reason: '校门口积水' } as const
  expect(await publish(HEAD_TEACHER)).toMatchObject(REFUSED('class'))
  expect(await publish(TEACHER)).toMatchObject(REFUSED('class'))
  expect(await publish(HEAD_TEACHER, { audience: child })).toMatchObject(REFUSED('class'))
  expect(await publish(HEAD_TEACHER, { kind: 'safety', urgent })).toMatchObject(REFUSED('class'))
  expect(await publish(PRINCIPAL, SCHOOL_WIDE)).toMatchObject({ ok: true, data: { state: 'published' } })
  expect(await publish(OFFICE, SCHOOL_WIDE)).toMatchObject({ ok: true })
})

test('G19 given 全部暂停, then nobody publishes, and afterwards everybody does', async () => {
  await halt('all')
  expect(await publish(PRINCIPAL, SCHOOL_WIDE)).toMatchObject(REFUSED('all'))
  expect(await publish(HEAD_TEACHER)).toMatchObject(REFUSED('all'))
  await resume()
  expect(await publish(HEAD_TEACHER)).toMatchObject({ ok: true, data: { state: 'published' } })
})

test('G10 while it is stopped one reads, signs and asks for leave as ever, and is told why nothing new comes', async () => {
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  await halt('all')
  const line = { noticeId, classId: CLASS, childId: CHILD }
  await school.get(MOTHER, 'slip.markRead', line)
  expect(await school.get(MOTHER, 'slip.sign', { ...line, version: 1 })).toMatchObject({ first: true })
  const span = { from: '2026-09-02', fromHalf: 'am', to: '2026-09-02', toHalf: 'pm' } as const
  await school.get(MOTHER, 'leave.submit', { childId: CHILD, kind: 'fever', span, proof: [] })
  expect(await school.ask(HEAD_TEACHER, 'slip.remind', { noticeId, classId: CLASS })).toMatchObject({ ok: true })

  const of = async (openid: string, role: string, id: string) =>
    school.get(openid, 'today.read', { identity: keyOf(role, id) })
  expect(await of(MOTHER, 'guardian', CHILD)).toMatchObject({ stop: 'all' })
  expect(await of(HEAD_TEACHER, 'head_teacher', CLASS)).toMatchObject({ stop: 'all' })
  expect(await of(PRINCIPAL, 'principal', SCHOOL)).toMatchObject({ stop: { level: 'all', asks: false } })
  expect(await school.get(MOTHER, 'notice.list', { identity: keyOf('guardian', CHILD) })).toMatchObject({ stop: 'all' })
  expect(await school.get(HEAD_TEACHER, 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })).toMatchObject({
    stop: 'all',
  })
  expect(await school.get(PRINCIPAL, 'school.read', { schoolId: SCHOOL })).toMatchObject({
    stop: { level: 'all', reason: '有人冒用老师发通知' },
  })
})

test('G19 given a queued post and one that is approved meanwhile, then neither goes out before publishing is resumed', async () => {
  await school.cloud.control('verdicts.set', { suggest: 'review' })
  const held = await school.get(TEACHER, 'notice.publish', aNotice())
  await school.cloud.control('verdicts.clear')
  await school.at('2026-09-01T21:00:00+08:00')
  const queued = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
  expect([held.state, queued.state]).toEqual(['held', 'queued'])

  await school.at('2026-09-02T06:30:00+08:00')
  await halt('class')
  await school.at('2026-09-02T08:00:00+08:00')
  await school.get(PRINCIPAL, 'review.decide', { noticeId: held.noticeId, decision: 'approve' })
  await school.tick(2)
  await school.advance(600_000)
  await school.tick(2)
  expect([await stateOf(held.noticeId), await stateOf(queued.noticeId)]).toEqual(['queued', 'queued'])
  expect(await school.stored('slips')).toEqual([])

  await resume()
  await school.advance(600_000)
  await school.tick()
  await school.tick()
  expect([await stateOf(held.noticeId), await stateOf(queued.noticeId)]).toEqual(['published', 'published'])
})

test('G10 given a publish and a stop at the same moment, then the post is wholly out or refused, and the next is refused', async () => {
  const [published, stopped] = await Promise.all([
    publish(HEAD_TEACHER),
    school.ask(PRINCIPAL, 'school.stop', { schoolId: SCHOOL, level: 'class', reason: '演练' }),
  ])
  expect(stopped).toEqual({ ok: true, data: {} })
  const slips = await school.stored('slips')
  if (published.ok) expect(slips).toHaveLength(1)
  else expect([published, slips]).toMatchObject([REFUSED('class'), []])
  expect(await publish(TEACHER)).toMatchObject(REFUSED('class'))
})

test('G10 after a day the leaders are asked once to resume, by a message and on 今天; both acts are in the audit', async () => {
  await school.accept(PRINCIPAL, 'todo')
  await halt('class')
  await school.advance(DAY_MS - 60_000)
  await school.tick()
  expect(await school.stored('deliveries')).toEqual([])
  await school.advance(120_000)
  await school.tick(3)
  const sent = await school.stored<{ openid: string; state: string; template: string }>('deliveries')
  expect(sent.filter(({ openid }) => openid === PRINCIPAL)).toMatchObject([{ template: 'todo', state: 'sent' }])
  const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
  expect(today).toMatchObject({ stop: { asks: true } })

  await resume()
  await school.tick()
  const audit = await school.stored<{ action: string; detail?: object }>('audit')
  expect(audit.find(({ action }) => action === 'school.stop')?.detail).toMatchObject({ reason: '有人冒用老师发通知' })
  expect(audit.some(({ action }) => action === 'school.resume')).toBe(true)
})

test('G10 resuming twice, or where nothing is stopped, is harmless', async () => {
  await resume()
  await halt('all')
  await resume()
  await resume()
  expect(await publish(HEAD_TEACHER)).toMatchObject({ ok: true })
})
