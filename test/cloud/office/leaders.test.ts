// Proves that a school whose principal is gone gets back in, and that a leader's held post finds another leader.
import { describeLocalCloud, issueReclaimCode } from '../../../scripts/activation.mjs'
import {
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  givenSchool,
  keyOf,
  type GivenSchool,
} from '../given-school'

const LONG_MS = 180_000
const NEW = 'o-new-account'
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
}, LONG_MS)
afterEach(() => school?.stop())

const issue = (named?: string) =>
  issueReclaimCode(describeLocalCloud(school.cloud.url), SCHOOL, named, Date.parse(MORNING))
const reclaim = (openid: string, code: string) =>
  school.ask(openid, 'school.reclaim', { code, consent: true, principalName: '李明' })

describe('M13 the operator’s new code', () => {
  test('M13 given a principal who lost the account, then the code puts the new one in that place; everybody else stays; both are in the audit', async () => {
    const code = await issue()
    expect(await reclaim(NEW, code)).toMatchObject({
      data: { schoolId: SCHOOL, identity: { role: 'principal', card: '李校长', key: keyOf('principal', SCHOOL) } },
    })
    expect(await school.ask(PRINCIPAL, 'school.read', { schoolId: SCHOOL })).toEqual(FORBIDDEN)
    expect((await school.get(PRINCIPAL, 'session.read', {})).identities).toEqual([])
    expect(await school.ask(OFFICE, 'school.read', { schoolId: SCHOOL })).toMatchObject({ ok: true })
    expect(await school.ask(HEAD_TEACHER, 'notice.publish', aNotice())).toMatchObject({ ok: true })
    await school.tick()
    const { rows } = await school.get(NEW, 'audit.export', { schoolId: SCHOOL })
    expect(rows.map(({ action, said, role }) => [action, said, role])).toEqual(
      expect.arrayContaining([
        ['school.code', '开通人员发出新激活码', 'system'],
        ['school.reclaim', '凭新激活码接任校长', 'principal'],
      ]),
    )
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  test('M13 given the code, then it opens once: for two at once, for somebody else later, and again for the same person', async () => {
    const code = await issue()
    const replies = await Promise.all([reclaim(NEW, code), reclaim('o-thief', code)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const winner = replies[0]?.ok ? NEW : 'o-thief'
    expect(await reclaim(winner, code)).toMatchObject({ ok: true })
    expect(await reclaim('o-late', code)).toMatchObject({ error: { code: 'ACTIVATION_INVALID' } })
    const [found] = await school.stored<{ principals: { openid: string }[] }>('schools')
    expect(found?.principals.map(({ openid }) => openid)).toEqual([winner])
    expect(
      await school.ask('o-late', 'school.activate', {
        ...{ code, consent: true, schoolName: '某校', kind: 'primary', principalName: '某人' },
      }),
    ).toMatchObject({ error: { code: 'ACTIVATION_INVALID' } })
  })

  test('M13 given a code that is a month old, or a place that was handed over meanwhile, then it opens nothing', async () => {
    const code = await issue()
    const [found] = await school.stored<object & { _id: string }>('schools')
    await school.cloud.control('data.put', {
      documents: { schools: [{ ...found, principals: [{ openid: 'o-next', name: '周强' }] }] },
    })
    expect(await reclaim(NEW, code)).toMatchObject({ error: { code: 'ACTIVATION_INVALID' } })
    const old = await issue()
    await school.advance(31 * 86_400_000)
    expect(await reclaim(NEW, old)).toMatchObject({ error: { code: 'ACTIVATION_INVALID' } })
  })

  test('M13 given several principals, then the operator names whose place it is', async () => {
    const [found] = await school.stored<object & { _id: string; principals: object[] }>('schools')
    const principals = [...(found?.principals ?? []), { openid: 'o-second', name: '周强' }]
    await school.cloud.control('data.put', { documents: { schools: [{ ...found, principals }] } })
    await expect(issue()).rejects.toThrow('--principal')
    // The other principal takes it: the lost one's place is gone, and they lead once.
    expect(await reclaim('o-second', await issue('李明'))).toMatchObject({ ok: true })
    const [after] = await school.stored<{ principals: { openid: string }[] }>('schools')
    expect(after?.principals.map(({ openid }) => openid)).toEqual(['o-second'])
  })
})

describe('G01 a leader’s own held post', () => {
  const held = async (openid: string) => {
    await school.cloud.control('verdicts.set', { suggest: 'review' })
    const notice = await school.get(openid, 'notice.publish', aNotice({ audience: { to: 'school', schoolId: SCHOOL } }))
    await school.cloud.control('verdicts.clear')
    expect(notice.state).toBe('held')
    return notice
  }
  const alone = async () => {
    const { posts } = await school.get(PRINCIPAL, 'staff.read', { schoolId: SCHOOL })
    const ref = posts.find(({ post }) => post === 'office')?.ref ?? ''
    await school.get(PRINCIPAL, 'office.end', { schoolId: SCHOOL, ref })
  }

  test('G01 given another leader, then the post goes to that one, who lets it out, and nobody is told that there is none', async () => {
    const { noticeId, noReviewer } = await held(PRINCIPAL)
    expect(noReviewer).toBeUndefined()
    expect(await school.ask(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })).toMatchObject({
      error: { code: 'REVIEWER_IS_AUTHOR' },
    })
    expect(await school.get(OFFICE, 'review.list', { schoolId: SCHOOL })).toMatchObject({
      isOnlyLeader: false,
      total: 1,
    })
    expect(await school.ask(OFFICE, 'review.decide', { noticeId, decision: 'approve' })).toMatchObject({ ok: true })
  })

  test('G01 M17 given the only leader, then preview, detail and queue say so; an invited 教导处 lets it out', async () => {
    await alone()
    expect(await school.get(PRINCIPAL, 'notice.prepare', { schoolId: SCHOOL })).toMatchObject({ noReviewer: true })
    const { noticeId, classIds, noReviewer } = await held(PRINCIPAL)
    expect(noReviewer).toBe(true)
    const at = { noticeId, classId: classIds[0] ?? '' }
    expect(await school.get(PRINCIPAL, 'notice.read', at)).toMatchObject({ state: 'held', noReviewer: true })
    expect(await school.get(PRINCIPAL, 'review.list', { schoolId: SCHOOL })).toMatchObject({ isOnlyLeader: true })

    const offer = { purpose: 'office', schoolId: SCHOOL, office: 'office' } as const
    const { token } = await school.get(PRINCIPAL, 'invitation.create', offer)
    const answered = await school.get(NEW, 'join.staff', { token, consent: true, name: '吴敏' })
    const applicationId = answered.outcome === 'applied' ? answered.applicationId : ''
    await school.get(PRINCIPAL, 'application.decide', { applicationId, approve: true })
    expect(await school.get(PRINCIPAL, 'notice.read', at)).not.toHaveProperty('noReviewer')
    expect(await school.ask(NEW, 'review.decide', { noticeId, decision: 'approve' })).toMatchObject({ ok: true })
    expect(await school.get(PRINCIPAL, 'notice.read', at)).toMatchObject({ state: 'published' })
  })
})
