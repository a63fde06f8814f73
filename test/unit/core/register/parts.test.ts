// Proves whose turn it is in an entry, by when, what becomes of it, and which answers fit.
import { instantOf } from '@class-pact/core/calendar'
import type { Field } from '@class-pact/core/register/contract'
import {
  checkSheet,
  desksOf,
  findRegister,
  mayFill,
  mayRead,
  ownToRegister,
  partDueAt,
  partsOpen,
  stateOf,
  type Part,
  type Register,
} from '@class-pact/core/register'

const CALENDAR = { rest: [], school: [] }
const SLOT = { key: '2026-11-30', from: '2026-11-30', dueAt: instantOf('2026-11-30', '16:30') }
const part = (id: string, more: Partial<Part> = {}): Part => ({
  id,
  title: id,
  by: ['head_teacher'],
  fields: [],
  ...more,
})
const register = (...parts: [Part, ...Part[]]): Register => ({
  ...{ title: '', area: 'own', keeps: [], sources: [], about: 'class', period: { kind: 'event' } },
  parts,
})
const REPAIR = register(
  part('fill'),
  part('repair', { after: ['fill'], days: 'days' }),
  part('accept', { after: ['repair'], days: 3 }),
)
const LOAN = register(
  part('fill'),
  part('approve', { after: ['fill'], decides: 'agree' }),
  part('use', { after: ['approve'] }),
)
const BOOK = register(part('fill'), part('pupil', { optional: true }), part('home', { optional: true }))
const said = (question: string, choice: string) => [{ question, choices: [choice] }]
const ids = (parts: readonly Part[]) => parts.map(({ id }) => id)

describe('the parts of an entry', () => {
  test('E11 given a fault, then it is mended, then accepted, one after the other', () => {
    expect(ids(partsOpen(REPAIR, {}))).toEqual(['fill'])
    expect(ids(partsOpen(REPAIR, { fill: 1 }))).toEqual(['repair'])
    expect(ids(partsOpen(REPAIR, { fill: 1, repair: 2 }))).toEqual(['accept'])
    expect(ids(partsOpen(REPAIR, { fill: 1, repair: 2, accept: 3 }))).toEqual([])
    expect(stateOf(REPAIR, { fill: [{ answers: [] }], repair: [{ answers: [] }] })).toBe('open')
    expect(stateOf(REPAIR, { fill: [{ answers: [] }], repair: [{ answers: [] }], accept: [{ answers: [] }] })).toBe(
      'done',
    )
  })

  test('E15 given a refusal, then nobody has a turn any more, and the last word counts', () => {
    expect(ids(partsOpen(LOAN, { fill: 1, approve: 2 }, said('agree', 'no')))).toEqual([])
    expect(ids(partsOpen(LOAN, { fill: 1, approve: 2 }, said('agree', 'yes')))).toEqual(['use'])
    const [no, yes] = [{ answers: said('agree', 'no') }, { answers: said('agree', 'yes') }]
    expect(stateOf(LOAN, { fill: [{ answers: [] }], approve: [no] })).toBe('refused')
    expect(stateOf(LOAN, { fill: [{ answers: [] }], approve: [no, yes] })).toBe('open')
  })

  test('H16 given three writers of one day, then each has a turn at any time, and the day is done without the optional ones', () => {
    expect(ids(partsOpen(BOOK, {}))).toEqual(['fill', 'pupil', 'home'])
    expect(ids(partsOpen(BOOK, { fill: 1, pupil: 2 }))).toEqual(['home'])
    expect(stateOf(BOOK, { fill: [{ answers: [] }] })).toBe('done')
    const later = register(
      part('fill'),
      part('answer', { after: ['fill'], optional: true }),
      part('end', { after: ['answer'] }),
    )
    expect(ids(partsOpen(later, { fill: 1 }))).toEqual(['answer', 'end'])
  })

  test('E11 given a repair within 3 school days, then it is due when the third one after the report ends', () => {
    const at = instantOf('2026-11-27', '15:00')
    const times = { slot: { ...SLOT, key: '-' }, values: { days: 3 }, calendar: CALENDAR }
    const [fill, repair, accept] = REPAIR.parts
    expect(partDueAt(fill, { ...times, done: {} })).toBeUndefined()
    expect(repair && partDueAt(repair, { ...times, done: {} })).toBeUndefined()
    expect(repair && partDueAt(repair, { ...times, done: { fill: at } })).toBe(instantOf('2026-12-02', '24:00'))
    expect(accept && partDueAt(accept, { ...times, done: { fill: at, repair: at } })).toBe(
      instantOf('2026-12-02', '24:00'),
    )
  })

  test('D01 given a signature before school ends, then it is due with the slot, also before its turn', () => {
    const log = findRegister('class-log')
    const sign = log?.parts.find(({ id }) => id === 'sign')
    expect(sign && partDueAt(sign, { slot: SLOT, done: {}, values: {}, calendar: CALENDAR })).toBe(SLOT.dueAt)
    expect(
      sign && partDueAt(sign, { slot: SLOT, done: { fill: SLOT.dueAt + 1 }, values: {}, calendar: CALENDAR }),
    ).toBe(SLOT.dueAt)
    expect(
      partDueAt(part('answer', { after: ['fill'] }), { slot: SLOT, done: { fill: 1 }, values: {}, calendar: CALENDAR }),
    ).toBeUndefined()
  })
})

describe('answers', () => {
  const FIELDS: Field[] = [
    { id: 'notes', label: '', required: true, type: 'text' },
    { id: 'from', label: '', required: true, type: 'time' },
    { id: 'breaks', label: '', required: true, type: 'check' },
    { id: 'with', label: '', required: false, type: 'person', most: 2 },
    { id: 'child', label: '', required: false, type: 'child' },
  ]
  const FINE = [
    { question: 'notes', text: '很好' },
    { question: 'from', time: '08:00' },
    { question: 'breaks', done: false, text: '下雨' },
    { question: 'with', refs: ['a', 'b'] },
  ]

  test('D03 given answers of every kind that fit, then nothing is wrong', () => {
    expect(checkSheet(FIELDS, FINE)).toEqual([])
    expect(checkSheet(FIELDS, [{ ...FINE[0], question: 'notes', text: '好'.repeat(1_000) }, ...FINE.slice(1)])).toEqual(
      [],
    )
  })

  test.each([
    ['nothing', [], ['notes missing', 'from missing', 'breaks missing']],
    ['a check with words alone', [...FINE.slice(0, 2), { question: 'breaks', text: '下雨' }], ['breaks missing']],
    ['a text with a time', [{ question: 'notes', text: '好', time: '08:00' }, ...FINE.slice(1)], ['notes kind']],
    ['a time with a choice', [FINE[0], { question: 'from', time: '08:00', choices: ['a'] }, FINE[2]], ['from kind']],
    ['three people of two', [...FINE.slice(0, 3), { question: 'with', refs: ['a', 'b', 'c'] }], ['with too_many']],
    ['somebody twice', [...FINE.slice(0, 3), { question: 'with', refs: ['a', 'a'] }], ['with choice']],
    ['two children of one', [...FINE, { question: 'child', refs: ['a', 'b'] }], ['child too_many']],
    ['a field that nobody asked', [...FINE, { question: 'more', done: true }], ['more unknown']],
    ['a field twice', [...FINE, FINE[1]], ['from twice']],
    ['too long a text', [{ question: 'notes', text: '好'.repeat(1_001) }, ...FINE.slice(1)], ['notes too_long']],
  ])('D03 given %s, then the field is named', (_, answers, wrong) => {
    const given = answers.flatMap((answer) => answer ?? [])
    const problems = checkSheet(FIELDS, given).map(({ question, code }) => `${question} ${code}`)
    expect([...problems].sort()).toEqual([...wrong].sort())
  })
})

describe('who fills and who reads', () => {
  test('D13 given a private file, then its head teacher and the leaders read it, and no officer', () => {
    const file: Register = { ...register(part('fill')), isPrivate: true, reads: ['discipline'] }
    expect(mayRead(file, 'head_teacher')).toBe('all')
    expect(mayRead(file, 'principal')).toBe('all')
    expect(mayRead(file, 'office')).toBe('all')
    for (const desk of ['teacher', 'discipline', 'guardian', 'grade_leader'] as const)
      expect(mayRead(file, desk)).toBe(false)
  })

  test('H20 given what teachers and families write, then each reads the own, and whoever is named reads all', () => {
    const contacts = register(part('fill', { by: ['teacher', 'head_teacher'] }), part('home', { by: ['guardian'] }))
    expect(mayRead(contacts, 'teacher')).toBe('own')
    expect(mayRead(contacts, 'guardian')).toBe('own')
    expect(mayRead(contacts, 'head_teacher')).toBe('all')
    expect(mayRead({ ...contacts, reads: ['teacher', 'youth_league'] }, 'teacher')).toBe('all')
    expect(mayRead({ ...contacts, reads: ['teacher', 'youth_league'] }, 'youth_league')).toBe('all')
    expect(mayRead(contacts, 'youth_league')).toBe(false)
  })

  test('D08 given what colleagues say of one another, then a head teacher reads the own alone', () => {
    const peer: Register = { ...register(part('fill', { by: ['teacher', 'head_teacher'] })), about: 'teacher' }
    expect(mayRead(peer, 'head_teacher')).toBe('own')
  })

  test('M17 given a role, then it sits at its desks, and fills the parts of these', () => {
    expect(desksOf({ role: 'officer', office: 'equipment' })).toEqual(['equipment'])
    expect(desksOf({ role: 'officer' })).toEqual([])
    expect(desksOf({ role: 'supervisor' })).toEqual([])
    expect(desksOf({ role: 'principal' })).toEqual(['principal', 'office'])
    expect(mayFill(REPAIR, 'repair', 'head_teacher')).toBe(true)
    expect(mayFill(REPAIR, 'repair', 'teacher')).toBe(false)
    expect(mayFill(REPAIR, 'other', 'head_teacher')).toBe(false)
  })
})

describe('a register of a school’s own', () => {
  test('D04 given a title, who fills and who signs, how often, then it is a register like any other', () => {
    const own = ownToRegister({
      ...{ title: '午睡巡查', about: 'class', fills: 'teacher', signs: 'principal', period: 'week', times: 2 },
      questions: [{ id: 'q', label: '怎样', required: true, type: 'text' }],
    })
    expect(own).toMatchObject({
      ...{ title: '午睡巡查', area: 'own', period: { kind: 'week' }, many: true, quota: { per: 'subject', least: 2 } },
      parts: [
        { id: 'fill', by: ['teacher'] },
        { id: 'sign', by: ['principal'], after: ['fill'], days: 0 },
      ],
    })
    expect(stateOf(own, { fill: [{ answers: [] }] })).toBe('open')
  })
})
