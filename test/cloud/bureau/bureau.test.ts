// Proves the bureau's way with a school: seated by its principal, numbers that C16 asks for, notices, reports (G22).
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { BUREAU_NAME, PERSON, aBureauOver, bureauOver, inviteBureau } from './given-bureau'

const BUREAU = 'o-bureau'
const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const OVER = { schoolId: SCHOOL, principal: PRINCIPAL, by: BUREAU }
const refusedBy = (code: string, facts?: object) => ({ ok: false, error: { code, ...(facts && { facts }) } })

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ children: 8 })
})
afterEach(() => school.stop())

const seat = () => school.get(PRINCIPAL, 'bureau.seat', { schoolId: SCHOOL })
const identities = async (openid: string) => (await school.get(openid, 'session.read', {})).identities
const acts = async () => {
  await school.tick()
  return (await school.stored<{ action: string; schoolId: string }>('audit')).filter(
    ({ schoolId }) => schoolId === SCHOOL,
  )
}

describe('G22 given a principal who seats a bureau', () => {
  test('G22 a card, an answer and the principal’s word seat it; the school’s audit has all of it', async () => {
    const token = await inviteBureau(school, OVER)
    expect(await school.get(BUREAU, 'bureau.invitation', { token })).toMatchObject({
      ...{ schoolName: '幸福街小学', bureau: BUREAU_NAME, inviter: '李校长', consented: false },
    })
    const answer = { token, consent: true as const, name: PERSON }
    expect(await school.get(BUREAU, 'bureau.accept', answer)).toEqual({ outcome: 'waits', schoolName: '幸福街小学' })
    expect(await identities(BUREAU)).toEqual([])
    const waiting = await seat()
    expect(waiting).toMatchObject({ state: 'answered', bureau: BUREAU_NAME, person: PERSON, answered: { schools: 0 } })
    expect(await school.ask('o-other', 'bureau.accept', answer)).toMatchObject(refusedBy('INVITATION_INVALID'))
    const confirmed = { schoolId: SCHOOL, seen: waiting.answered?.at ?? 0 }
    expect(await school.ask(OFFICE, 'bureau.confirm', confirmed)).toMatchObject(refusedBy('FORBIDDEN'))
    expect(await school.ask(PRINCIPAL, 'bureau.confirm', { ...confirmed, seen: 1 })).toMatchObject(
      refusedBy('BUREAU_STATE'),
    )
    expect(await school.get(PRINCIPAL, 'bureau.confirm', confirmed)).toMatchObject({ state: 'held' })
    const [identity, ...others] = await identities(BUREAU)
    expect([identity?.role, identity?.schoolName, others]).toEqual(['bureau', BUREAU_NAME, []])
    expect((await acts()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['bureau.invite', 'bureau.accept', 'bureau.confirm']),
    )
  })

  test('G22 a card is good for three days, once, and only while its principal leads', async () => {
    const token = await inviteBureau(school, OVER)
    await school.advance(3 * 86_400_000)
    expect(await school.ask(BUREAU, 'bureau.invitation', { token })).toMatchObject(refusedBy('INVITATION_INVALID'))
    const again = await inviteBureau(school, OVER)
    expect(again).not.toBe(token)
    await bureauOver(school, OVER)
    expect(await school.ask('o-late', 'bureau.invitation', { token: again })).toMatchObject(
      refusedBy('INVITATION_INVALID'),
    )
    const other = { schoolId: SCHOOL, bureau: '邻区教育局', name: '某人' }
    expect(await school.ask(PRINCIPAL, 'bureau.invite', other)).toMatchObject(refusedBy('BUREAU_SEATED'))
  })

  test('G22 an account of a family or a teacher does not sit; whoever takes a seat beside a child sits no more', async () => {
    const token = await inviteBureau(school, OVER)
    const answer = { token, consent: true as const, name: PERSON }
    for (const who of [MOTHER, HEAD_TEACHER, PRINCIPAL])
      expect(await school.ask(who, 'bureau.accept', answer)).toMatchObject(refusedBy('BUREAU_APART'))
    const identity = await bureauOver(school, OVER)
    const card = await school.get(HEAD_TEACHER, 'invitation.create', {
      ...{ purpose: 'child', classId: CLASS, childId: childId(CLASS, 2) },
    })
    await school.get(BUREAU, 'join.guardian', { token: card.token, consent: true, relation: 'other' })
    expect((await identities(BUREAU)).map(({ role }) => role)).toEqual(['guardian'])
    expect(await school.ask(BUREAU, 'bureau.schools', { identity })).toMatchObject(refusedBy('FORBIDDEN'))
  })

  test('G22 it ends at a principal’s word, at once; nothing of who sat there stays', async () => {
    const { identity, letterId } = await aBureauOver(school, OVER)
    await school.get(PRINCIPAL, 'bureau.end', { schoolId: SCHOOL })
    expect(await identities(BUREAU)).toEqual([])
    expect(await school.ask(BUREAU, 'bureau.schools', { identity })).toMatchObject(refusedBy('FORBIDDEN'))
    expect(await school.get(PRINCIPAL, 'bureau.received', { schoolId: SCHOOL })).toMatchObject({ notices: [] })
    expect(await school.ask(PRINCIPAL, 'bureau.publish', { schoolId: SCHOOL, letterId })).toMatchObject(
      refusedBy('FORBIDDEN'),
    )
    const [stored] = await school.stored('bureau_seats')
    expect(stored).toMatchObject({ state: 'ended' })
    for (const field of ['openid', 'person', 'bureauId', 'sums']) expect(stored).not.toHaveProperty(field)
  })

  test('G22 who deletes their data sits nowhere any more', async () => {
    await bureauOver(school, OVER)
    await school.get(BUREAU, 'person.delete', {})
    await school.tick()
    expect(await seat()).toMatchObject({ state: 'ended' })
  })
})

describe('C16 given a bureau’s permission number', () => {
  const audience = { to: 'school', schoolId: SCHOOL } as const
  const appeal = (permission?: string) =>
    aNotice({ title: '爱心募捐', body: '山区小学遭遇火灾，欢迎大家踊跃募捐图书。', audience, permission })
  const more = (permission: string) =>
    aNotice({ title: '冬衣募捐', body: '高原学校缺少冬衣，欢迎大家踊跃募捐棉衣。', audience, permission })

  test('C16 an appeal goes out with it, once; another, a guessed one and another school’s do not', async () => {
    const { number, identity } = await aBureauOver(school, OVER)
    expect(number).toMatch(/^教许〔2026〕\d{8}号$/)
    expect(await school.ask(PRINCIPAL, 'notice.publish', appeal())).toMatchObject({ error: { rule: 'C16' } })
    const guessed = await school.ask(PRINCIPAL, 'notice.publish', appeal('教许〔2026〕00000001号'))
    expect(guessed).toMatchObject(refusedBy('PERMISSION_UNKNOWN', { why: 'unknown' }))
    const requestId = newRequestId()
    const sent = await school.get(PRINCIPAL, 'notice.publish', appeal(number), requestId)
    expect(sent.state).toBe('published')
    expect(await school.get(PRINCIPAL, 'notice.publish', appeal(number), requestId)).toMatchObject({
      noticeId: sent.noticeId,
    })
    expect(await school.ask(PRINCIPAL, 'notice.publish', more(number))).toMatchObject(
      refusedBy('PERMISSION_UNKNOWN', { why: 'used' }),
    )
    const { permissions } = await school.get(BUREAU, 'permission.list', { identity })
    expect(permissions).toMatchObject([{ number, schoolName: '幸福街小学', state: 'used', used: [expect.any(Number)] }])
    expect(JSON.stringify(permissions)).not.toContain('爱心募捐')
    expect((await acts()).map(({ action }) => action)).toContain('permission.use')
  })

  test('C16 two notices that want the last use at one moment: one has it', async () => {
    const { number } = await aBureauOver(school, OVER)
    const replies = await Promise.all(
      [appeal(number), more(number)].map((draft) => school.ask(PRINCIPAL, 'notice.publish', draft)),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.filter(({ ok }) => !ok)).toMatchObject([refusedBy('PERMISSION_UNKNOWN')])
  })

  test('C16 one for many is used often; over, not begun or taken back it lets nothing pass', async () => {
    const identity = await bureauOver(school, OVER)
    const issue = (from: string, to: string) =>
      school.get(BUREAU, 'permission.issue', {
        ...{ identity, schoolId: SCHOOL, purpose: '山区图书', from, to, uses: 'many' },
      })
    const [open, ahead] = [await issue('2026-09-01', '2026-09-30'), await issue('2026-09-10', '2026-09-30')]
    for (const draft of [appeal(open.number), more(open.number)])
      expect(await school.get(PRINCIPAL, 'notice.publish', draft)).toMatchObject({ state: 'published' })
    expect(await school.ask(PRINCIPAL, 'notice.publish', appeal(ahead.number))).toMatchObject(
      refusedBy('PERMISSION_UNKNOWN', { why: 'ahead' }),
    )
    await school.get(BUREAU, 'permission.end', { permissionId: open.permissionId })
    const other = aNotice({ title: '捐书', body: '海岛学校图书室刚建好，欢迎大家踊跃捐书。', audience })
    expect(await school.ask(PRINCIPAL, 'notice.publish', { ...other, permission: open.number })).toMatchObject(
      refusedBy('PERMISSION_UNKNOWN', { why: 'ended' }),
    )
    await school.at('2026-10-08T10:00:00+08:00')
    expect(await school.ask(PRINCIPAL, 'notice.publish', { ...other, permission: ahead.number })).toMatchObject(
      refusedBy('PERMISSION_UNKNOWN', { why: 'over' }),
    )
    const far = { identity, schoolId: SCHOOL, purpose: '山区图书', from: '2026-10-09', uses: 'many' as const }
    for (const to of ['2026-10-08', '2028-01-01'])
      expect(await school.ask(BUREAU, 'permission.issue', { ...far, to })).toMatchObject(refusedBy('INPUT_INVALID'))
    const elsewhere = { ...far, to: '2026-12-31', schoolId: 'another' }
    expect(await school.ask(BUREAU, 'permission.issue', elsewhere)).toMatchObject(refusedBy('FORBIDDEN'))
  })
})

describe('G22 given a bureau’s notice', () => {
  test('N01 G22 a principal publishes it with one tap, a family reads whose it is, the bureau reads 已发布', async () => {
    const { identity, letterId } = await aBureauOver(school, OVER)
    const today = () => school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect(await today()).toMatchObject({ bureau: 1 })
    const published = () => school.get(BUREAU, 'bureau.notices', { identity })
    expect((await published()).notices).toMatchObject([{ schools: [{ schoolName: '幸福街小学', published: false }] }])
    const sent = await school.get(PRINCIPAL, 'bureau.publish', { schoolId: SCHOOL, letterId })
    expect(sent).toMatchObject({ state: 'published' })
    expect(await school.get(PRINCIPAL, 'bureau.publish', { schoolId: SCHOOL, letterId })).toMatchObject(sent)
    await school.tick()
    const read = await school.get(MOTHER, 'notice.read', { noticeId: sent.noticeId, classId: CLASS })
    expect(read).toMatchObject({ source: 'bureau', title: '秋季传染病防控', replyMode: 'confirm' })
    const slips = await school.stored<{ noticeId: string }>('slips')
    expect(slips.filter(({ noticeId }) => noticeId === sent.noticeId)).toHaveLength(2)
    const { notices } = await published()
    expect(notices[0]?.schools).toEqual([{ schoolId: SCHOOL, schoolName: '幸福街小学', published: true }])
    expect(await today()).not.toHaveProperty('bureau')
  })

  test('G22 two principals’ taps publish it once; in quiet hours it waits, and the bureau reads 未发布', async () => {
    const { identity, letterId } = await aBureauOver(school, OVER)
    await school.at('2026-09-01T21:00:00+08:00')
    const tap = () => school.ask(PRINCIPAL, 'bureau.publish', { schoolId: SCHOOL, letterId })
    const replies = await Promise.all([tap(), tap()])
    expect(replies.some(({ ok }) => ok)).toBe(true)
    expect(await tap()).toMatchObject({ data: { state: 'queued' } })
    expect(await school.stored('notices')).toHaveLength(1)
    const shown = async () => (await school.get(BUREAU, 'bureau.notices', { identity })).notices[0]?.schools[0]
    expect(await shown()).toMatchObject({ published: false })
    await school.at('2026-09-02T08:00:00+08:00')
    await school.tick()
    expect(await shown()).toMatchObject({ published: true })
  })

  test('G22 a principal may decline: it is published nowhere, and the bureau learns no more than that', async () => {
    const { identity, letterId } = await aBureauOver(school, OVER)
    await school.get(PRINCIPAL, 'bureau.decline', { schoolId: SCHOOL, letterId })
    expect(await school.ask(PRINCIPAL, 'bureau.publish', { schoolId: SCHOOL, letterId })).toMatchObject(
      refusedBy('BUREAU_STATE'),
    )
    const { notices } = await school.get(BUREAU, 'bureau.notices', { identity })
    expect(notices[0]?.schools).toEqual([{ schoolId: SCHOOL, schoolName: '幸福街小学', published: false }])
  })

  test('C04 what the house refuses or WeChat doubts is not sent; what a school’s pact refuses is not published there', async () => {
    const { identity } = await aBureauOver(school, OVER)
    const write = (body: string) =>
      school.ask(BUREAU, 'bureau.send', { identity, title: '通知', body, replyMode: 'read' })
    expect(await write('请家长加微信发红包领优惠')).toMatchObject(refusedBy('POST_REFUSED'))
    await school.cloud.control('verdicts.set', { suggest: 'review', times: 5 })
    expect(await write('请各校检查排水设施。')).toMatchObject(refusedBy('POST_REFUSED'))
    await school.cloud.control('verdicts.clear')
    await school.get(BUREAU, 'bureau.send', {
      ...{ identity, title: '期末成绩公布', body: '请各班在群里公布全班成绩排名：张三第一名98分。', replyMode: 'read' },
    })
    const { notices } = await school.get(PRINCIPAL, 'bureau.received', { schoolId: SCHOOL })
    const ranking = notices.find(({ title }) => title === '期末成绩公布')?.letterId ?? ''
    const reply = await school.ask(PRINCIPAL, 'bureau.publish', { schoolId: SCHOOL, letterId: ranking })
    expect(reply).toMatchObject(refusedBy('POST_REFUSED'))
    const after = await school.get(PRINCIPAL, 'bureau.received', { schoolId: SCHOOL })
    expect(after.notices.find(({ letterId }) => letterId === ranking)).toMatchObject({ state: 'waiting' })
  })
})

describe('G22 given a school’s figures', () => {
  const row = async (identity: string) => (await school.get(BUREAU, 'bureau.schools', { identity })).schools[0]

  test('G22 the bureau reads sums of its school, counted from the roll-ups; a school of few children shows none', async () => {
    const identity = await bureauOver(school, OVER)
    expect(await row(identity)).toEqual({ schoolId: SCHOOL, schoolName: '幸福街小学' })
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    await school.tick()
    await school.get(MOTHER, 'slip.sign', { noticeId, classId: CLASS, childId: CHILD, version: 1 })
    await school.tick()
    await school.at('2026-09-02T06:00:00+08:00')
    await school.tick()
    expect(await row(identity)).toMatchObject({ reachedRate: 1 / 8, leaves: 0, asOf: expect.any(Number) })
    const kept = await school.stored<{ sums: object }>('bureau_seats')
    await school.cloud.control('data.put', {
      documents: { bureau_seats: kept.map((each) => ({ ...each, sums: { ...each.sums, children: 4 } })) },
    })
    expect(await row(identity)).not.toHaveProperty('reachedRate')
  })

  test('G13 G22 a principal hands the term’s report in; the bureau reads its sum and no class', async () => {
    const identity = await bureauOver(school, OVER)
    const change = (on: boolean) => [{ register: 'device-care', on }]
    await school.get(PRINCIPAL, 'register.switch', { schoolId: SCHOOL, seen: 0, changes: change(true) })
    const entry = { ...{ schoolId: SCHOOL, slot: '-', version: 1, parts: {}, by: OFFICE }, on: '2026-09-01' }
    const about = { subject: { kind: 'class', id: CLASS, name: '三（2）班' }, trail: [], audited: 0, trailOpen: false }
    const documents = ['open', 'done', 'void'].map((state) => ({
      ...{ ...entry, ...about, _id: `e-${state}`, place: `e-${state}`, register: 'device-care', state, classId: CLASS },
    }))
    await school.cloud.control('data.import', { collection: 'entries', documents })
    const draft = await school.get(PRINCIPAL, 'bureau.report', { schoolId: SCHOOL })
    expect(draft).toMatchObject({ items: 2, open: 1 })
    expect(draft.lines.find(({ classId }) => classId === CLASS)).toMatchObject({ items: 2, open: 1 })
    const counted = { schoolId: SCHOOL, items: 2, open: 1 }
    expect(await school.ask(PRINCIPAL, 'bureau.handIn', counted)).toMatchObject({ error: { field: 'until' } })
    expect(await school.ask(PRINCIPAL, 'bureau.handIn', { ...counted, open: 0 })).toMatchObject(
      refusedBy('BUREAU_STATE'),
    )
    const handed = await school.get(PRINCIPAL, 'bureau.handIn', { ...counted, until: '2026-09-18' })
    expect(handed).toMatchObject({ classes: 2, items: 2, open: 1, until: '2026-09-18' })
    const shown = await row(identity)
    expect(shown?.inspection).toEqual(handed)
    expect(JSON.stringify(shown)).not.toMatch(/三（|class-3/)
    expect((await acts()).map(({ action }) => action)).toContain('bureau.handIn')
    await school.at('2027-03-02T10:00:00+08:00')
    expect(await row(identity)).not.toHaveProperty('inspection')
  })
})
