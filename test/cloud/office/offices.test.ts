// Proves that a school's offices are seated by the principal, open exactly what is theirs, and end at once.
import type { Input, Post } from '@class-pact/core/contract'
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
  motherOf,
  type GivenSchool,
} from '../given-school'

const LONG_MS = 180_000
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ moreClasses: 1 })
}, LONG_MS)
afterEach(() => school?.stop())

type Offer = Omit<Extract<Input<'invitation.create'>, { purpose: 'office' }>, 'purpose' | 'schoolId'>
const invite = async (offer: Offer, by = PRINCIPAL) =>
  (await school.get(by, 'invitation.create', { purpose: 'office', schoolId: SCHOOL, ...offer })).token
const answer = async (openid: string, token: string, name = '孙丽丽') => {
  const answered = await school.get(openid, 'join.staff', { token, consent: true, name })
  if (answered.outcome !== 'applied') throw new Error('seated already')
  return answered.applicationId
}
const confirm = (applicationId: string, by = PRINCIPAL) =>
  school.ask(by, 'application.decide', { applicationId, approve: true })
const seat = async (openid: string, offer: Offer, name = '孙丽丽') => {
  const confirmed = await confirm(await answer(openid, await invite(offer), name))
  expect(confirmed).toMatchObject({ ok: true })
}
const identitiesOf = async (openid: string) => (await school.get(openid, 'session.read', {})).identities
const refOf = async (post: Post, by = PRINCIPAL) => {
  const { posts } = await school.get(by, 'staff.read', { schoolId: SCHOOL })
  return posts.find((each) => each.post === post)?.ref ?? ''
}
const end = async (post: Post, by = PRINCIPAL) =>
  school.ask(by, 'office.end', { schoolId: SCHOOL, ref: await refOf(post) })

describe('M17 a grade leader', () => {
  const LEADER = 'o-grade-leader'
  const grade = { office: 'grade_leader', grade: '三' } as const

  test('M17 given the principal’s invitation, when it is answered, then it waits for the principal, who says by name that it is them', async () => {
    const token = await invite(grade)
    const view = await school.get(LEADER, 'invitation.read', { token })
    expect(view).toMatchObject({
      purpose: 'office',
      office: 'grade_leader',
      grade: '三',
      inviter: '李校长',
      className: '',
    })
    const applicationId = await answer(LEADER, token)
    expect(await identitiesOf(LEADER)).toEqual([])
    const { applications } = await school.get(PRINCIPAL, 'application.list', { schoolId: SCHOOL })
    expect(applications).toMatchObject([{ applicationId, guardianName: '孙丽丽', office: 'grade_leader', grade: '三' }])
    const { applications: forOffice } = await school.get(OFFICE, 'application.list', { schoolId: SCHOOL })
    expect(forOffice).toEqual([])
    expect(await confirm(applicationId, OFFICE)).toMatchObject(FORBIDDEN)
    expect(await school.ask('o-another', 'join.staff', { token, consent: true, name: '别人' })).toMatchObject({
      error: { code: 'INVITATION_INVALID' },
    })

    expect(await confirm(applicationId)).toMatchObject({ ok: true })
    expect(await identitiesOf(LEADER)).toMatchObject([
      { role: 'officer', office: 'grade_leader', grade: '三', card: '三年级组长孙老师', schoolId: SCHOOL },
    ])
    expect(await school.get(LEADER, 'join.staff', { token, consent: true, name: '孙丽丽' })).toMatchObject({
      outcome: 'seated',
    })
  })

  test('M17 given the office, then exactly the own grade opens: figures, boards, members without phones, leave of the day', async () => {
    await seat(LEADER, grade)
    const key = (await identitiesOf(LEADER))[0]?.key ?? ''
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', anOuting())
    const leave = { childId: childId(CLASS, 0), kind: 'fever' as const, proof: [] }
    const span = { from: '2026-09-01', fromHalf: 'am', to: '2026-09-01', toHalf: 'pm' } as const
    await school.get(motherOf(childId(CLASS, 0)), 'leave.submit', { ...leave, span })

    const figures = await school.get(LEADER, 'statistics.read', { schoolId: SCHOOL, range: 'week' })
    expect(figures.classes.map(({ classId }) => classId)).toEqual([CLASS, OTHER_CLASS])
    expect(figures.school.children).toBe(8)
    expect(await school.get(LEADER, 'statistics.class', { classId: CLASS, range: 'week' })).toMatchObject({
      figures: { classId: CLASS },
    })
    expect(await school.get(LEADER, 'board.read', { noticeId, classId: CLASS })).toMatchObject({ counts: { total: 4 } })
    expect(await school.get(LEADER, 'class.members', { classId: OTHER_CLASS })).toMatchObject({ classId: OTHER_CLASS })
    const day = await school.get(LEADER, 'leave.day', { schoolId: SCHOOL, day: '2026-09-01' })
    expect(day.classes.map(({ className, away }) => [className, away.length])).toEqual([
      ['三（2）班', 1],
      ['三（1）班', 0],
    ])
    expect(JSON.stringify(day)).not.toContain('fever')
    expect(await school.get(LEADER, 'today.read', { identity: key })).toMatchObject({
      ...{ role: 'officer', office: 'grade_leader', grade: '三', today: '2026-09-01' },
      classes: [{ classId: CLASS }, { classId: OTHER_CLASS }],
    })
    expect(await school.get(LEADER, 'notice.list', { identity: key })).toEqual({ rows: [], total: 0 })

    const other = 'class-more-0'
    expect(await school.ask(LEADER, 'class.members', { classId: other })).toEqual(FORBIDDEN)
    expect(await school.ask(LEADER, 'statistics.class', { classId: other, range: 'week' })).toEqual(FORBIDDEN)
    const closed = await Promise.all([
      school.ask(LEADER, 'child.phones', { childId: childId(CLASS, 0) }),
      school.ask(LEADER, 'log.read', { classId: CLASS }),
      school.ask(LEADER, 'review.list', { schoolId: SCHOOL }),
      school.ask(LEADER, 'slip.remind', { noticeId, classId: CLASS }),
      school.ask(LEADER, 'leave.list', { of: 'class', classId: CLASS }),
      school.ask(LEADER, 'school.read', { schoolId: SCHOOL }),
      school.ask(LEADER, 'staff.read', { schoolId: SCHOOL }),
      school.ask(LEADER, 'notice.publish', aNotice()),
    ])
    expect(closed.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual(closed.map(() => 'FORBIDDEN'))
  })

  test('M17 given two who are invited for one grade, when both are confirmed at once, then one holds it and the other is told who', async () => {
    const [first, second] = [
      await answer(LEADER, await invite(grade)),
      await answer('o-second', await invite(grade), '周强'),
    ]
    const replies = await Promise.all([confirm(first), confirm(second)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'OFFICE_TAKEN', rule: 'M17' } })
    const held = (await school.stored<{ state: string }>('offices')).filter(({ state }) => state === 'held')
    expect(held).toHaveLength(1)
    expect(await confirm(replies[0]?.ok ? second : first)).toMatchObject({ error: { code: 'OFFICE_TAKEN' } })
  })

  test('M17 given an end, then the office opens on its last day, and at midnight nothing more; the next is seated without ending it', async () => {
    await seat(LEADER, { ...grade, until: '2026-09-02' })
    // A slow machine must not carry the test over midnight.
    await school.cloud.control('clock.hold')
    await school.at('2026-09-02T23:59:59+08:00')
    expect(await school.ask(LEADER, 'class.members', { classId: CLASS })).toMatchObject({ ok: true })
    await school.at('2026-09-03T00:00:00+08:00')
    expect(await school.ask(LEADER, 'class.members', { classId: CLASS })).toEqual(FORBIDDEN)
    expect(await identitiesOf(LEADER)).toEqual([])
    await school.cloud.control('clock.hold', { held: false })
    await seat('o-next', grade, '周强')
    expect(await identitiesOf('o-next')).toMatchObject([{ card: '三年级组长周老师' }])
  })

  test('M17 given the principal who ends it twice at once while the holder reads, then it ends once, and the next call finds nothing', async () => {
    await seat(LEADER, grade)
    const ref = await refOf('grade_leader')
    const ending = () => school.ask(PRINCIPAL, 'office.end', { schoolId: SCHOOL, ref })
    const [one, another] = await Promise.all([
      ending(),
      ending(),
      school.ask(LEADER, 'class.members', { classId: CLASS }),
    ])
    expect([one, another]).toMatchObject([{ ok: true }, { ok: true }])
    expect(await school.ask(LEADER, 'class.members', { classId: CLASS })).toEqual(FORBIDDEN)
    const [office] = await school.stored<{ trail: { action: string }[] }>('offices')
    expect(office?.trail.filter(({ action }) => action === 'office.end')).toHaveLength(1)
  })

  test('M12 given a holder who deletes their data, then the office is free', async () => {
    await seat(LEADER, grade)
    await school.get(LEADER, 'person.delete', {})
    expect(JSON.stringify(await school.stored('offices'))).not.toContain(LEADER)
    await seat('o-next', grade, '周强')
  })
})

test('M17 given 政教处, 值周组 and 总务处, then each opens its own and nothing of the others’', async () => {
  await seat('o-discipline', { office: 'discipline' })
  await seat('o-weekly', { office: 'weekly_duty' })
  await seat('o-logistics', { office: 'logistics' })
  const open = async (openid: string) => {
    const replies = await Promise.all([
      school.ask(openid, 'log.read', { classId: CLASS }),
      school.ask(openid, 'review.list', { schoolId: SCHOOL }),
      school.ask(openid, 'leave.day', { schoolId: SCHOOL, day: '2026-09-01' }),
      school.ask(openid, 'class.members', { classId: CLASS }),
      school.ask(openid, 'statistics.read', { schoolId: SCHOOL, range: 'week' }),
    ])
    return replies.map(({ ok }) => ok)
  }
  expect(await open('o-discipline')).toEqual([true, true, false, false, false])
  expect(await open('o-weekly')).toEqual([false, false, true, false, false])
  expect(await open('o-logistics')).toEqual([false, false, false, false, false])
  for (const openid of ['o-discipline', 'o-weekly', 'o-logistics']) {
    const [identity] = await identitiesOf(openid)
    expect(await school.get(openid, 'today.read', { identity: identity?.key ?? '' })).toMatchObject({ role: 'officer' })
    expect(await school.get(openid, 'pact.read', { schoolId: SCHOOL })).toMatchObject({ version: 1 })
  }
})

describe('M17 several leaders', () => {
  test('M15 M17 given an invitation into the 教导处, when confirmed, then they lead, and ended they do not', async () => {
    await seat('o-clerk', { office: 'office' }, '吴敏')
    expect(await identitiesOf('o-clerk')).toMatchObject([{ role: 'office', card: '教导处吴老师' }])
    expect(await school.ask('o-clerk', 'review.list', { schoolId: SCHOOL })).toMatchObject({ ok: true })
    const { posts } = await school.get('o-clerk', 'staff.read', { schoolId: SCHOOL })
    const own = posts.find(({ isMine }) => isMine)
    expect(own).toMatchObject({ post: 'office', name: '吴敏' })
    expect(await school.ask('o-clerk', 'office.end', { schoolId: SCHOOL, ref: own?.ref ?? '' })).toEqual(FORBIDDEN)
    expect(
      await school.ask('o-clerk', 'invitation.create', { purpose: 'office', schoolId: SCHOOL, office: 'office' }),
    ).toEqual(FORBIDDEN)
    await school.get(PRINCIPAL, 'office.end', { schoolId: SCHOOL, ref: own?.ref ?? '' })
    expect(await identitiesOf('o-clerk')).toEqual([])
  })

  test('M17 given the last principal, then the post does not end; given a second, then it does', async () => {
    expect(await end('principal')).toMatchObject({ error: { code: 'LAST_IN_POST' } })
    await seat('o-second', { office: 'principal' }, '周强')
    const { posts } = await school.get('o-second', 'staff.read', { schoolId: SCHOOL })
    const [theirs] = posts.filter(({ post, isMine }) => post === 'principal' && !isMine)
    expect(await school.ask('o-second', 'office.end', { schoolId: SCHOOL, ref: theirs?.ref ?? '' })).toEqual(FORBIDDEN)
    expect(await end('principal')).toMatchObject({ ok: true })
    expect(await school.ask(PRINCIPAL, 'staff.read', { schoolId: SCHOOL })).toEqual(FORBIDDEN)
  })

  test('M17 given a principal who hands over to two at once, then one takes the place, and the school has one principal', async () => {
    const offer = { office: 'principal', takesOver: true } as const
    const [one, another] = [
      await answer('o-one', await invite(offer), '周强'),
      await answer('o-two', await invite(offer), '吴敏'),
    ]
    const replies = await Promise.all([confirm(one), confirm(another)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const [found] = await school.stored<{ principals: { openid: string }[] }>('schools')
    expect(found?.principals).toHaveLength(1)
    expect(found?.principals[0]?.openid).not.toBe(PRINCIPAL)
    expect(await school.ask(PRINCIPAL, 'school.read', { schoolId: SCHOOL })).toEqual(FORBIDDEN)
  })
})

test('M17 given somebody whose post ends, then the staff list says first what stays open', async () => {
  await school.get(OFFICE, 'notice.publish', anOuting({ audience: { to: 'school', schoolId: SCHOOL } }))
  const ref = await refOf('office')
  expect(await school.get(PRINCIPAL, 'office.open', { schoolId: SCHOOL, ref })).toEqual({ running: 3, waiting: 0 })
  const { posts } = await school.get(PRINCIPAL, 'staff.read', { schoolId: SCHOOL })
  expect(posts.map(({ post, card }) => `${post} ${card}`)).toEqual([
    ...['principal 李校长', 'office 教导处赵老师'],
    ...['head_teacher 语文王老师', 'head_teacher 语文赵老师', 'head_teacher 语文孙老师', 'teacher 数学李老师'],
  ])
  expect(JSON.stringify(posts)).not.toMatch(new RegExp([PRINCIPAL, OFFICE, HEAD_TEACHER, TEACHER].join('|')))
})

test('M17 given offers that do not fit, then they are refused by their field', async () => {
  const ask = (offer: Offer) =>
    school.ask(PRINCIPAL, 'invitation.create', { purpose: 'office', schoolId: SCHOOL, ...offer })
  expect(await ask({ office: 'grade_leader' })).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'grade' } })
  expect(await ask({ office: 'logistics', grade: '三' })).toMatchObject({ error: { field: 'grade' } })
  expect(await ask({ office: 'office', until: '2026-09-30' })).toMatchObject({ error: { field: 'until' } })
  expect(await ask({ office: 'logistics', until: '2026-08-31' })).toMatchObject({ error: { field: 'until' } })
  expect(await ask({ office: 'office', takesOver: true })).toMatchObject({ error: { field: 'takesOver' } })
  expect(
    await school.ask(HEAD_TEACHER, 'invitation.create', { purpose: 'office', schoolId: SCHOOL, office: 'logistics' }),
  ).toEqual(FORBIDDEN)
})
