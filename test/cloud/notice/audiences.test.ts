// Proves whom a notice reaches: a grade as it is at that moment, some children of a class, and nobody beside them.
import type { NoticeDraft, Pact } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
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

const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }
const GRADE: NoticeDraft['audience'] = { to: 'grade', schoolId: SCHOOL, grade: '三' }
const [FIRST, SECOND, FOURTH] = [childId(CLASS, 0), childId(CLASS, 1), childId(CLASS, 3)]
const SOME: NoticeDraft['audience'] = { to: 'children', classId: CLASS, childIds: [FIRST, FOURTH] }

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool({ moreClasses: 1 })
})
afterEach(() => school?.stop())

const slipsOf = async (noticeId: string) =>
  (await school.stored<{ noticeId: string; classId: string; entries: object }>('slips')).filter(
    (slip) => slip.noticeId === noticeId,
  )

describe('N01 a notice to a grade', () => {
  test('N01 given the principal, then the classes of that grade get it once each, from the school, and no other class', async () => {
    const { noticeId, classIds } = await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience: GRADE }))
    expect(classIds.sort()).toEqual([OTHER_CLASS, CLASS].sort())
    await school.tick()
    await school.tick()
    expect((await slipsOf(noticeId)).map(({ classId }) => classId).sort()).toEqual([OTHER_CLASS, CLASS].sort())
    const { rows } = await school.get(motherOf(FIRST), 'notice.list', { identity: keyOf('guardian', FIRST) })
    expect(rows).toMatchObject([{ noticeId, source: 'school' }])
    const fourth = childId('class-more-0', 0)
    const other = await school.get(motherOf(fourth), 'notice.list', { identity: keyOf('guardian', fourth) })
    expect(other.rows).toEqual([])
  })

  test('N01 given it waits for the morning, then it goes to the classes that the grade has by then', async () => {
    await school.at('2026-09-01T21:00:00+08:00')
    const { noticeId, state } = await school.get(PRINCIPAL, 'notice.publish', aNotice({ audience: GRADE }))
    expect(state).toBe('queued')
    const [moved] = (await school.stored<{ _id: string }>('classes')).filter(({ _id }) => _id === 'class-more-0')
    await school.cloud.control('data.import', {
      collection: 'classes',
      documents: [{ ...moved, _id: 'class-new', name: '三（3）班', roster: [] }],
    })
    await school.at('2026-09-02T07:00:30+08:00')
    await school.tick()
    await school.tick()
    expect((await slipsOf(noticeId)).map(({ classId }) => classId).sort()).toEqual(
      [OTHER_CLASS, CLASS, 'class-new'].sort(),
    )
    expect(await school.ask(PRINCIPAL, 'notice.read', { noticeId, classId: 'class-new' })).toMatchObject({ ok: true })
  })

  test('N01 M14 given a teacher, a grade without classes, or another school, then nobody of the grade is written to', async () => {
    const elsewhere: NoticeDraft['audience'] = { to: 'grade', schoolId: 'another', grade: '三' }
    const empty: NoticeDraft['audience'] = { to: 'grade', schoolId: SCHOOL, grade: '九' }
    for (const [who, audience] of [
      [HEAD_TEACHER, GRADE],
      [motherOf(FIRST), GRADE],
      [PRINCIPAL, empty],
      [PRINCIPAL, elsewhere],
    ] as const) {
      expect(await school.ask(who, 'notice.publish', aNotice({ audience }))).toMatchObject(FORBIDDEN)
    }
  })
})

describe('C24 a letter to some children', () => {
  test('C24 N18 given two children are chosen, then only their families find it, and class staff see their lines alone', async () => {
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ audience: SOME }))
    const at = { noticeId, classId: CLASS }
    expect(await school.get(motherOf(FIRST), 'notice.read', at)).toMatchObject({ salutation: '三（2）班有关家长：' })
    expect(await school.ask(motherOf(SECOND), 'notice.read', at)).toMatchObject(FORBIDDEN)
    const { rows } = await school.get(motherOf(SECOND), 'notice.list', { identity: keyOf('guardian', SECOND) })
    expect(rows).toEqual([])
    for (const who of [HEAD_TEACHER, TEACHER]) {
      const role = who === TEACHER ? 'teacher' : 'head_teacher'
      const seen = await school.get(who, 'notice.list', { identity: keyOf(role, CLASS) })
      expect(seen.rows).toMatchObject([{ noticeId, counts: { total: 2 } }])
    }
    const board = await school.get(HEAD_TEACHER, 'board.read', at)
    expect(board.rows.map((row) => row.childId)).toEqual([FIRST, FOURTH])
  })

  test('C24 T12 given a letter to a few, then it is no notice of the class: the week counts none', async () => {
    await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ audience: SOME }))
    const { weekCount } = await school.get(HEAD_TEACHER, 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })
    expect(weekCount).toBe(0)
    const today = await school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) })
    expect(today).toMatchObject({ weekCount: 0 })
  })

  test('C22 C24 given it names a child with a fault, then it is refused as in a class: the chosen families read it', async () => {
    const [child] = (await school.stored<{ _id: string; name: string }>('children')).filter(({ _id }) => _id === FIRST)
    const body = `${child?.name ?? ''}今天上课打人，屡教不改。`
    const refused = await school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ body, audience: SOME }))
    expect(refused).toMatchObject({ error: { code: 'POST_REFUSED' } })
  })

  test('C24 given a child of another class, one child twice, or one alone, then it is nobody’s to write to', async () => {
    const at = (childIds: string[]) => aNotice({ audience: { to: 'children', classId: CLASS, childIds } })
    const mixed = at([FIRST, childId(OTHER_CLASS, 0)])
    expect(await school.ask(HEAD_TEACHER, 'notice.publish', mixed)).toMatchObject(FORBIDDEN)
    for (const childIds of [[FIRST, FIRST], [FIRST]]) {
      const misfit = await school.ask(HEAD_TEACHER, 'notice.publish', at(childIds))
      expect(misfit).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'audience.childIds' } })
    }
  })

  test('L12 given a chosen child has gone while it waited, then the others get it', async () => {
    await school.at('2026-09-01T21:00:00+08:00')
    const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', aNotice({ audience: SOME }))
    await school.get(HEAD_TEACHER, 'child.leave', { childId: FOURTH, cause: 'left', from: '2026-09-02' })
    await school.get(PRINCIPAL, 'child.confirm', { childId: FOURTH, confirm: true })
    await school.at('2026-09-02T07:00:30+08:00')
    await school.tick()
    await school.tick()
    expect((await slipsOf(noticeId)).map(({ entries }) => Object.keys(entries))).toEqual([[FIRST]])
  })
})

describe('G01 who publishes is the school’s choice', () => {
  const GRADE_LEADER = 'o-grade-leader'
  const givenPublishers = async (publishers?: Record<string, string>) => {
    const pact: Pact = {
      ...school.pact,
      version: 2,
      rules: { ...school.pact.rules, ...(publishers && { G01: publishers }) },
    }
    await school.cloud.control('data.import', { collection: 'pacts', documents: [{ _id: `${SCHOOL}:2`, ...pact }] })
    await school.cloud.control('data.import', {
      collection: 'offices',
      documents: [
        {
          ...{ _id: 'office-1', schoolId: SCHOOL, office: 'grade_leader', grade: '三', openid: GRADE_LEADER },
          ...{ name: '孙丽', since: Date.parse('2026-08-01'), state: 'held', slot: `${SCHOOL}:grade_leader:三` },
          ...{ trail: [], audited: 0, trailOpen: false },
        },
      ],
    })
    const person = { consentAt: 1, consentVersion: 1, credits: {}, updatedAt: 1 }
    await school.cloud.control('data.import', { collection: 'people', documents: [{ _id: GRADE_LEADER, ...person }] })
  }
  const outcome = async (who: string, audience: NoticeDraft['audience']) => {
    const reply = await school.ask(who, 'notice.publish', aNotice({ audience }))
    return reply.ok ? reply.data.state : `${reply.error.code} ${reply.error.rule ?? ''}`.trim()
  }
  const OWN: NoticeDraft['audience'] = { to: 'classes', classIds: [CLASS] }
  const WHOLE: NoticeDraft['audience'] = { to: 'school', schoolId: SCHOOL }
  const CHILD: NoticeDraft['audience'] = { to: 'child', classId: CLASS, childId: FIRST }
  const usual = { subject: 'review', head: 'review', grade: 'none', office: 'free', by: 'leader' }
  const REFUSED = 'POST_REFUSED G01'

  test.each([
    ['says nothing', undefined, ['published', 'published', REFUSED, 'published', 'published']],
    ['looks at teachers', {}, ['held', 'held', REFUSED, 'published', 'published']],
    [
      'lets all write',
      { ...usual, subject: 'free', head: 'free', grade: 'free' },
      ['published', 'published', 'published', 'published', 'published'],
    ],
    [
      'leaves classes to head teachers',
      { ...usual, subject: 'none', head: 'free', grade: 'review', office: 'review' },
      [REFUSED, 'published', 'held', 'held', 'published'],
    ],
  ])(
    'G01 given a pact that %s, then each publisher is let, held or refused by it, and a private letter is not',
    async (_, publishers, wanted) => {
      await givenPublishers(publishers)
      const got = [
        await outcome(TEACHER, OWN),
        await outcome(HEAD_TEACHER, OWN),
        await outcome(GRADE_LEADER, GRADE),
        await outcome('o-office', WHOLE),
        await outcome(PRINCIPAL, WHOLE),
      ]
      expect(got).toEqual(wanted)
      expect(await outcome(TEACHER, CHILD)).toBe('published')
      const prepared = await school.get(TEACHER, 'notice.prepare', { schoolId: SCHOOL, classId: CLASS })
      expect(prepared.publishing).toBe({ published: 'free', held: 'review', [REFUSED]: 'none' }[wanted[0] ?? ''])
    },
  )

  test('G01 M17 given a grade leader who may, then it is the own grade, in the own name, and no other', async () => {
    await givenPublishers({ ...usual, grade: 'free' })
    const prepared = await school.get(GRADE_LEADER, 'notice.prepare', { schoolId: SCHOOL, grade: '三' })
    expect(prepared.classes.map(({ classId }) => classId).sort()).toEqual([OTHER_CLASS, CLASS].sort())
    const { noticeId } = await school.get(GRADE_LEADER, 'notice.publish', aNotice({ audience: GRADE }))
    expect(await school.get(motherOf(FIRST), 'notice.read', { noticeId, classId: CLASS })).toMatchObject({
      ...{ source: 'school', issuer: '幸福街小学 三年级组长孙老师' },
    })
    expect(await school.get(GRADE_LEADER, 'board.read', { noticeId, classId: OTHER_CLASS })).toMatchObject({
      canAct: true,
    })
    for (const audience of [{ ...GRADE, grade: '四' as const }, WHOLE, OWN]) {
      expect(await outcome(GRADE_LEADER, audience)).toBe('FORBIDDEN')
    }
  })

  test('G01 given subject teachers are looked at by the head teacher, then theirs and no other’s, never the author', async () => {
    await givenPublishers({ ...usual, head: 'free', by: 'head_teacher' })
    const { noticeId } = await school.get(TEACHER, 'notice.publish', aNotice())
    const approve = { noticeId, decision: 'approve' } as const
    for (const who of [TEACHER, 'o-zhao'])
      expect(await school.ask(who, 'review.decide', approve)).toMatchObject(FORBIDDEN)
    const { items } = await school.get(HEAD_TEACHER, 'review.list', { schoolId: SCHOOL, classId: CLASS })
    expect(items).toMatchObject([{ noticeId, isMine: false }])
    const elsewhere = await school.get('o-zhao', 'review.list', { schoolId: SCHOOL, classId: OTHER_CLASS })
    expect(elsewhere.items).toEqual([])
    expect(await school.ask(TEACHER, 'review.list', { schoolId: SCHOOL, classId: CLASS })).toMatchObject(FORBIDDEN)
    await school.get(HEAD_TEACHER, 'review.decide', approve)
    await school.tick()
    expect(await school.get(motherOf(FIRST), 'notice.read', { noticeId, classId: CLASS })).toMatchObject({
      state: 'published',
    })
  })
})
