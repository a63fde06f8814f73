// Decides that a published notice is corrected as one is written, and that who has signed signs what stands (N11, T13).
import type { Input, NoticeDraft } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { aJpeg, aPng, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)
const MINUTE = 60_000

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())
afterEach(() => school.cloud.control('verdicts.clear'))

interface Sent {
  touser: string
  data: Record<string, { value: string }>
}
interface Slip {
  noticeId: string
  version: number
  signFrom?: number
  state: string
  remindedAt?: number
  entries: Record<string, { earlier?: { version: number; typedName?: string }[]; typedName?: string; version?: number }>
}

/** At most five posts a minute are allowed (C03). */
const publish = async (draft: NoticeDraft = anOuting(), who = HEAD_TEACHER) => {
  await school.advance(MINUTE + 1_000)
  const { noticeId } = await school.get(who, 'notice.publish', draft)
  return { noticeId, draft }
}
const correcting = (
  { noticeId, draft }: { noticeId: string; draft: NoticeDraft },
  changes: Partial<Input<'notice.amend'>> = {},
): Input<'notice.amend'> => {
  const { title, body, deadline, event, photos, audience } = draft
  return { noticeId, audience, version: 1, title, body, deadline, event, photos, asksAgain: false, ...changes }
}
const LATER = { event: { day: '2026-09-05', place: '植物园' }, note: '秋游改到9月5日' }
const signAs = (who: string, noticeId: string, version: number, typedName = '王芳') =>
  school.ask(who, 'slip.sign', { noticeId, classId: CLASS, childId: CHILD, version, typedName })
const read = (who: string, noticeId: string, more: object = {}) =>
  school.get(who, 'notice.read', { noticeId, classId: CLASS, ...more })
const boardOf = (noticeId: string) => school.get(HEAD_TEACHER, 'board.read', { noticeId, classId: CLASS })
const slipOf = async (noticeId: string) =>
  (await school.stored<Slip>('slips')).find((slip) => slip.noticeId === noticeId)
const messages = async (to: string) =>
  (await school.cloud.control<{ deliveries: Sent[] }>('deliveries.list')).deliveries.filter(
    ({ touser }) => touser === to,
  )
/** WeChat's verdicts come; the clock then brings the post on. */
const settlePhotos = async () => {
  await school.cloud.control('media.release')
  await school.tick()
  await school.tick()
}
const unsignedOf = async (who: string, noticeId: string) => {
  const today = await school.get(who, 'today.read', { identity: keyOf('guardian', CHILD) })
  return today.role === 'guardian' ? today.unsigned.filter((duty) => duty.noticeId === noticeId) : []
}

describe('given a notice that a family has signed', () => {
  test('N11 when its day is changed, then the signed sign again, everywhere, and both signatures are kept', async () => {
    const notice = await publish()
    const { noticeId } = notice
    expect((await signAs(MOTHER, noticeId, 1)).ok).toBe(true)
    expect(await unsignedOf(MOTHER, noticeId)).toEqual([])

    const amended = await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))
    expect(amended).toMatchObject({ noticeId, state: 'published', version: 2, asksAgain: true })

    const seen = await read(FATHER, noticeId, { history: true })
    expect(seen).toMatchObject({
      ...{ version: 2, event: LATER.event, amended: { asksAgain: true, note: LATER.note } },
      mine: [{ childId: CHILD, before: { version: 1 } }],
    })
    expect(seen.mine[0]?.signedAt).toBeUndefined()
    expect(seen.history?.map(({ version, event }) => [version, event?.day])).toEqual([
      [1, '2026-09-04'],
      [2, '2026-09-05'],
    ])
    const board = await boardOf(noticeId)
    expect(board).toMatchObject({ counts: { total: 4, signed: 0, missing: 4 } })
    expect(board.rows[0]).toMatchObject({ signedVersion: 1 })
    expect(await unsignedOf(MOTHER, noticeId)).toMatchObject([{ again: true }])
    const listed = await school.get(HEAD_TEACHER, 'notice.list', { identity: keyOf('head_teacher', CLASS) })
    expect(listed.rows.find((row) => row.noticeId === noticeId)).toMatchObject({ version: 2, counts: { signed: 0 } })
    expect(await school.ask(HEAD_TEACHER, 'slip.close', { noticeId, classId: CLASS })).toMatchObject({
      error: { code: 'NOT_ALL_REACHED' },
    })

    expect(await signAs(FATHER, noticeId, 1, '张强')).toMatchObject({ error: { code: 'NOTICE_CHANGED' } })
    expect((await signAs(FATHER, noticeId, 2, '张强')).ok).toBe(true)
    expect((await boardOf(noticeId)).counts).toMatchObject({ signed: 1, missing: 3 })
    expect((await slipOf(noticeId))?.entries[CHILD]).toMatchObject({
      ...{ version: 2, typedName: '张强', earlier: [{ version: 1, typedName: '王芳' }] },
    })
    // What she signed first is still hers, and told to be the first version's.
    const papers = (await school.get(MOTHER, 'person.export', {})).signed.filter((each) => each.noticeId === noticeId)
    expect(papers).toMatchObject([{ version: 1, typedName: '王芳' }])
  })

  test('N11 after the clock has put the first signature aside, signing again takes two calls', async () => {
    const notice = await publish()
    await signAs(MOTHER, notice.noticeId, 1)
    await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))
    await school.tick()
    expect((await slipOf(notice.noticeId))?.entries[CHILD]).toMatchObject({ earlier: [{ version: 1 }] })
    await school.cloud.control('counters.reset')
    expect((await signAs(MOTHER, notice.noticeId, 2)).ok).toBe(true)
    expect(await school.databaseCalls('slip.sign')).toBeLessThanOrEqual(2)
    const papers = (await school.get(MOTHER, 'person.export', {})).signed.filter(
      (each) => each.noticeId === notice.noticeId,
    )
    expect(papers.map(({ version }) => version).sort()).toEqual([1, 2])
  })

  test('N11 when only a word is mended, then nobody signs again unless its author says so', async () => {
    const notice = await publish(anOuting({ body: '请穿校服，带水杯。' }))
    await signAs(MOTHER, notice.noticeId, 1)
    const mended = { body: '请穿整齐校服，带好水杯。' }
    expect(await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, mended))).toMatchObject({
      ...{ version: 2, asksAgain: false },
    })
    expect((await boardOf(notice.noticeId)).counts).toMatchObject({ signed: 1 })
    expect((await read(MOTHER, notice.noticeId)).mine).toMatchObject([{ state: 'signed', version: 1 }])
    const again = { body: '请穿整齐校服，带好水杯和雨衣。', version: 2, asksAgain: true }
    expect(await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, again))).toMatchObject({
      ...{ version: 3, asksAgain: true },
    })
    expect((await boardOf(notice.noticeId)).counts).toMatchObject({ signed: 0 })
  })

  test('N11 a family that was told by phone is told anew, and a closed slip runs again', async () => {
    const notice = await publish(aNotice({ body: '请带一本课外书。' }))
    const at = { noticeId: notice.noticeId, classId: CLASS }
    const call = {
      ...at,
      childId: CHILD,
      way: 'phone',
      told: '妈妈',
      at: Date.parse('2026-09-01T10:00:00+08:00'),
    } as const
    await school.get(HEAD_TEACHER, 'slip.followUp', call)
    await school.get(HEAD_TEACHER, 'slip.close', at)
    await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, { body: '请带两本课外书。', asksAgain: true }))
    expect(await boardOf(notice.noticeId)).toMatchObject({ state: 'published', counts: { followed: 0, missing: 4 } })
    await school.get(HEAD_TEACHER, 'slip.followUp', call)
    expect((await boardOf(notice.noticeId)).counts).toMatchObject({ followed: 1, missing: 3 })
  })

  test('N11 everybody hears of it once, and is reminded anew', async () => {
    await school.accept(MOTHER, 'notice')
    const notice = await publish()
    await school.tick()
    const first = (await messages(MOTHER)).length
    await school.get(HEAD_TEACHER, 'slip.remind', { noticeId: notice.noticeId, classId: CLASS })
    await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))
    await school.accept(MOTHER, 'notice')
    await school.tick(2)
    await school.tick()
    const told = (await messages(MOTHER)).slice(first)
    expect(told.filter(({ data }) => data['phrase5']?.value === '请重签')).toHaveLength(1)
    expect((await slipOf(notice.noticeId))?.remindedAt).toBeUndefined()
    expect((await school.ask(HEAD_TEACHER, 'slip.remind', { noticeId: notice.noticeId, classId: CLASS })).ok).toBe(true)
  })
})

describe('given a correction', () => {
  test('T13 one that moves an announced time must say so', async () => {
    const notice = await publish()
    const silent = correcting(notice, { event: LATER.event })
    expect(await school.ask(HEAD_TEACHER, 'notice.amend', silent)).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'note', rule: 'T13' },
    })
    expect((await school.ask(HEAD_TEACHER, 'notice.amend', { ...silent, note: LATER.note })).ok).toBe(true)
  })

  test('N11 of a version that is no more is refused, and so is one of a withdrawn notice', async () => {
    const notice = await publish()
    await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))
    expect(await school.ask(HEAD_TEACHER, 'notice.amend', correcting(notice, { body: '请穿校服。' }))).toMatchObject({
      error: { code: 'NOTICE_CHANGED' },
    })
    await school.get(HEAD_TEACHER, 'notice.withdraw', { noticeId: notice.noticeId, reason: '活动取消' })
    const late = correcting(notice, { version: 2, body: '请穿校服。' })
    expect(await school.ask(HEAD_TEACHER, 'notice.amend', late)).toMatchObject({ error: { code: 'NOTICE_STATE' } })
  })

  test('N11 is its author’s, and the leaders’ only where the school speaks', async () => {
    const notice = await publish()
    for (const who of [TEACHER, OTHER_HEAD_TEACHER, PRINCIPAL, MOTHER]) {
      expect(await school.ask(who, 'notice.amend', correcting(notice, LATER))).toMatchObject({
        error: { code: 'FORBIDDEN' },
      })
    }
    const audience = { to: 'classes', classIds: [CLASS, OTHER_CLASS] } as const
    const ofSchool = await publish(anOuting({ audience: { ...audience, classIds: [...audience.classIds] } }), PRINCIPAL)
    expect((await read(PRINCIPAL, ofSchool.noticeId)).canAmend).toBe(true)
    expect((await school.ask('o-office', 'notice.amend', correcting(ofSchool, LATER))).ok).toBe(true)
    expect((await school.stored<Slip>('slips')).filter((slip) => slip.noticeId === ofSchool.noticeId)).toMatchObject([
      { version: 2, signFrom: 2 },
      { version: 2, signFrom: 2 },
    ])
  })

  test('N11 is judged and checked as a new notice: refused words change nothing', async () => {
    const notice = await publish()
    const refused = correcting(notice, { body: '群里的家长都加我微信，扫码领红包。', asksAgain: false })
    expect(await school.ask(HEAD_TEACHER, 'notice.amend', refused)).toMatchObject({ error: { code: 'POST_REFUSED' } })
    await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20001 })
    expect(await school.ask(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))).toMatchObject({
      error: { code: 'POST_REFUSED' },
    })
    expect(await read(MOTHER, notice.noticeId)).toMatchObject({ version: 1 })
  })

  test('C04 one that WeChat doubts waits for a leader; approved, its words stand, and no list knows it as a notice', async () => {
    const notice = await publish()
    await signAs(MOTHER, notice.noticeId, 1)
    await school.cloud.control('verdicts.set', { suggest: 'review', label: 20003, times: 1 })
    const held = await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))
    expect(held).toMatchObject({ state: 'held' })
    expect(held.noticeId).not.toBe(notice.noticeId)
    expect(await read(HEAD_TEACHER, notice.noticeId)).toMatchObject({ version: 1, corrections: [{ state: 'held' }] })
    const waiting = await school.get(HEAD_TEACHER, 'notice.list', { identity: keyOf('head_teacher', CLASS) })
    expect(waiting.rows.find((row) => row.noticeId === held.noticeId)).toMatchObject({ amends: true, state: 'held' })

    await school.get(PRINCIPAL, 'review.decide', { noticeId: held.noticeId, decision: 'approve' })
    await school.tick()
    expect(await read(MOTHER, notice.noticeId)).toMatchObject({ version: 2, event: LATER.event })
    expect((await boardOf(notice.noticeId)).counts).toMatchObject({ signed: 0 })
    expect(await read(HEAD_TEACHER, held.noticeId)).toMatchObject({ amends: { done: 'applied' } })
    for (const [who, identity] of [
      [HEAD_TEACHER, keyOf('head_teacher', CLASS)],
      [PRINCIPAL, keyOf('principal', SCHOOL)],
      [MOTHER, keyOf('guardian', CHILD)],
    ] as const) {
      const { rows } = await school.get(who, 'notice.list', { identity })
      expect(rows.some((row) => row.noticeId === held.noticeId)).toBe(false)
    }
  })

  test('T01 one in quiet hours waits for the opening, and may be taken back until then', async () => {
    const notice = await publish(anOuting({ deadline: Date.parse('2026-09-04T18:00:00+08:00') }))
    await school.at('2026-09-01T21:00:00+08:00')
    const queued = await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))
    expect(queued).toMatchObject({ state: 'queued' })
    const other = await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, { ...LATER, note: '改期' }))
    await school.get(HEAD_TEACHER, 'notice.withdraw', { noticeId: other.noticeId })
    await school.tick()
    expect(await read(MOTHER, notice.noticeId)).toMatchObject({ version: 1 })
    await school.at('2026-09-02T07:00:00+08:00')
    await school.tick()
    await school.tick()
    expect(await read(MOTHER, notice.noticeId)).toMatchObject({ version: 2, event: LATER.event })
    await school.at('2026-09-02T10:00:00+08:00')
  })

  test('N11 keeps the photos that stay, and has the new ones looked at', async () => {
    const [one, two] = [
      await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg()),
      await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg()),
    ]
    await school.cloud.control('media.hold', { held: true })
    const first = await publish(aNotice({ photos: [one, two] }))
    await settlePhotos()
    const [, second = ''] = (await read(HEAD_TEACHER, first.noticeId)).photos.map(({ fileId }) => fileId)
    const fresh = await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg())
    const amended = await school.get(HEAD_TEACHER, 'notice.amend', correcting(first, { photos: [fresh, second] }))
    expect(amended.state).toBe('checking')
    await settlePhotos()
    const { photos, version } = await read(MOTHER, first.noticeId)
    expect([version, photos.length, photos[1]?.fileId]).toEqual([2, 2, second])
    const again = correcting(first, { photos: photos.map(({ fileId }) => fileId), version: 2, body: '请看照片。' })
    expect((await school.get(HEAD_TEACHER, 'notice.amend', again)).state).toBe('published')
    const foreign = correcting(first, { photos: ['cloud://x.y/kept/notices/z/0-00-a.jpg'], version: 3 })
    expect(await school.ask(HEAD_TEACHER, 'notice.amend', foreign)).toMatchObject({ error: { field: 'photos.0' } })
  })

  test('N11 of the same call twice happens once', async () => {
    const notice = await publish()
    const [input, requestId] = [correcting(notice, LATER), newRequestId()]
    const first = await school.get(HEAD_TEACHER, 'notice.amend', input, requestId)
    expect(await school.get(HEAD_TEACHER, 'notice.amend', input, requestId)).toMatchObject({
      ...{ noticeId: first.noticeId, version: 2, asksAgain: true },
    })
    expect((await read(HEAD_TEACHER, notice.noticeId, { history: true })).history).toHaveLength(2)
  })

  test('G19 while publishing is stopped nothing is corrected', async () => {
    const notice = await publish()
    await school.get(PRINCIPAL, 'school.stop', { schoolId: SCHOOL, level: 'all', reason: '检查中' })
    expect(await school.ask(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))).toMatchObject({
      error: { code: 'PUBLISHING_STOPPED' },
    })
    await school.get(PRINCIPAL, 'school.resume', { schoolId: SCHOOL })
  })
})

test('N11 a signature with ink under other words is kept, and the file with it', async () => {
  const notice = await publish()
  const signature = await uploadAs(school, MOTHER, 'signature', aPng())
  await school.get(MOTHER, 'slip.sign', {
    ...{ noticeId: notice.noticeId, classId: CLASS, childId: CHILD, version: 1, signature },
  })
  await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, LATER))
  expect((await signAs(MOTHER, notice.noticeId, 2)).ok).toBe(true)
  const papers = (await school.get(MOTHER, 'person.export', {})).signed.filter(
    (each) => each.noticeId === notice.noticeId,
  )
  expect(papers.find(({ version }) => version === 1)?.signature).toContain('http')
  expect(papers.find(({ version }) => version === 2)?.typedName).toBe('王芳')
})
