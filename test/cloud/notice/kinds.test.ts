// Decides that each kind of notice has its fields, reaches whom it is for, and is refused without what it needs.
import type { NoticeDraft, NoticePublished, Reply } from '@class-pact/core/contract'
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
  childName,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { aBureauOver } from '../bureau/given-bureau'
import { aPng, uploadAs } from '../uploads'
import { aFee, aPraise } from './given-kinds'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const OTHER_MOTHER = motherOf(childId(CLASS, 1))
let school: GivenSchool
const at = (noticeId: string) => ({ noticeId, classId: CLASS })
const publish = (by: string, draft: NoticeDraft) => school.ask(by, 'notice.publish', draft)
/** One minute allows five posts (C03). */
const later = () => school.advance(5 * 60_000)
const fieldOf = (field: string) => ({ error: { code: 'INPUT_INVALID', field } })
const refusedBy = (rule: string) => ({
  error: { code: 'POST_REFUSED', reasons: expect.arrayContaining([expect.objectContaining({ rule })]) as unknown },
})
const idOf = (reply: Reply<NoticePublished>) => (reply.ok ? reply.data.noticeId : '')
const mine = (child: string) => ({ identity: keyOf('guardian', child) })

describe('given the usual pact of a primary school', () => {
  beforeAll(async () => {
    school = await givenSchool()
  })
  beforeEach(later)
  afterAll(() => school.stop())

  const items = (...fen: number[]) => fen.map((each, index) => ({ name: `第${index + 1}项`, fen: each }))
  test.each<[string, Partial<NoticeDraft>, string]>([
    ['no items and no basis', { fee: undefined }, 'fee'],
    ['an amount of nothing', { fee: { items: items(0), basis: '区教财〔2026〕12号' } }, 'fee.items.0.fen'],
    ['an amount below nothing', { fee: { items: items(100, -1), basis: '区教财〔2026〕12号' } }, 'fee.items.1.fen'],
    ['half a fen', { fee: { items: items(10.5), basis: '区教财〔2026〕12号' } }, 'fee.items.0.fen'],
    [
      'eleven items',
      { fee: { items: items(...Array<number>(11).fill(100)), basis: '区教财〔2026〕12号' } },
      'fee.items',
    ],
    ['no items', { fee: { items: [], basis: '区教财〔2026〕12号' } }, 'fee.items'],
    ['a blank basis', { fee: { items: items(100), basis: ' ' } }, 'fee.basis'],
    [
      'a name of 21 characters',
      { fee: { items: [{ name: '费'.repeat(21), fen: 100 }], basis: '文' } },
      'fee.items.0.name',
    ],
    ['one family alone', { audience: { to: 'child', classId: CLASS, childId: CHILD } }, 'audience'],
  ])('C37 a fee with %s is refused, by its field', async (_what, changes, field) => {
    expect(await publish(TEACHER, aFee(changes))).toMatchObject(fieldOf(field))
  })

  test.each([
    ['the text', { body: '午餐费请微信转账给我，每人360元。' }],
    ['an item', { fee: { items: [{ name: '午餐费微信转给我', fen: 36_000 }], basis: '区教财〔2026〕12号' } }],
  ])(
    'C36 a fee that is to be paid to somebody’s own account is refused, also from a principal: in %s',
    async (_, changes) => {
      expect(await publish(TEACHER, aFee(changes))).toMatchObject(refusedBy('C36'))
      const audience = { to: 'school', schoolId: SCHOOL } as const
      expect(await publish(PRINCIPAL, aFee({ ...changes, audience }))).toMatchObject(refusedBy('C36'))
    },
  )

  test('C37 fields of a fee on another kind are refused: a fee is a fee', async () => {
    expect(await publish(TEACHER, aNotice({ fee: aFee().fee }))).toMatchObject(fieldOf('fee'))
  })

  test('C37 the page of fees has them all, newest first and paged, for every member of the school and for nobody else', async () => {
    const rows = 22
    const ids: string[] = []
    for (let index = 0; index < rows; index++) {
      const { noticeId } = await school.get(
        HEAD_TEACHER,
        'notice.publish',
        aFee({ title: `第${index}次收费`, body: aNotice().body }),
      )
      await school.get(PRINCIPAL, 'review.decide', { noticeId, decision: 'approve' })
      ids.unshift(noticeId)
      await later()
    }
    await school.get(TEACHER, 'notice.publish', aFee())
    await school.get(PRINCIPAL, 'notice.withdraw', { noticeId: ids[0] ?? '', reason: '日期写错了' })

    const first = await school.get(OTHER_MOTHER, 'notice.fees', mine(childId(CLASS, 1)))
    const second = await school.get(OTHER_MOTHER, 'notice.fees', { ...mine(childId(CLASS, 1)), after: first.next })
    expect([first.total, second.next]).toEqual([rows, undefined])
    expect([...first.fees, ...second.fees].map(({ noticeId }) => noticeId)).toEqual(ids)
    expect(first.fees[0]).toMatchObject({ withdrawn: true })
    expect(first.fees[1]).toMatchObject({ fee: aFee().fee, approver: '李校长', classNames: ['三（2）班'] })
    const elsewhere = childId(OTHER_CLASS, 0)
    expect(await school.get(motherOf(elsewhere), 'notice.fees', mine(elsewhere))).toMatchObject({ total: rows })
    expect(await school.ask('o-stranger', 'notice.fees', mine(CHILD))).toMatchObject({ ok: false })
  })

  test('P04 H07 good news needs a ground and goes to the own family, nobody else finds it', async () => {
    expect(await publish(TEACHER, aPraise({ ground: undefined }))).toMatchObject(fieldOf('ground'))
    expect(await publish(TEACHER, aNotice({ ground: 'contest' }))).toMatchObject(fieldOf('ground'))
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aPraise())
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at(noticeId))).toMatchObject({ fields: { ground: 'contest' } })
    const find = async (who: string, child: string) =>
      (await school.get(who, 'notice.list', { ...mine(child), kind: 'praise' })).rows.map((row) => row.noticeId)
    expect(await find(MOTHER, CHILD)).toEqual([noticeId])
    expect(await find(OTHER_MOTHER, childId(CLASS, 1))).toEqual([])
  })

  test('P04 P05 good news to the class is refused, whatever it says, and the own family is offered', async () => {
    const audience = { to: 'classes' as const, classIds: [CLASS] }
    const answer = await publish(TEACHER, aPraise({ audience }))
    expect(answer).toMatchObject({
      error: { code: 'POST_REFUSED', rule: 'P05' },
    })
    expect(answer.ok ? undefined : answer.error.reasons?.[0]?.wayOut).toEqual(['own_guardians'])
  })

  test('H18 a bulletin has its number, and wants no signature', async () => {
    const bulletin = aNotice({ kind: 'bulletin', title: '家教之窗', replyMode: 'sign' })
    expect(await publish(OFFICE, bulletin)).toMatchObject(fieldOf('issue'))
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const sent = await publish(OFFICE, { ...bulletin, issue: 12, audience })
    await school.tick()
    const read = await school.get(MOTHER, 'notice.read', at(idOf(sent)))
    expect(read).toMatchObject({ kind: 'bulletin', fields: { issue: 12 }, replyMode: 'read', important: false })
  })

  test('P06 a resource is read, not answered', async () => {
    const sent = await publish(TEACHER, aNotice({ kind: 'resource', replyMode: 'confirm' }))
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at(idOf(sent)))).toMatchObject({
      kind: 'resource',
      replyMode: 'read',
    })
  })

  test('C20 homework is refused where the pact forbids it', async () => {
    expect(await publish(TEACHER, aNotice({ kind: 'homework' }))).toMatchObject(refusedBy('C20'))
  })

  test('L09 leaving early has its time, and is signed for', async () => {
    const day = '2026-09-02'
    const dismissal = aNotice({ kind: 'dismissal', replyMode: 'read', event: { day } })
    expect(await publish(TEACHER, dismissal)).toMatchObject(fieldOf('event.from'))
    const sent = await publish(TEACHER, { ...dismissal, event: { day, from: '15:00' } })
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at(idOf(sent)))).toMatchObject({
      ...{ replyMode: 'sign', event: { day, from: '15:00' } },
    })
  })

  test('N08 outings, no school, fees, leaving early and letters are signed for, whatever their author chose', async () => {
    for (const kind of ['closure', 'letter'] as const) {
      const sent = await publish(TEACHER, aNotice({ kind, replyMode: 'none' }))
      await school.tick()
      expect(await school.get(MOTHER, 'notice.read', at(idOf(sent)))).toMatchObject({
        replyMode: 'sign',
        important: true,
      })
    }
    const sent = await publish(TEACHER, anOuting({ replyMode: 'none' }))
    expect(sent).toMatchObject({ ok: true })
  })

  test('N01 a leader says in whose name, every class gets it once with its source; a teacher speaks for the class', async () => {
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const sent = await publish(PRINCIPAL, aNotice({ audience, source: 'bureau' }))
    await school.tick()
    const { rows } = await school.get(MOTHER, 'notice.list', { ...mine(CHILD), kind: 'notice' })
    expect(rows.filter(({ noticeId }) => noticeId === idOf(sent))).toMatchObject([{ source: 'bureau' }])
    expect(await school.get(MOTHER, 'notice.read', at(idOf(sent)))).toMatchObject({ source: 'bureau' })
    const slips = await school.stored<{ noticeId: string }>('slips')
    expect(slips.filter(({ noticeId }) => noticeId === idOf(sent))).toHaveLength(2)
    const own = await publish(TEACHER, aNotice({ source: 'bureau' }))
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at(idOf(own)))).toMatchObject({ source: 'class' })
  })

  test('C16 an appeal goes out with the bureau’s number of a principal, shown on it; without, or of a teacher, it is refused', async () => {
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const appeal = aNotice({ title: '爱心募捐', body: '山区小学遭遇火灾，欢迎大家踊跃募捐图书。', audience })
    expect(await publish(PRINCIPAL, appeal)).toMatchObject(refusedBy('C16'))
    expect(await publish(PRINCIPAL, { ...appeal, permission: '有许可' })).toMatchObject(fieldOf('permission'))
    const over = { schoolId: SCHOOL, principal: PRINCIPAL, by: 'o-bureau' }
    const { number: permission } = await aBureauOver(school, over)
    const toClass = { ...appeal, permission, audience: { to: 'classes' as const, classIds: [CLASS] } }
    expect(await publish(TEACHER, toClass)).toMatchObject(fieldOf('permission'))
    const sent = await publish(PRINCIPAL, { ...appeal, permission })
    expect(sent).toMatchObject({ data: { state: 'published' } })
    await school.tick()
    expect(await school.get(MOTHER, 'notice.read', at(idOf(sent)))).toMatchObject({ fields: { permission } })
  })

  test('C04 words of the fields are checked like the text', async () => {
    await school.cloud.control('verdicts.set', { text: '坏词', suggest: 'risky' })
    const fee = { items: [{ name: '坏词', fen: 100 }], basis: '区教财〔2026〕12号' }
    const answer = await publish(TEACHER, aFee({ fee }))
    await school.cloud.control('verdicts.clear')
    expect(answer).toMatchObject(refusedBy('C05'))
  })

  test('C22 names in the fields are judged like the text', async () => {
    const fee = { items: [{ name: `${childName(0)}太笨补课`, fen: 100 }], basis: '区教财〔2026〕12号' }
    expect(await publish(TEACHER, aFee({ fee }))).toMatchObject(refusedBy('C22'))
  })
})

describe('N07 given a letter to parents', () => {
  let letter: string
  beforeAll(async () => {
    school = await givenSchool()
    const sent = await publish(TEACHER, aNotice({ kind: 'letter', title: '告家长书', replyMode: 'read' }))
    letter = idOf(sent)
    await school.tick()
  })
  afterAll(() => school.stop())
  const sign = (child: string, noticeId: string, opinion?: string) =>
    school.ask(motherOf(child), 'slip.sign', {
      ...at(noticeId),
      childId: child,
      version: 1,
      typedName: '王芳',
      opinion,
    })

  test('N07 families sign and say what they think; author and leaders read it, nobody else, and every child is reached', async () => {
    expect(await sign(CHILD, letter, '建议把时间改到周末。')).toMatchObject({ data: { first: true } })
    expect(await sign(childId(CLASS, 1), letter)).toMatchObject({ data: { first: true } })
    const counted = await school.get(HEAD_TEACHER, 'board.read', at(letter))
    expect(counted).toMatchObject({ opinions: 1, counts: { total: 4, signed: 2, missing: 2 } })
    for (const who of [TEACHER, PRINCIPAL, OFFICE]) {
      expect(await school.get(who, 'slip.opinions', at(letter))).toMatchObject({
        ...{ title: '告家长书', className: '三（2）班' },
        opinions: [{ childId: CHILD, words: '建议把时间改到周末。', signer: `${childName(0)}妈妈` }],
      })
    }
    for (const who of [HEAD_TEACHER, MOTHER, OTHER_MOTHER]) {
      expect(await school.ask(who, 'slip.opinions', at(letter))).toMatchObject({ error: { code: 'FORBIDDEN' } })
    }
    const own = await school.get(MOTHER, 'notice.read', at(letter))
    expect(own.mine).toMatchObject([{ opinion: '建议把时间改到周末。' }])
    expect(JSON.stringify(await school.get(OTHER_MOTHER, 'notice.read', at(letter)))).not.toContain('建议')

    expect(await school.ask(TEACHER, 'slip.close', at(letter))).toMatchObject({ error: { code: 'NOT_ALL_REACHED' } })
    const now = Date.parse('2026-09-01T10:00:00+08:00')
    const told = { way: 'phone', told: '奶奶', at: now } as const
    await school.get(TEACHER, 'slip.followUp', { ...at(letter), childId: childId(CLASS, 2), ...told })
    await school.get(TEACHER, 'slip.followUp', { ...at(letter), childId: childId(CLASS, 3), ...told })
    const closed = await school.get(TEACHER, 'slip.close', at(letter))
    expect(closed).toMatchObject({ state: 'closed', counts: { total: 4, signed: 2, followed: 2, missing: 0 } })
  })

  test('N07 an opinion of 201 characters is too long, and only a letter asks for one', async () => {
    const another = idOf(await publish(TEACHER, aNotice({ kind: 'letter', title: '第二封信' })))
    const outing = idOf(await publish(TEACHER, anOuting()))
    await school.tick()
    expect(await sign(CHILD, another, '好'.repeat(201))).toMatchObject(fieldOf('opinion'))
    expect(await sign(CHILD, outing, '不想去')).toMatchObject(fieldOf('opinion'))
    expect(await sign(CHILD, outing)).toMatchObject({ data: { first: true } })
  })

  test('N07 C04 words that WeChat doubts are read by a leader, and by the author only as being there', async () => {
    const doubted = idOf(await publish(TEACHER, aNotice({ kind: 'letter', title: '第三封信' })))
    await school.tick()
    await school.cloud.control('verdicts.set', { suggest: 'review' })
    const answer = await school.ask(MOTHER, 'slip.sign', {
      ...{ ...at(doubted), childId: CHILD, version: 1, signature: await uploadAs(school, MOTHER, 'signature', aPng()) },
      opinion: '说不好',
    })
    await school.cloud.control('verdicts.clear')
    expect(answer).toMatchObject({ ok: true })
    const author = await school.get(TEACHER, 'slip.opinions', at(doubted))
    expect(author.opinions).toMatchObject([{ doubted: true }])
    expect(author.opinions[0]?.words).toBeUndefined()
    expect((await school.get(PRINCIPAL, 'slip.opinions', at(doubted))).opinions).toMatchObject([{ words: '说不好' }])
  })
})

describe('given schools of other pacts', () => {
  afterEach(() => school.stop())

  test('C21 homework goes out where the pact allows it', async () => {
    school = await givenSchool({ preset: 'open' })
    const sent = await publish(
      TEACHER,
      aNotice({ kind: 'homework', title: '今日作业', body: '语文：朗读课文第三课。' }),
    )
    expect(sent).toMatchObject({ data: { state: 'published' } })
  })

  test('C21 C20 homework is refused by a pact that says nothing of it, and good news to the class is too (P04)', async () => {
    school = await givenSchool({ preset: 'S0-1' })
    expect(await publish(TEACHER, aNotice({ kind: 'homework' }))).toMatchObject({
      error: { code: 'POST_REFUSED', rule: 'C20' },
    })
    const toClass = aPraise({ audience: { to: 'classes', classIds: [CLASS] } })
    expect(await publish(TEACHER, toClass)).toMatchObject({
      error: { code: 'POST_REFUSED', rule: 'P04', reasons: [{ wayOut: ['own_guardians'] }] },
    })
  })

  test('P04 good news goes to the class where the pact allows it', async () => {
    school = await givenSchool({ preset: 'open' })
    const toClass = aPraise({ audience: { to: 'classes', classIds: [CLASS] } })
    expect(await publish(TEACHER, toClass)).toMatchObject({ data: { state: 'published' } })
    await school.tick()
    const { rows } = await school.get(OTHER_MOTHER, 'notice.list', mine(childId(CLASS, 1)))
    expect(rows).toMatchObject([{ kind: 'praise' }])
  })

  test('C16 C17 where no appeal is allowed, no number helps', async () => {
    school = await givenSchool({ preset: 'strict' })
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const appeal = aNotice({ title: '爱心募捐', body: '山区小学遭遇火灾，欢迎大家踊跃募捐图书。', audience })
    expect(await publish(PRINCIPAL, { ...appeal, permission: '区教许〔2026〕8号' })).toMatchObject(refusedBy('C17'))
  })
})
