// Decides that whoever inspects fills all classes on one page, and that one line never overwrites another's (Q01, Q17, D07).
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  motherOf,
  newRequestId,
} from '../given-school'
import { DUTY, GRADE, givenRegisters, type Registers } from './given-registers'

const HYGIENE = { register: 'points-hygiene', schoolId: SCHOOL }
const points = (number: number) => [{ question: 'points', number }]

let school: Registers
afterEach(() => school.stop())

describe('given an inspection of all classes', () => {
  beforeEach(async () => {
    school = await givenRegisters(['points-hygiene'])
  })
  const fill = (lines: { subject: string; version: number; answers: { question: string; number: number }[] }[], requestId = newRequestId()) =>
    school.ask(DUTY, 'register.fillGrid', { ...HYGIENE, slot: slotOf(), lines }, requestId)
  let slot = ''
  const slotOf = () => slot
  beforeEach(async () => {
    slot = (await school.get(DUTY, 'register.grid', HYGIENE)).slot
  })

  test('Q01 then only the lines that were changed are kept, in grade order, and a line of somebody else is named', async () => {
    const empty = await school.get(DUTY, 'register.grid', HYGIENE)
    expect(empty.lines.map(({ subject, version, mine }) => [subject.id, version, mine])).toEqual([
      [OTHER_CLASS, 0, true],
      [CLASS, 0, true],
    ])
    const requestId = newRequestId()
    const first = await fill([{ subject: CLASS, version: 0, answers: points(9) }], requestId)
    expect(first).toMatchObject({ data: { changed: [], lines: [{ version: 0 }, { version: 1 }] } })
    expect(await fill([{ subject: CLASS, version: 0, answers: points(9) }], requestId)).toMatchObject({
      data: { changed: [], lines: [{ version: 0 }, { version: 1 }] },
    })
    expect(await fill([{ subject: CLASS, version: 0, answers: points(1) }], requestId)).toMatchObject({
      error: { code: 'REQUEST_REUSED' },
    })
    // Somebody whose page is older: their line stays out and is named, the other is kept.
    const second = await fill([
      { subject: CLASS, version: 0, answers: points(3) },
      { subject: OTHER_CLASS, version: 0, answers: points(8) },
    ])
    expect(second).toMatchObject({ data: { changed: [CLASS] } })
    const now = await school.get(DUTY, 'register.grid', HYGIENE)
    expect(now.lines.map(({ answers }) => answers?.[0]?.number)).toEqual([8, 9])
    expect(await fill([{ subject: CLASS, version: 1, answers: points(7) }])).toMatchObject({ data: { changed: [] } })
    expect((await school.kept()).map(({ version }) => version).sort()).toEqual([1, 2])
  })

  test('Q01 then two who fill the same lines at once keep one of each, and nothing twice', async () => {
    const lines = [CLASS, OTHER_CLASS].map((subject) => ({ subject, version: 0, answers: points(10) }))
    const [one, other] = await Promise.all([fill(lines), fill([...lines].reverse())])
    const changed = [one, other].flatMap((reply) => (reply?.ok ? reply.data.changed : ['refused']))
    expect(changed.sort()).toEqual([OTHER_CLASS, CLASS])
    expect(await school.kept()).toHaveLength(2)
  })

  test('Q01 then points out of bounds are named by line and field, and nothing is kept', async () => {
    const lines = [
      { subject: OTHER_CLASS, version: 0, answers: points(8) },
      { subject: CLASS, version: 0, answers: points(11) },
    ]
    expect(await fill(lines)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'lines.1.answers.points' } })
    expect(await school.kept()).toEqual([])
  })

  test('Q17 then leaders see the points of all classes in grade order, a head teacher the own class’s, families none', async () => {
    await fill([
      { subject: CLASS, version: 0, answers: points(9) },
      { subject: OTHER_CLASS, version: 0, answers: points(10) },
    ])
    const all = await school.get(PRINCIPAL, 'register.summary', HYGIENE)
    expect(all.lines).toMatchObject([
      { id: OTHER_CLASS, done: 1, points: 10, of: 10 },
      { id: CLASS, done: 1, points: 9, of: 10 },
    ])
    const own = await school.get(HEAD_TEACHER, 'register.summary', { ...HYGIENE, classId: CLASS })
    expect(own.lines).toMatchObject([{ id: CLASS, points: 9 }])
    for (const [who, asked] of [
      [HEAD_TEACHER, { ...HYGIENE, classId: OTHER_CLASS }],
      [motherOf(childId(CLASS, 0)), { ...HYGIENE, classId: CLASS }],
      [TEACHER, { ...HYGIENE, classId: CLASS }],
      [GRADE, HYGIENE],
    ] as const)
      expect(await school.ask(who, 'register.summary', asked)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    // Without a class a head teacher sees what is of their own hand, which is nothing.
    const afar = await school.ask(HEAD_TEACHER, 'register.summary', HYGIENE)
    expect(JSON.stringify(afar)).not.toContain('"points"')
    expect(await school.ask(HEAD_TEACHER, 'register.grid', HYGIENE)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  })
})

describe('given the remarks of a class', () => {
  beforeEach(async () => {
    school = await givenRegisters(['remarks'], { now: '2027-01-25T10:00:00+08:00' })
  })

  test('D07 then children stand in the order of the roster, and remarks nine tenths alike are said, and kept', async () => {
    const remarks = { register: 'remarks', schoolId: SCHOOL, classId: CLASS }
    const { slot, lines } = await school.get(HEAD_TEACHER, 'register.grid', remarks)
    expect(lines.map(({ subject }) => subject.id)).toEqual([0, 1, 2, 3].map((at) => childId(CLASS, at)))
    const said = (text: string) => [{ question: 'remark', text }]
    const same = '你上课认真听讲，积极举手发言，按时完成作业，和同学友好相处，希望下学期继续努力。'
    const filled = await school.get(HEAD_TEACHER, 'register.fillGrid', {
      ...{ ...remarks, slot },
      lines: [
        { subject: childId(CLASS, 0), version: 0, answers: said(same) },
        { subject: childId(CLASS, 1), version: 0, answers: said(same.replace('继续努力', '更加努力')) },
        { subject: childId(CLASS, 2), version: 0, answers: said('你在图书角帮大家把书排得整整齐齐，谢谢你。') },
      ],
    })
    expect(filled.changed).toEqual([])
    const named = (filled.alike ?? []).flatMap(({ subject, like }) => [subject, like])
    expect([...new Set(named)].sort()).toEqual([childId(CLASS, 0), childId(CLASS, 1)])
    expect(await school.kept()).toHaveLength(3)
  })
})
