// Decides that what happens to a child has its steps and times in the school's order, for those concerned alone.
import type { IncidentKind, IncidentStep } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  childName,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'

const CHILD = childId(CLASS, 0)
const NOW = Date.parse(MORNING)
const MINUTE = 60_000
const STAND_IN = 'o-qian'
const OFFICER = 'o-grade'
const OTHER_TEACHER = 'o-chen'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const open = (who = HEAD_TEACHER, kind: IncidentKind = 'sudden') =>
  school.get(who, 'incident.open', { childId: CHILD, kind })
const stamp = (incidentId: string, step: IncidentStep, who = HEAD_TEACHER) =>
  school.get(who, 'incident.step', { incidentId, step })
const read = (incidentId: string, who = HEAD_TEACHER) => school.get(who, 'incident.read', { incidentId })
const todayOf = async (who: string, key: string) => {
  const today = await school.get(who, 'today.read', { identity: key })
  if (!('incidentsTotal' in today)) throw new Error('no leader')
  return today
}
const principalsDay = () => todayOf(PRINCIPAL, keyOf('principal', SCHOOL))

interface Patched {
  _id: string
}
/** Changes a stored document, as an office or a hand-over of an earlier day has. */
const patch = async (collection: string, id: string, fields: object) => {
  const found = (await school.stored<Patched>(collection)).find(({ _id }) => _id === id)
  await school.cloud.control('data.put', { documents: { [collection]: [{ ...found, _id: id, ...fields }] } })
}
const withPerson = (id: string) =>
  patch('people', id, { consentAt: NOW, consentVersion: 1, credits: {}, updatedAt: NOW })

/** The pact of the school with one of the orders that the seeds have (V19). */
const choose = async (rules: object) => {
  const { L06: _hospital, L07: _guardian, ...others } = school.pact.rules
  await patch('pacts', `${SCHOOL}:1`, { rules: { ...others, ...rules } })
}

describe('given an order of the pact (V19)', () => {
  test.each([
    ['both at once', { L06: {}, L07: {} }, ['hospital', 'guardian', 'leader'], ['hospital', 'guardian'], undefined],
    ['the hospital first', { L06: {} }, ['hospital', 'guardian', 'leader'], ['hospital'], 'guardian'],
    ['the guardian first', { L07: {} }, ['guardian', 'hospital', 'leader'], ['guardian'], undefined],
  ] as const)(
    'L06 L07 V19 with %s, every step has its time, and one out of order is said with the rule, never refused',
    async (_, rules, steps, first, astray) => {
      await choose(rules)
      const opened = await open(HEAD_TEACHER, 'accident')
      expect(opened).toMatchObject({ state: 'open', stamps: {}, steps, next: first })
      expect(opened.cites).toEqual(Object.keys(rules).map((rule) => ({ rule, pactVersion: 1 })))
      const { incidentId } = opened

      await school.advance(MINUTE)
      // The guardian is called while the child is still here, whatever the order is.
      const called = await stamp(incidentId, 'guardian')
      expect(called.stamps.guardian).toMatchObject({ by: '语文王老师' })
      expect(called.astray).toBe(astray)

      await school.advance(2 * MINUTE)
      await school.get(HEAD_TEACHER, 'incident.step', { incidentId, step: 'hospital', way: 'sent', to: '市儿童医院' })
      const told = await stamp(incidentId, 'leader')
      const { guardian, hospital, leader } = told.stamps
      expect(hospital).toMatchObject({ way: 'sent', to: '市儿童医院' })
      expect([guardian?.at, hospital?.at, leader?.at].every((at) => (at ?? 0) >= NOW)).toBe(true)
      expect((hospital?.at ?? 0) - (guardian?.at ?? 0)).toBeGreaterThanOrEqual(2 * MINUTE)
      expect({ next: told.next, astray: told.astray }).toEqual({ next: [], astray })
    },
  )

  test('V19 a later version of the pact makes no step of an earlier incident one out of order', async () => {
    const { incidentId } = await open()
    await choose({ L06: {} })
    expect(await stamp(incidentId, 'guardian')).toMatchObject({ order: 'at_once', cites: [{}, {}] })
    expect((await read(incidentId)).astray).toBeUndefined()
  })

  test('V19 the guardian first: a hospital stamped before is said until the guardian was told earlier', async () => {
    await choose({ L07: {} })
    const { incidentId } = await open(HEAD_TEACHER, 'accident')
    expect((await stamp(incidentId, 'hospital')).astray).toBe('hospital')
    const at = NOW - 5 * MINUTE
    expect((await school.get(HEAD_TEACHER, 'incident.step', { incidentId, step: 'guardian', at })).astray).toBe(
      undefined,
    )
  })
})

describe('given a child who falls ill', () => {
  test('L07 the family collects the child: no hospital is owed, and an accident is not closed that way', async () => {
    await choose({ L06: {} })
    const sudden = await open()
    await stamp(sudden.incidentId, 'guardian')
    const collected = { incidentId: sudden.incidentId, step: 'hospital', way: 'collected' } as const
    expect(await school.get(HEAD_TEACHER, 'incident.step', collected)).toMatchObject({ next: ['leader'] })
    expect((await read(sudden.incidentId)).astray).toBeUndefined()

    const { incidentId } = await open(HEAD_TEACHER, 'accident')
    expect(await school.ask(HEAD_TEACHER, 'incident.step', { ...collected, incidentId })).toEqual({
      ok: false,
      error: { code: 'INPUT_INVALID', field: 'way' },
    })
  })

  test('L06 a time may lie some minutes back, never ahead, and never on another day', async () => {
    const at = NOW - 20 * MINUTE
    const { incidentId } = await school.get(HEAD_TEACHER, 'incident.open', { childId: CHILD, kind: 'sudden', at })
    const earlier = { incidentId, step: 'guardian', at: NOW - 15 * MINUTE } as const
    expect(await school.get(HEAD_TEACHER, 'incident.step', earlier)).toMatchObject({
      happenedAt: at,
      stamps: { guardian: { at: earlier.at } },
    })
    for (const wrong of [NOW + 30 * MINUTE, NOW - 13 * 60 * MINUTE]) {
      const late = { incidentId, step: 'leader', at: wrong } as const
      expect(await school.ask(HEAD_TEACHER, 'incident.step', late)).toMatchObject({
        error: { code: 'INPUT_INVALID', field: 'at' },
      })
    }
  })

  test('L06 quiet hours and a stop of the school hold nothing up', async () => {
    await school.get(PRINCIPAL, 'school.stop', { schoolId: SCHOOL, level: 'all', reason: '演练' })
    await school.at('2026-09-05T22:30:00+08:00')
    const { incidentId } = await open()
    expect((await stamp(incidentId, 'guardian')).stamps.guardian).toBeDefined()
  })

  test('L06 words that WeChat calls risky are kept with its doubt: an emergency is never refused', async () => {
    await school.cloud.control('verdicts.set', { suggest: 'risky', times: 5 })
    const words = '额头磕破，流血'
    const opened = await school.get(HEAD_TEACHER, 'incident.open', { childId: CHILD, kind: 'accident', words })
    expect(opened.notes).toMatchObject([{ words, doubted: true, by: '语文王老师' }])
  })

  test('L06 what is told later stands after what was told first', async () => {
    const { incidentId } = await school.get(HEAD_TEACHER, 'incident.open', {
      ...({ childId: CHILD, kind: 'accident', signs: ['bump'], words: '下楼时摔倒' } as const),
    })
    await school.get(PRINCIPAL, 'incident.note', { incidentId, signs: ['bleeding'], words: '额头有伤口' })
    expect((await read(incidentId)).notes).toMatchObject([
      { signs: ['bump'], words: '下楼时摔倒' },
      { signs: ['bleeding'], words: '额头有伤口', by: '李校长' },
    ])
    expect(await school.ask(PRINCIPAL, 'incident.note', { incidentId })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'words' },
    })
  })

  test('L06 it closes with its outcome, also with steps missing, and the outcome is completed later', async () => {
    const { incidentId } = await open()
    await stamp(incidentId, 'guardian')
    const closed = await school.get(HEAD_TEACHER, 'incident.close', { incidentId, outcome: 'admitted', words: '观察' })
    expect(closed).toMatchObject({ state: 'closed', next: [], outcomes: [{ outcome: 'admitted', words: '观察' }] })
    await school.advance(3 * 86_400_000)
    await school.get(HEAD_TEACHER, 'incident.close', { incidentId, outcome: 'returned' })
    expect(await read(incidentId)).toMatchObject({ outcomes: [{ outcome: 'admitted' }, { outcome: 'returned' }] })
    const { incidents } = await school.get(HEAD_TEACHER, 'incident.list', { of: 'class', classId: CLASS })
    expect(incidents).toMatchObject([{ state: 'closed', outcome: 'returned', missing: ['hospital', 'leader'] }])
    // Another one of the same child begins anew.
    expect((await open()).incidentId).not.toBe(incidentId)
  })

  test('L06 a stamp in error is put right by another, or by none, and stays on record', async () => {
    const { incidentId } = await open()
    const { stamps } = await stamp(incidentId, 'hospital')
    const wrong = { incidentId, step: 'hospital', notedAt: stamps.hospital?.notedAt ?? 0 } as const
    const at = NOW - MINUTE
    const put = await school.get(HEAD_TEACHER, 'incident.correct', { ...wrong, stamp: { at, to: '社区医院' } })
    expect(put).toMatchObject({
      stamps: { hospital: { at, to: '社区医院' } },
      corrected: [{ step: 'hospital', was: { at: stamps.hospital?.at }, by: '语文王老师' }],
    })
    expect(await school.ask(HEAD_TEACHER, 'incident.correct', wrong)).toMatchObject({
      error: { code: 'INCIDENT_CHANGED' },
    })
    const { notedAt = 0 } = put.stamps.hospital ?? {}
    const gone = await school.get(HEAD_TEACHER, 'incident.correct', { ...wrong, notedAt })
    expect(gone.stamps.hospital).toBeUndefined()
    expect(gone.corrected).toHaveLength(2)
    expect(gone.next).toEqual(['hospital', 'guardian'])
  })

  test('L06 a child who has left the school is not written about', async () => {
    await school.get(PRINCIPAL, 'child.leave', { childId: CHILD, cause: 'left', from: '2026-09-01' })
    expect(await school.ask(HEAD_TEACHER, 'incident.open', { childId: CHILD, kind: 'sudden' })).toMatchObject({
      error: { code: 'CHILD_STATE' },
    })
  })
})

describe('given two phones at once', () => {
  test('L06 both stamp the same step: one stamp, and both learn whose', async () => {
    const { incidentId } = await open(TEACHER)
    const both = await Promise.all([
      stamp(incidentId, 'guardian'),
      stamp(incidentId, 'guardian', TEACHER),
      stamp(incidentId, 'hospital', TEACHER),
      stamp(incidentId, 'leader', PRINCIPAL),
    ])
    const { stamps } = await read(incidentId)
    expect(Object.keys(stamps).sort()).toEqual(['guardian', 'hospital', 'leader'])
    expect(both[0].stamps.guardian).toEqual(stamps.guardian)
    expect(both[1].stamps.guardian).toEqual(stamps.guardian)
    const [stored] = await school.stored<{ trail: { action: string }[] }>('incidents')
    expect(stored?.trail.filter(({ action }) => action === 'incident.step')).toHaveLength(3)
  })

  test('L06 both open it for the same child: one incident, and each has said what they saw', async () => {
    const opening = (words: string) => ({ childId: CHILD, kind: 'accident', words }) as const
    const [one, two] = await Promise.all([
      school.get(HEAD_TEACHER, 'incident.open', opening('下楼时摔倒')),
      school.get(TEACHER, 'incident.open', opening('头碰到扶手')),
    ])
    expect(one.incidentId).toBe(two.incidentId)
    expect((await read(one.incidentId, TEACHER)).notes.map(({ words }) => words).sort()).toEqual(
      ['下楼时摔倒', '头碰到扶手'].sort(),
    )
  })

  test('L06 the same call twice, also at once, is one incident, one stamp, one correction, one outcome', async () => {
    const input = { childId: CHILD, kind: 'sudden', signs: ['fever'] } as const
    const twice = async <Answer>(call: (requestId: string) => Promise<Answer>) => {
      const requestId = newRequestId()
      await Promise.all([call(requestId), call(requestId)])
      return call(requestId)
    }
    const { incidentId } = await twice((id) =>
      school.get(HEAD_TEACHER, 'incident.open', { ...input, signs: ['fever'] }, id),
    )
    const stamped = await twice((id) => school.get(HEAD_TEACHER, 'incident.step', { incidentId, step: 'leader' }, id))
    const notedAt = stamped.stamps.leader?.notedAt ?? 0
    await twice((id) => school.get(HEAD_TEACHER, 'incident.correct', { incidentId, step: 'leader', notedAt }, id))
    await twice((id) => school.get(HEAD_TEACHER, 'incident.note', { incidentId, words: '已退烧' }, id))
    await twice((id) => school.get(HEAD_TEACHER, 'incident.close', { incidentId, outcome: 'home' }, id))
    expect(await read(incidentId)).toMatchObject({
      ...{ notes: [{}, { words: '已退烧' }], corrected: [{ step: 'leader' }], outcomes: [{ outcome: 'home' }] },
    })
    expect(await school.stored('incidents')).toHaveLength(1)
  })
})

describe('given who is concerned', () => {
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  const posted = async () => {
    const standIn = { openid: STAND_IN, card: '科学钱老师', from: '2026-09-01', to: '2026-09-03', since: 0 }
    const teachers = [
      { openid: TEACHER, name: '李强', subject: '数学', since: NOW },
      { openid: OTHER_TEACHER, name: '陈静', subject: '英语', since: NOW },
    ]
    await patch('classes', CLASS, { standIn, teachers })
    await patch('offices', 'office-3', {
      ...{ schoolId: SCHOOL, office: 'grade_leader', grade: '三', name: '孙丽', openid: OFFICER, state: 'held' },
      ...{ slot: 'slot-3', since: NOW, trail: [], audited: 0, trailOpen: false },
    })
    for (const id of [STAND_IN, OFFICER, OTHER_TEACHER]) await withPerson(id)
  }

  test('L06 M14 families, other classes, officers, other teachers and strangers: forbidden and absent look alike', async () => {
    await posted()
    const { incidentId } = await open(TEACHER)
    const wrong = [
      ...[motherOf(CHILD), fatherOf(CHILD), motherOf(childId(CLASS, 1)), OTHER_HEAD_TEACHER],
      ...[OTHER_TEACHER, OFFICER, 'o-stranger'],
    ]
    for (const who of wrong) {
      for (const id of [incidentId, 'nothing-there']) {
        expect([who, await school.ask(who, 'incident.read', { incidentId: id })]).toEqual([who, forbidden])
      }
      expect([who, await school.ask(who, 'incident.step', { incidentId, step: 'guardian' })]).toEqual([who, forbidden])
      expect([who, await school.ask(who, 'incident.phones', { incidentId })]).toEqual([who, forbidden])
      expect([who, await school.ask(who, 'incident.close', { incidentId, outcome: 'home' })]).toEqual([who, forbidden])
    }
    for (const who of [motherOf(CHILD), OTHER_HEAD_TEACHER, OFFICER, 'o-stranger']) {
      expect(await school.ask(who, 'incident.open', { childId: CHILD, kind: 'sudden' })).toEqual(forbidden)
      expect(await school.ask(who, 'incident.list', { of: 'class', classId: CLASS })).toEqual(forbidden)
    }
    expect(await school.ask(HEAD_TEACHER, 'incident.list', { of: 'school', schoolId: SCHOOL })).toEqual(forbidden)
    for (const who of [HEAD_TEACHER, STAND_IN, TEACHER, PRINCIPAL, OFFICE]) {
      expect([who, await school.ask(who, 'incident.read', { incidentId })]).toMatchObject([who, { ok: true }])
    }
  })

  test('L06 a subject teacher finds what they have noted, the head teacher the class’s, the leaders the school’s', async () => {
    await posted()
    await open(TEACHER)
    await school.get(HEAD_TEACHER, 'incident.open', { childId: childId(CLASS, 1), kind: 'accident' })
    await school.get(OTHER_HEAD_TEACHER, 'incident.open', { childId: childId(OTHER_CLASS, 0), kind: 'accident' })
    const ofClass = async (who: string) =>
      (await school.get(who, 'incident.list', { of: 'class', classId: CLASS })).incidents.map((each) => each.childName)
    expect(await ofClass(TEACHER)).toEqual([childName(0)])
    expect(await ofClass(OTHER_TEACHER)).toEqual([])
    expect((await ofClass(HEAD_TEACHER)).sort()).toEqual([childName(0), childName(1)].sort())
    expect(await ofClass(STAND_IN)).toHaveLength(2)
    const todayIn = (who: string, role: string) => school.get(who, 'today.read', { identity: keyOf(role, CLASS) })
    expect(await todayIn(STAND_IN, 'stand_in')).toMatchObject({ incidents: 2 })
    expect(await todayIn(OTHER_TEACHER, 'teacher')).not.toHaveProperty('incidents')
    const { total, children } = await school.get(OFFICE, 'incident.list', { of: 'school', schoolId: SCHOOL })
    expect({ total, children }).toEqual({ total: 3, children: [] })
    const { children: roll } = await school.get(TEACHER, 'incident.list', { of: 'class', classId: CLASS })
    expect(roll.map(({ no }) => no)).toEqual(['1', '2', '3', '4'])
  })

  test('L06 C28 the numbers of the family are for whoever has it in hand, while it runs, and every look is written down', async () => {
    await posted()
    const contacts = [
      { relation: '妈妈', phone: '13831936028' },
      { relation: '爸爸', phone: '' },
    ]
    await patch('children', CHILD, { contacts })
    expect(await school.ask(TEACHER, 'child.phones', { childId: CHILD })).toEqual(forbidden)
    const { incidentId } = await open(TEACHER)
    expect(await school.get(TEACHER, 'incident.phones', { incidentId })).toEqual({ phones: [contacts[0]] })
    await school.get(TEACHER, 'incident.close', { incidentId, outcome: 'home' })
    expect(await school.ask(TEACHER, 'incident.phones', { incidentId })).toEqual(forbidden)
    await school.tick()
    const rows = await school.stored<{ action: string; by: string }>('audit')
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['incident.open', 'incident.phones', 'incident.close']),
    )
  })

  test('M12 who noted it asks to be forgotten: the record stays, and they find it no more', async () => {
    const { incidentId } = await open(TEACHER)
    const copy = await school.get(TEACHER, 'person.export', {})
    expect(JSON.stringify(copy)).not.toContain(childName(0))
    await school.get(TEACHER, 'person.delete', {})
    await school.tick()
    expect(await read(incidentId)).toMatchObject({ openedBy: '数学李老师' })
    expect(await school.stored('incidents')).toMatchObject([{ noters: [] }])
  })
})

describe('given the leaders', () => {
  interface Message {
    touser: string
    page: string
    data: Record<string, { value: string }>
  }
  const messages = async () => (await school.cloud.control<{ deliveries: Message[] }>('deliveries.list')).deliveries

  test('L06 they are told at once, in the night too: a line on 今天 and W5, without a name or what happened', async () => {
    await school.at('2026-09-05T22:30:00+08:00')
    for (const who of [PRINCIPAL, OFFICE, HEAD_TEACHER, TEACHER]) await school.accept(who, 'todo')
    const { incidentId } = await school.get(TEACHER, 'incident.open', {
      ...({ childId: CHILD, kind: 'accident', words: '额头磕破' } as const),
    })
    const { incidents, incidentsTotal } = await principalsDay()
    expect({ incidents, incidentsTotal }).toMatchObject({
      incidents: [{ incidentId, className: '三（2）班', kind: 'accident' }],
      incidentsTotal: 1,
    })
    expect(JSON.stringify(incidents)).not.toContain(childName(0))
    await school.tick(2)
    const sent = await messages()
    expect(sent.map(({ touser }) => touser).sort()).toEqual([PRINCIPAL, OFFICE, HEAD_TEACHER].sort())
    expect(sent[0]?.data['thing1']?.value).toBe('突发情况，请看')
    expect(sent[0]?.page).toContain(incidentId)
    expect(JSON.stringify(sent)).not.toMatch(new RegExp(`${childName(0)}|额头|意外`))

    // The class's own people see on 今天 that something runs, a subject teacher what they have noted.
    const ofClass = async (who: string, role: string) => school.get(who, 'today.read', { identity: keyOf(role, CLASS) })
    expect(await ofClass(HEAD_TEACHER, 'head_teacher')).toMatchObject({ incidents: 1 })
    expect(await ofClass(TEACHER, 'teacher')).toMatchObject({ incidents: 1 })

    await school.get(PRINCIPAL, 'incident.close', { incidentId, outcome: 'home' })
    expect(await ofClass(HEAD_TEACHER, 'head_teacher')).not.toHaveProperty('incidents')
    expect(await principalsDay()).toMatchObject({ incidents: [], incidentsTotal: 0 })
  })

  test('L06 H27 half an hour without a guardian: they read since when it was owed and by whom, and nobody else does', async () => {
    const { incidentId } = await open(TEACHER)
    await school.advance(29 * MINUTE)
    expect((await read(incidentId, PRINCIPAL)).owed).toBeUndefined()
    await school.advance(2 * MINUTE)
    const { owed, happenedAt } = await read(incidentId, PRINCIPAL)
    expect(owed).toEqual({ since: happenedAt, by: '数学李老师' })
    expect((await principalsDay()).incidents).toMatchObject([{ owed: true }])
    expect((await read(incidentId)).owed).toBeUndefined()
    await school.advance(10 * MINUTE)
    const { stamps } = await stamp(incidentId, 'guardian')
    expect((await read(incidentId, PRINCIPAL)).owed).toEqual({
      since: happenedAt,
      by: '数学李老师',
      until: stamps.guardian?.at,
    })
    expect((await principalsDay()).incidents[0]?.owed).toBeUndefined()
  })

  test('L06 a process killed between opening and telling: the line is there, and the message goes out once', async () => {
    for (const who of [PRINCIPAL, OFFICE]) await school.accept(who, 'todo')
    await school.cloud.control('faults.set', { target: 'database:insertDocument:deliveries', mode: 'hang' })
    const { incidentId } = await open()
    const lost = school.tick().catch(() => undefined)
    await school.untilHit()
    const { dataDir } = school.cloud
    await school.cloud.kill9()
    const first = school
    school = await givenSchool({ dataDir, now: '2026-09-01T10:05:00+08:00' })
    await lost
    expect((await principalsDay()).incidents).toMatchObject([{ incidentId }])
    await school.advance(2 * MINUTE)
    await school.tick(2)
    await school.tick()
    const sent = await school.stored<{ openid: string; state: string }>('deliveries')
    expect(sent.map(({ openid }) => openid).sort()).toEqual([OFFICE, PRINCIPAL].sort())
    expect(await school.stored('incidents')).not.toMatchObject([{ duty: {} }])
    await first.stop()
  })

  test('L06 a process killed while opening: there is nothing, or one that the same call finds', async () => {
    await school.cloud.control('faults.set', { target: 'database:insertDocument:incidents', mode: 'hang' })
    const requestId = newRequestId()
    const input = { childId: CHILD, kind: 'accident' } as const
    const lost = school.ask(HEAD_TEACHER, 'incident.open', input, requestId).catch(() => undefined)
    await school.untilHit()
    const { dataDir } = school.cloud
    await school.cloud.kill9()
    const first = school
    school = await givenSchool({ dataDir, now: '2026-09-01T10:05:00+08:00' })
    await lost
    const { incidentId } = await school.get(HEAD_TEACHER, 'incident.open', input, requestId)
    expect((await school.stored<Patched>('incidents')).map(({ _id }) => _id)).toEqual([incidentId])
    await first.stop()
  })
})
