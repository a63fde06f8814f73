// Proves that every register of the catalogue is well formed: its parts, fields, numbers and desks hang together.
import { REGISTERS, findRegister, type Amount, type Part, type Register } from '@class-pact/core/register'
import { CONTACT_WAYS, FIELDS_MAX, type Field } from '@class-pact/core/register/contract'
import { OFFICES, limits } from '@class-pact/core/wire'

const all: [string, Register][] = Object.entries(REGISTERS)
const fieldsOf = ({ parts }: Register): Field[] => parts.flatMap(({ fields }) => [...fields])
const choicesOf = (field?: Field) => (field && 'choices' in field ? field.choices.map(({ id }) => id) : [])
const findField = (register: Register, id: string) => fieldsOf(register).find((field) => field.id === id)
const repeated = (items: readonly string[]) => items.filter((item, at) => items.indexOf(item) !== at)
const officers: readonly string[] = OFFICES

/** What each kind of points takes as numbers. */
function amountsOfPoints({ points }: Register): (Amount | undefined)[] {
  if (!points || points.kind === 'retention') return []
  if (points.kind === 'mean') return [points.most]
  if (points.kind === 'sum') return [...Object.values(points.choices), points.each, points.most]
  return [points.start, points.each, ...Object.values(points.choices?.points ?? {})]
}
function amountsOfQuota({ quota }: Register): (Amount | undefined)[] {
  if (!quota) return []
  if (quota.per === 'subject') return [quota.least, quota.marked]
  return [quota.per === 'filler' ? quota.least : quota.percent]
}
function amountsOfPeriod({ period }: Register): (Amount | undefined)[] {
  if (period.kind === 'week') return [period.every]
  return period.kind === 'term' || period.kind === 'year' ? [period.weeks] : []
}
const namesIn = (amounts: (Amount | undefined)[]) => amounts.filter((amount) => typeof amount === 'string')

test('H01 D01 given the catalogue, then ids are kebab-case and short, and no two titles are alike', () => {
  for (const [id] of all) expect(id).toMatch(/^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(repeated(all.map(([, { title }]) => title))).toEqual([])
  expect(findRegister('contacts')).toBe(REGISTERS.contacts)
  expect(findRegister('toString')).toBeUndefined()
})

describe.each(all)('register %s', (_id, register) => {
  const parts: readonly Part[] = register.parts
  const parameters = register.parameters ?? {}

  test('given its parts, then filling comes first, each has an id of its own and waits only for earlier ones', () => {
    expect(parts.map(({ id }) => id)[0]).toBe('fill')
    expect(repeated(parts.map(({ id }) => id))).toEqual([])
    for (const [at, { id, after, by }] of parts.entries()) {
      expect(id).toMatch(/^[a-z]{1,16}$/)
      expect(by.length).toBeGreaterThan(0)
      expect(repeated(by)).toEqual([])
      const earlier = parts.slice(0, at).map((part) => part.id)
      expect((after ?? []).filter((part) => !earlier.includes(part))).toEqual([])
    }
  })
  test('given a part that decides, then its field is one choice, and one of the choices is no', () => {
    for (const { decides, fields } of parts) {
      if (decides === undefined) continue
      const field = fields.find(({ id }) => id === decides)
      expect([field?.type, choicesOf(field).includes('no')]).toEqual(['single', true])
    }
  })
  test('given its fields, then ids are unique in a part, and words and choices are as short as a phone needs', () => {
    for (const { fields } of parts) {
      expect(fields.length).toBeLessThanOrEqual(FIELDS_MAX)
      expect(repeated(fields.map(({ id }) => id))).toEqual([])
      for (const field of fields) {
        expect(field.id).toMatch(/^[\w-]{1,16}$/)
        expect(field.label.length).toBeGreaterThan(0)
        expect(field.label.length).toBeLessThanOrEqual(limits.QUESTION_MAX)
        expect(choicesOf(field).length).toBeLessThanOrEqual(limits.CHOICES_MAX)
        expect(repeated(choicesOf(field))).toEqual([])
        if ('choices' in field)
          for (const { id, label } of field.choices) {
            expect(id).toMatch(/^[\w-]{1,16}$/)
            expect(label.length).toBeLessThanOrEqual(limits.CHOICE_MAX)
          }
        if ('most' in field && field.most !== undefined) expect(field.most).toBeLessThanOrEqual(limits.CLASS_SIZE_MAX)
      }
    }
  })
  test('given one part, then nobody has to write more than three texts', () => {
    for (const { fields } of parts)
      expect(fields.filter(({ type, required }) => type === 'text' && required).length).toBeLessThanOrEqual(3)
  })
  test('given its numbers, then each that is named is there, and the usual one lies within bounds', () => {
    const named = namesIn([
      ...amountsOfPeriod(register),
      ...amountsOfQuota(register),
      ...amountsOfPoints(register),
      ...parts.map(({ days }) => days),
    ])
    for (const name of named) expect([name, parameters[name]?.kind]).toEqual([name, 'number'])
    if (register.period.kind === 'day') {
      const { before } = register.period
      expect([before, /^\d\d:\d\d$/.test(before) || parameters[before]?.kind === 'clock']).toEqual([before, true])
    }
    for (const [key, parameter] of Object.entries(parameters)) {
      expect(key).toMatch(/^[\w-]{1,16}$/)
      const [usual, least, most] =
        parameter.kind === 'number'
          ? [parameter.usual, parameter.least, parameter.most]
          : [parameter.usual, parameter.earliest, parameter.latest]
      expect([key, least <= usual && usual <= most, least < most]).toEqual([key, true, true])
    }
  })
  test('given what follows from its fields, then the fields and choices are there', () => {
    const { quota, points, veto, unlike, contact } = register
    if (quota?.per === 'rate')
      for (const { field, choice } of [quota.among, quota.having])
        expect([field, choicesOf(findField(register, field)).includes(choice)]).toEqual([field, true])
    if (points?.kind === 'mean') expect(findField(register, points.field)?.type).toBe('number')
    if (points?.kind === 'sum')
      expect(choicesOf(findField(register, points.field))).toEqual(expect.arrayContaining(Object.keys(points.choices)))
    if (points?.kind === 'less' && points.choices)
      expect(choicesOf(findField(register, points.choices.field))).toEqual(
        expect.arrayContaining(Object.keys(points.choices.points)),
      )
    if (veto) expect(choicesOf(findField(register, veto.field))).toEqual(expect.arrayContaining([...veto.choices]))
    if (unlike !== undefined) expect(findField(register, unlike)?.type).toBe('text')
    if (contact === 'field') {
      const ways: readonly string[] = CONTACT_WAYS
      expect(choicesOf(findField(register, 'way')).filter((way) => !ways.includes(way))).toEqual([])
      expect(choicesOf(findField(register, 'way')).length).toBeGreaterThan(0)
    }
  })
  test('given what it needs of others, then they are there', () => {
    if (register.requires)
      expect([register.requires, register.requires.register in REGISTERS]).toEqual([register.requires, true])
    expect(register.keeps.length).toBeGreaterThan(0)
    expect(register.sources.length).toBeGreaterThan(0)
    expect(repeated(register.keeps)).toEqual([])
    expect(repeated(register.sources.map(({ seed, article }) => `${seed} ${article}`))).toEqual([])
  })
  test('given guardians, then they write only about their own child and are never named as readers of all', () => {
    const writes = parts.some(({ by }) => by.includes('guardian'))
    expect([
      writes && !['child', 'family'].includes(register.about),
      register.reads?.includes('guardian') ?? false,
    ]).toEqual([false, false])
  })
  test('given a file about children or staff, then no officer fills, signs or reads it', () => {
    const desks = [...parts.flatMap(({ by }) => by), ...(register.reads ?? [])]
    expect(register.isPrivate ? desks.filter((desk) => officers.includes(desk)) : []).toEqual([])
  })
})

const isPrivate = (id: keyof typeof REGISTERS) => REGISTERS[id].isPrivate === true
const desksOf = (id: keyof typeof REGISTERS) => [
  ...new Set([...REGISTERS[id].parts.flatMap(({ by }) => by), ...(REGISTERS[id].reads ?? [])]),
]
test('D13 D16 D17 given files about children, then only their head teacher and the leaders have a part in them', () => {
  for (const id of ['pupil-file', 'individual-plan', 'counselling', 'conflicts', 'special-pupils'] as const)
    expect([
      id,
      isPrivate(id),
      desksOf(id).filter((desk) => !['head_teacher', 'office', 'principal'].includes(desk)),
    ]).toEqual([id, true, []])
})
test('H16 given the contact book, then teacher, child and family each write a part that waits for no other', () => {
  const { parts } = REGISTERS['contact-book']
  expect(parts.map(({ id, after }) => [id, after])).toEqual([
    ['fill', undefined],
    ['pupil', undefined],
    ['home', undefined],
  ])
})
test('H08 given a ground for a priority talk, then there are nine, and the contact has a deadline and a form', () => {
  const [fill, contact] = REGISTERS['priority-contact'].parts
  expect(choicesOf(fill.fields.find(({ id }) => id === 'ground'))).toHaveLength(9)
  expect([contact?.after, contact?.days, contact?.fields[0]?.id]).toEqual([['fill'], 'days', 'way'])
})
test('H03 H14 H25 given meetings of any rhythm, then a plan comes before minutes', () => {
  for (const id of ['parents-meeting', 'parents-meetings', 'layered-meetings'] as const)
    expect(REGISTERS[id].parts.map((part) => [part.id, part.title])).toEqual([
      ['fill', '方案'],
      ['minutes', '会议记录'],
    ])
})
test('D03 given a day, then the list has six boxes', () => {
  expect(REGISTERS['daily-checks'].parts[0].fields.map(({ type }) => type)).toEqual(Array(6).fill('check'))
})
test('D11 given the allowance, then there are four grades, five vetoes, one yuan a pupil and a half', () => {
  const register: Register = REGISTERS['head-teacher-grade']
  expect(choicesOf(findField(register, 'grade'))).toHaveLength(4)
  expect(register.veto?.choices).toHaveLength(5)
  expect([register.parameters?.['each']?.usual, register.parameters?.['failed']?.usual]).toEqual([1, 50])
})
