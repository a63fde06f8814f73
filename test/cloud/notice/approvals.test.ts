// Decides that what a rule keeps for the principal goes out by the principal's word and by nobody else's.
import type { NoticeDraft } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { aFee } from './given-kinds'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
/** The morning of the school of the tests is a Tuesday. */
const TODAY = '2026-09-01'
let school: GivenSchool
const at = (noticeId: string) => ({ noticeId, classId: CLASS })
const publish = (by: string, draft: NoticeDraft) => school.ask(by, 'notice.publish', draft)
const approve = (by: string, noticeId: string) => school.ask(by, 'review.decide', { noticeId, decision: 'approve' })
const fieldOf = (field: string) => ({ error: { code: 'INPUT_INVALID', field } })
const trailOf = async (noticeId: string) => {
  const found = await school.stored<{ _id: string; trail: { action: string; role: string; detail?: object }[] }>(
    'notices',
  )
  return found.find(({ _id }) => _id === noticeId)?.trail ?? []
}

describe('given a school with a principal and an office', () => {
  beforeEach(async () => {
    school = await givenSchool({ weekCap: 5 })
  })
  afterEach(() => school.stop())

  test('C36 C37 a fee waits for the principal; the office decides nothing of it; approved it is signed for, with the approver', async () => {
    const held = await school.get(TEACHER, 'notice.publish', aFee())
    expect(held).toMatchObject({ state: 'held', verdict: 'hold', awaits: 'principal', reasons: [{ rule: 'C37' }] })
    expect(await school.get(TEACHER, 'notice.read', at(held.noticeId))).toMatchObject({ awaits: 'principal' })
    expect(await school.ask(MOTHER, 'notice.read', at(held.noticeId))).toMatchObject({ error: { code: 'FORBIDDEN' } })

    for (const decision of ['approve', 'refuse', 'talk'] as const) {
      const answer = await school.ask(OFFICE, 'review.decide', { noticeId: held.noticeId, decision })
      expect(answer).toMatchObject({ error: { code: 'PRINCIPAL_NEEDED', rule: 'C37' } })
    }
    const queue = await school.get(OFFICE, 'review.list', { schoolId: SCHOOL })
    expect(queue.items).toMatchObject([{ noticeId: held.noticeId, awaits: 'principal', fields: { fee: aFee().fee } }])

    const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect(today).toMatchObject({ heldTotal: 1, held: [{ kind: 'fee', awaits: 'principal', rules: ['C37'] }] })
    expect(await approve(PRINCIPAL, held.noticeId)).toMatchObject({ ok: true })
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at(held.noticeId))).toMatchObject({
      ...{ state: 'published', replyMode: 'sign', approver: '李校长', fields: { fee: aFee().fee } },
    })
  })

  test('C37 of two who decide a fee at the same moment only the principal is heard', async () => {
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aFee())
    const [office, principal] = await Promise.all([
      school.ask(OFFICE, 'review.decide', { noticeId, decision: 'refuse' }),
      approve(PRINCIPAL, noticeId),
    ])
    expect([office.ok, principal.ok]).toEqual([false, true])
  })

  test('C37 a principal’s own fee waits for another leader, whoever that is', async () => {
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const held = await school.get(PRINCIPAL, 'notice.publish', aFee({ audience }))
    expect(held).toMatchObject({ state: 'held', awaits: 'leader' })
    expect(await approve(PRINCIPAL, held.noticeId)).toMatchObject({ error: { code: 'REVIEWER_IS_AUTHOR' } })
    expect(await approve(OFFICE, held.noticeId)).toMatchObject({ ok: true })
    const { fees } = await school.get(MOTHER, 'notice.fees', { identity: keyOf('guardian', CHILD) })
    expect(fees).toMatchObject([{ approver: '教导处赵老师', classNames: ['幸福街小学'] }])
  })

  test('T12 the sixth notice of the week waits for the principal, what is for the children’s safety does not', async () => {
    for (let index = 0; index < 5; index++) {
      expect(await publish(index % 2 ? TEACHER : HEAD_TEACHER, aNotice())).toMatchObject({
        data: { state: 'published' },
      })
      await school.advance(5 * 60_000)
    }
    const sixth = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(sixth).toMatchObject({ state: 'held', awaits: 'principal', reasons: [{ rule: 'T12', verdict: 'hold' }] })
    await school.advance(5 * 60_000)
    expect(await publish(HEAD_TEACHER, aNotice({ kind: 'safety' }))).toMatchObject({ data: { state: 'published' } })
    await school.advance(5 * 60_000)
    const toOther = aNotice({ audience: { to: 'classes', classIds: [OTHER_CLASS] } })
    expect(await publish(OFFICE, toOther)).toMatchObject({ data: { state: 'published' } })

    expect(await approve(OFFICE, sixth.noticeId)).toMatchObject({ error: { code: 'PRINCIPAL_NEEDED', rule: 'T12' } })
    expect(await approve(PRINCIPAL, sixth.noticeId)).toMatchObject({ ok: true })
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at(sixth.noticeId))).toMatchObject({ state: 'published' })
  })

  test('T12 a principal’s own goes out above the cap, with a warning, and the trail says so', async () => {
    for (let index = 0; index < 5; index++) {
      await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
      await school.advance(5 * 60_000)
    }
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const { noticeId, ...own } = await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience }))
    expect(own).toMatchObject({ state: 'published', reasons: [{ rule: 'T12', verdict: 'warn' }] })
    expect(await trailOf(noticeId)).toMatchObject([{ role: 'principal', detail: { waived: 'T12' } }])
  })

  test('N09 an activity told on its day is refused; with a reason it waits for the principal, who reads the reason', async () => {
    const late = {
      event: { day: TODAY, place: '操场', from: '17:00' },
      deadline: Date.parse(`${TODAY}T16:00:00+08:00`),
    }
    expect(await publish(TEACHER, anOuting(late))).toMatchObject({
      error: { code: 'POST_REFUSED', rule: 'N09', reasons: [{ wayOut: ['change_day', 'principal_approval'] }] },
    })
    const asked = { ...late, exception: { reason: '场馆刚通知今天空出来' } }
    const held = await school.get(TEACHER, 'notice.publish', anOuting(asked))
    expect(held).toMatchObject({ state: 'held', awaits: 'principal', reasons: [{ rule: 'N09', verdict: 'hold' }] })
    expect(await approve(OFFICE, held.noticeId)).toMatchObject({ error: { code: 'PRINCIPAL_NEEDED', rule: 'N09' } })
    const { items } = await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })
    expect(items).toMatchObject([{ author: '数学李老师', fields: { exception: asked.exception }, event: late.event }])
    expect(await approve(PRINCIPAL, held.noticeId)).toMatchObject({ ok: true })
    await school.tick()
    const read = await school.get(MOTHER, 'notice.read', at(held.noticeId))
    expect(read.state).toBe('published')
    expect(read.fields).toBeUndefined()
  })

  test('N09 a principal’s own goes out on the day, with a warning, and the trail says so', async () => {
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const event = { day: TODAY, place: '操场', from: '17:00' }
    const deadline = Date.parse(`${TODAY}T16:00:00+08:00`)
    const { noticeId, state } = await school.get(PRINCIPAL, 'notice.publish', anOuting({ audience, event, deadline }))
    expect(state).toBe('published')
    expect(await trailOf(noticeId)).toMatchObject([{ detail: { waived: 'N09' } }])
  })

  test('N09 an exception is asked for an activity only, and an activity has its day', async () => {
    const exception = { reason: '临时决定' }
    expect(await publish(TEACHER, aNotice({ exception }))).toMatchObject(fieldOf('exception'))
    expect(await publish(TEACHER, anOuting({ event: undefined }))).toMatchObject(fieldOf('event.day'))
  })
})

describe('given a school with one leader', () => {
  beforeAll(async () => {
    school = await givenSchool()
  })
  afterAll(() => school.stop())

  test('C37 what only this principal could approve goes out with its basis, and the trail says so', async () => {
    const { posts } = await school.get(PRINCIPAL, 'staff.read', { schoolId: SCHOOL })
    const ref = posts.find(({ post }) => post === 'office')?.ref ?? ''
    await school.get(PRINCIPAL, 'office.end', { schoolId: SCHOOL, ref })
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const { noticeId, state } = await school.get(PRINCIPAL, 'notice.publish', aFee({ audience }))
    expect(state).toBe('published')
    expect(await trailOf(noticeId)).toMatchObject([{ detail: { approver: 'own' } }])
    const { fees } = await school.get(MOTHER, 'notice.fees', { identity: keyOf('guardian', CHILD) })
    expect(fees).toMatchObject([{ noticeId, approver: '李校长' }])
  })
})
