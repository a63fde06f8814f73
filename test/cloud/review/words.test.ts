// Decides what becomes of the words of a decision under every answer of WeChat's check.
// the others never hold the decision up, and only words that passed are read by the other side (C04).
import type { Identity } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  PRINCIPAL,
  TEACHER,
  aNotice,
  childId,
  childName,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const WORDS = '请再看一下日期'
const TEXT_CHECK = 'openapi:security.msgSecCheck'

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())
// Many posts a minute would be flooding (C03).
afterEach(() => school.advance(61_000))

interface Decision {
  prepare: () => Promise<string>
  decide: (id: string) => Promise<{ ok: boolean; error?: object }>
  /** What the other side reads of it. */
  read: (id: string) => Promise<{ state: string; words?: string; wordsHeld?: boolean }>
  before: string
  after: string
}

/** Names are not tried out at a door: every application is somebody else's (M02). */
let applicants = 0
let applicant = ''

const DECISIONS: Record<string, Decision> = {
  'a return of a post': {
    async prepare() {
      await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001, times: 1 })
      return (await school.get(TEACHER, 'notice.publish', aNotice())).noticeId
    },
    decide: (noticeId) => school.ask(PRINCIPAL, 'review.decide', { noticeId, decision: 'return', words: WORDS }),
    async read(noticeId) {
      const { state, decided } = await school.get(TEACHER, 'notice.read', { noticeId, classId: CLASS })
      return { state, words: decided?.words, wordsHeld: decided?.wordsHeld }
    },
    before: 'held',
    after: 'draft',
  },
  'a refusal of a post': {
    async prepare() {
      await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001, times: 1 })
      return (await school.get(TEACHER, 'notice.publish', aNotice())).noticeId
    },
    decide: (noticeId) => school.ask(PRINCIPAL, 'review.decide', { noticeId, decision: 'refuse', words: WORDS }),
    async read(noticeId) {
      const { state, decided } = await school.get(TEACHER, 'notice.read', { noticeId, classId: CLASS })
      return { state, words: decided?.words, wordsHeld: decided?.wordsHeld }
    },
    before: 'held',
    after: 'refused',
  },
  'a rejection of a leave': {
    async prepare() {
      const span = { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' } as const
      return (await school.get(MOTHER, 'leave.submit', { childId: CHILD, kind: 'fever', span, proof: [] })).leaveId
    },
    decide: (leaveId) => school.ask(HEAD_TEACHER, 'leave.decide', { leaveId, approve: false, words: WORDS }),
    async read(leaveId) {
      const { leaves } = await school.get(MOTHER, 'leave.list', { of: 'child', childId: CHILD })
      const { state, words, wordsHeld } = await school.get(MOTHER, 'leave.read', { leaveId })
      expect(leaves[0]?.words).toBe(words)
      return { state, words, wordsHeld }
    },
    before: 'pending',
    after: 'rejected',
  },
  'a rejection of an application': {
    async prepare() {
      const { token } = await school.get(HEAD_TEACHER, 'invitation.create', { purpose: 'class', classId: CLASS })
      const claim = { token, consent: true, childName: '查无此人', guardianName: '某人', relation: 'other' } as const
      applicant = `o-new-${++applicants}`
      const applied = await school.get(applicant, 'join.guardian', claim)
      return applied.outcome === 'applied' ? applied.applicationId : ''
    },
    decide: (applicationId) =>
      school.ask(HEAD_TEACHER, 'application.decide', { applicationId, approve: false, words: WORDS }),
    read: (applicationId) => school.get(applicant, 'application.read', { applicationId }),
    before: 'pending',
    after: 'rejected',
  },
}

describe.each(Object.entries(DECISIONS))('given %s with words', (_, { prepare, decide, read, before, after }) => {
  const afterwards = async (verdict?: Record<string, unknown>, fault?: Record<string, unknown>) => {
    const id = await prepare()
    if (verdict) await school.cloud.control('verdicts.set', verdict)
    if (fault) await school.cloud.control('faults.set', fault)
    const reply = await decide(id)
    await school.cloud.control('verdicts.clear')
    await school.cloud.control('faults.clear')
    return { id, reply, seen: await read(id) }
  }

  test('C04 words that pass are read', async () => {
    const { reply, seen } = await afterwards()
    expect(reply.ok).toBe(true)
    expect(seen).toMatchObject({ state: after, words: WORDS })
    expect(seen.wordsHeld).toBeUndefined()
  })

  test('C04 risky words are refused, nothing is decided, and mended words decide it', async () => {
    const { id, reply, seen } = await afterwards({ suggest: 'risky', label: 20003 })
    expect(reply).toMatchObject({ error: { code: 'POST_REFUSED', rule: 'C08', field: 'words' } })
    expect(seen).toMatchObject({ state: before })
    expect(await decide(id)).toMatchObject({ ok: true })
    expect(await read(id)).toMatchObject({ state: after, words: WORDS })
  })

  test.each<[string, Record<string, unknown> | undefined, Record<string, unknown> | undefined]>([
    ['a doubt', { suggest: 'review', label: 20001 }, undefined],
    [
      '61010, the writer was not here within two hours',
      undefined,
      { target: TEXT_CHECK, mode: 'fail', errcode: 61010 },
    ],
    ['an outage', undefined, { target: TEXT_CHECK, mode: 'fail', errcode: -1 }],
    ['no answer', undefined, { target: TEXT_CHECK, mode: 'hang' }],
  ])('C04 %s keeps the words back, and the decision stands', async (_why, verdict, fault) => {
    const { reply, seen } = await afterwards(verdict, fault)
    expect(reply.ok).toBe(true)
    expect(seen).toMatchObject({ state: after, wordsHeld: true })
    expect(seen.words).toBeUndefined()
  })
})

describe('given a case', () => {
  const guardian = { childId: CHILD, card: `${childName(0)}爸爸`, since: Date.parse(MORNING) }
  const opening = { guardian, rule: 'C08', evidence: '在留言里骂人，原话已记下' }
  const risky = () => school.cloud.control('verdicts.set', { suggest: 'risky', label: 20003, times: 1 })

  test('G11 what happened is kept as it was said, whatever WeChat says of it, and marked for who reads it', async () => {
    await risky()
    const opened = await school.get(HEAD_TEACHER, 'case.open', opening)
    expect(opened).toMatchObject({ evidence: opening.evidence, evidenceDoubted: true })
    await school.get(HEAD_TEACHER, 'case.close', { caseId: opened.caseId, words: '已说清楚' })
  })

  test('C04 risky words to a step are refused and nobody is muted; the step stays open', async () => {
    const { caseId } = await school.get(HEAD_TEACHER, 'case.open', opening)
    for (const step of ['guide', 'remind'] as const) {
      await school.get(HEAD_TEACHER, 'case.step', { caseId, step, words: '已说明' })
    }
    await risky()
    const mute = { caseId, step: 'mute_1', words: WORDS } as const
    expect(await school.ask(HEAD_TEACHER, 'case.step', mute)).toMatchObject({
      error: { code: 'POST_REFUSED', field: 'words' },
    })
    const { identities } = await school.get(fatherOf(CHILD), 'session.read', {})
    expect(identities.map(({ mutedUntil }: Identity) => mutedUntil)).toEqual([undefined])
    expect(await school.get(HEAD_TEACHER, 'case.step', mute)).toMatchObject({ next: 'mute_7' })
    await risky()
    expect(await school.ask(HEAD_TEACHER, 'case.close', { caseId, words: WORDS })).toMatchObject({
      error: { code: 'POST_REFUSED', field: 'words' },
    })
  })

  test('C04 the result of a follow-up is checked like any other text', async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    const call = {
      noticeId,
      classId: CLASS,
      childId: CHILD,
      way: 'phone',
      told: '妈妈',
      at: Date.parse(MORNING),
    } as const
    expect(await school.ask(HEAD_TEACHER, 'slip.followUp', { ...call, result: '已说明[risky]' })).toMatchObject({
      error: { code: 'POST_REFUSED', field: 'result' },
    })
  })
})
