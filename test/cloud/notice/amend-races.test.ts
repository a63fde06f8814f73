// Decides who wins when a correction meets a signature, a withdrawal, another correction or a power cut (N11, G18).
import type { Input, NoticeDraft } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  PRINCIPAL,
  anOuting,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
/** Beside other work a cloud starts slowly. */
const LONG_MS = 240_000
const ROUNDS = 25

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
}, LONG_MS)
afterEach(() => school.stop())

interface Slip {
  noticeId: string
  version: number
  signFrom?: number
  state: string
  entries: Record<string, { version?: number; typedName?: string; signedAt?: number; earlier?: { version: number }[] }>
}
interface Notice {
  _id: string
  version: number
  state: string
  draft: NoticeDraft
  amends?: { done?: string }
}

const deadline = Date.parse('2026-09-04T18:00:00+08:00')
const publish = async (draft: NoticeDraft = anOuting({ deadline })) => {
  await school.advance(61_000)
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', draft)
  return { noticeId, draft }
}
type Published = Awaited<ReturnType<typeof publish>>
const correcting = (
  { noticeId, draft }: Published,
  version: number,
  day: string,
  changes: Partial<Input<'notice.amend'>> = {},
): Input<'notice.amend'> => {
  const { title, body, photos, audience } = draft
  const event = { day, place: '植物园' }
  const words = { title, body, deadline, event, photos, asksAgain: false, note: `改到${day}` }
  return { noticeId, audience, version, ...words, ...changes }
}
const dayOf = (version: number) => `2026-09-${String(4 + version).padStart(2, '0')}`
const signing = (noticeId: string, version: number) => ({
  ...{ noticeId, classId: CLASS, childId: CHILD, version, typedName: '王芳' },
})
const slipsOf = async (noticeId: string) =>
  (await school.stored<Slip>('slips')).filter((slip) => slip.noticeId === noticeId)
const noticeOf = async (id: string) => (await school.stored<Notice>('notices')).find(({ _id }) => _id === id)
const codeOf = (reply: { ok: boolean; error?: { code: string } }) => (reply.ok ? 'ok' : reply.error?.code)

test(
  'N11 signed and corrected at the same moment, again and again, nobody has signed words that were not seen',
  async () => {
    const notice = await publish()
    const { noticeId } = notice
    const told = new Set<string>()
    for (let version = 1; version < 19; version++) {
      // The phone shows this version; the correction may come before, between or after.
      const [signed, amended] = await Promise.all([
        school.ask(MOTHER, 'slip.sign', signing(noticeId, version)),
        school.ask(HEAD_TEACHER, 'notice.amend', correcting(notice, version, dayOf(version))),
      ])
      expect(codeOf(amended)).toBe('ok')
      told.add(codeOf(signed) ?? '')
      const [slip] = await slipsOf(noticeId)
      const entry = slip?.entries[CHILD]
      expect(slip).toMatchObject({ version: version + 1, signFrom: version + 1 })
      // Whatever was taken was a signature under the words on the screen, and asks again.
      if (signed.ok) expect([entry?.version, ...(entry?.earlier ?? []).map((each) => each.version)]).toContain(version)
      else expect(signed.error.code).toBe('NOTICE_CHANGED')
      const seen = await school.get(MOTHER, 'notice.read', { noticeId, classId: CLASS })
      expect([seen.version, seen.mine[0]?.signedAt]).toEqual([version + 1, undefined])
    }
    expect([...told].every((code) => ['ok', 'NOTICE_CHANGED'].includes(code))).toBe(true)
    expect((await school.ask(MOTHER, 'slip.sign', signing(noticeId, 19))).ok).toBe(true)
  },
  LONG_MS,
)

test('N11 held back between notice and slip, a guardian who sees the new words hears that they have just changed', async () => {
  const notice = await publish()
  const { noticeId } = notice
  await school.cloud.control('faults.set', { target: 'database:modifyDocument:slips', mode: 'wait', times: 1 })
  const amending = school.ask(HEAD_TEACHER, 'notice.amend', correcting(notice, 1, dayOf(1)))
  await school.untilHit()
  expect((await school.get(MOTHER, 'notice.read', { noticeId, classId: CLASS })).version).toBe(2)
  expect(await school.ask(MOTHER, 'slip.sign', signing(noticeId, 2))).toMatchObject({
    error: { code: 'NOTICE_CHANGED' },
  })
  await school.cloud.control('faults.clear')
  expect((await amending).ok).toBe(true)
  expect((await school.ask(MOTHER, 'slip.sign', signing(noticeId, 2))).ok).toBe(true)
})

test(
  'N11 of two corrections at once one wins, and the other hears that the text has changed',
  async () => {
    const notice = await publish()
    for (let version = 1; version <= ROUNDS && version < 19; version++) {
      const codes = (
        await Promise.all([
          school.ask(HEAD_TEACHER, 'notice.amend', correcting(notice, version, dayOf(version))),
          school.ask(HEAD_TEACHER, 'notice.amend', correcting(notice, version, dayOf(version + 1))),
        ])
      ).map(codeOf)
      expect(codes.sort()).toEqual(['NOTICE_CHANGED', 'ok'])
      expect(await noticeOf(notice.noticeId)).toMatchObject({ version: version + 1 })
    }
  },
  LONG_MS,
)

test(
  'G18 approved and withdrawn at the same moment, a correction stands or it does not, never half',
  async () => {
    const ends = new Set<string>()
    for (let round = 0; round < 6; round++) {
      const notice = await publish()
      await school.cloud.control('verdicts.set', { suggest: 'review', label: 20003, times: 1 })
      const { noticeId } = await school.get(HEAD_TEACHER, 'notice.amend', correcting(notice, 1, dayOf(1)))
      const approve = { noticeId, decision: 'approve' } as const
      const [approved, withdrawn] = await Promise.all([
        school.ask(PRINCIPAL, 'review.decide', approve),
        school.ask(HEAD_TEACHER, 'notice.withdraw', { noticeId, reason: '日期写错了' }),
      ])
      await school.tick()
      expect([approved.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
      const after = await noticeOf(notice.noticeId)
      expect(after?.version).toBe(approved.ok ? 2 : 1)
      expect((await slipsOf(notice.noticeId))[0]?.version).toBe(after?.version)
      expect((await noticeOf(noticeId))?.state).toBe(approved.ok ? 'closed' : 'withdrawn')
      ends.add(String(approved.ok))
    }
    expect(ends.size).toBeGreaterThan(0)
  },
  LONG_MS,
)

test('G18 corrected and withdrawn at the same moment, the notice is gone with all its slips', async () => {
  for (let round = 0; round < 6; round++) {
    const notice = await publish()
    const [amended, withdrawn] = await Promise.all([
      school.ask(HEAD_TEACHER, 'notice.amend', correcting(notice, 1, dayOf(1))),
      school.ask(HEAD_TEACHER, 'notice.withdraw', { noticeId: notice.noticeId, reason: '活动取消' }),
    ])
    expect(withdrawn.ok).toBe(true)
    expect(['ok', 'NOTICE_STATE']).toContain(codeOf(amended))
    expect(await noticeOf(notice.noticeId)).toMatchObject({ state: 'withdrawn' })
    expect(await slipsOf(notice.noticeId)).toMatchObject([{ state: 'withdrawn' }])
  }
})

test(
  'N11 killed between the notice and its slips, the clock gives the slips the new words and asks again',
  async () => {
    const classIds = [CLASS, OTHER_CLASS]
    const draft = anOuting({ deadline, audience: { to: 'classes', classIds } })
    const { noticeId } = await school.get(PRINCIPAL, 'notice.publish', draft)
    await school.get(MOTHER, 'slip.sign', signing(noticeId, 1))
    await school.cloud.control('faults.set', { target: 'database:modifyDocument:slips', mode: 'hang', times: 1 })
    const cut = school
      .ask(PRINCIPAL, 'notice.amend', correcting({ noticeId, draft }, 1, dayOf(1)))
      .catch(() => undefined)
    await school.untilHit()
    expect(await noticeOf(noticeId)).toMatchObject({ version: 2 })
    expect(await slipsOf(noticeId)).toMatchObject([{ version: 1 }, { version: 1 }])

    const { dataDir } = school.cloud
    await school.cloud.kill9()
    const first = school
    school = await givenSchool({ dataDir, now: '2026-09-01T10:05:00+08:00' })
    await cut
    await first.stop()
    await school.tick()
    expect(await slipsOf(noticeId)).toMatchObject([
      { version: 2, signFrom: 2 },
      { version: 2, signFrom: 2 },
    ])
    const board = await school.get(PRINCIPAL, 'board.read', { noticeId, classId: CLASS })
    expect(board.counts).toMatchObject({ signed: 0, missing: 4 })
    expect((await school.ask(MOTHER, 'slip.sign', signing(noticeId, 2))).ok).toBe(true)
  },
  LONG_MS,
)
