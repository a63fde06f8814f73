// Proves that sections Q and E are kept, register by register, as docs/registers.md has the papers line by line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { REGISTERS, findRegister, type Register } from '@class-pact/core/register'
import { EQUIPMENT } from '../../../../core/register/catalogue/equipment'
import { POINTS } from '../../../../core/register/catalogue/points'

const DOC = readFileSync(join(__dirname, '../../../../docs/registers.md'), 'utf8')
const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const sectionOf = (title: string) => (DOC.split(`## ${title}\n`)[1] ?? '').split('\n## ')[0] ?? ''

interface Line {
  places: string[]
  quote: string
  keepers: string[]
  reason: string
}
const lines: Line[] = ['S0-4', 'S4']
  .flatMap((seed) => sectionOf(seed).split('\n'))
  .filter((row) => /^\| S\d/.test(row))
  .map((row) => {
    const [places = '', quote = '', keepers = '', reason = ''] = cellsOf(row)
    const seed = places.split(' ')[0] ?? ''
    return {
      places: places.split(' · ').map((place) => (place.startsWith(`${seed} `) ? place : `${seed} ${place}`)),
      quote,
      keepers: keepers.split(', ').filter(Boolean),
      reason,
    }
  })

/** As the tables name it: the fourth rule set of S0 is S0-4. */
const placesOf = ({ sources }: Register) =>
  sources.flatMap(({ seed, article }) => {
    if (seed === 'S4') return [`S4 ${article}`]
    return seed === 'S0' && article.startsWith('4 ') ? [`S0-4 ${article.slice(2)}`] : []
  })
const ours: Readonly<Record<string, Register>> = { ...POINTS, ...EQUIPMENT }
const ids = (letter: string, last: number) =>
  Array.from({ length: last }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`)
const elsewhere = sectionOf('Ids of sections Q and E')
  .split('\n')
  .filter((row) => /^\| [QE]\d/.test(row))
  .map((row) => cellsOf(row))

test.each([...ids('Q', 20), ...ids('E', 27)])('%s is kept by a register, or listed with who keeps it', (id) => {
  const kept = Object.values(REGISTERS).some(({ keeps }) => keeps.includes(id))
  const listed = elsewhere.some(([row = '', reason = '']) => row === id && reason.length > 0)
  expect([id, kept || listed]).toEqual([id, true])
})
test('Q02 E04 given the tables, then every line says which registers keep it, or why none does', () => {
  expect(lines.length).toBeGreaterThan(100)
  for (const { places, quote, keepers, reason } of lines) {
    expect([places, quote.length > 0, keepers.length + reason.length > 0]).toEqual([places, true, true])
    for (const id of keepers) {
      const register = findRegister(id)
      const cites = register ? placesOf(register).some((place) => places.includes(place)) : 'no such register'
      expect([id, places, cites]).toEqual([id, places, true])
    }
  }
})
test.each(Object.entries(REGISTERS))(
  '%s given its articles of S0-4 and S4, then each is in the tables',
  (id, register) => {
    const missing = placesOf(register).filter(
      (place) => !lines.some(({ places, keepers }) => places.includes(place) && keepers.includes(id)),
    )
    expect(missing).toEqual([])
  },
)
test.each(Object.entries(ours))(
  '%s given as data, then it is sound',
  (_id, { title, parts, sources, points, keeps }) => {
    expect(title.length).toBeLessThanOrEqual(20)
    expect(keeps.length).toBeGreaterThan(0)
    expect(sources.length).toBeGreaterThan(0)
    expect(parts[0].id).toBe('fill')
    const fields = parts.flatMap((part) => part.fields)
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
    for (const field of fields) {
      expect([field.id, field.id.length <= 16, field.label.length <= 50]).toEqual([field.id, true, true])
      if ('choices' in field)
        for (const choice of field.choices)
          expect([choice.label, choice.id.length <= 16, choice.label.length <= 20]).toEqual([choice.label, true, true])
    }
    for (const part of parts) {
      expect(part.id).toMatch(/^[a-z]{1,16}$/)
      for (const before of part.after ?? []) expect(parts.map(({ id }) => id)).toContain(before)
      if (part.decides)
        expect(part.fields.find(({ id }) => id === part.decides)).toMatchObject({
          choices: expect.arrayContaining([expect.objectContaining({ id: 'no' })]) as unknown,
        })
    }
    if (points && 'field' in points) expect(fields.map(({ id }) => id)).toContain(points.field)
  },
)
test('Q02 given the ten items of class routine, then each has its assessor and its time', () => {
  const assessed = Object.entries(ours)
    .filter(([, { keeps }]) => keeps.includes('Q01'))
    .map(([id, { parts, period }]) => [id, parts[0].by.join(' '), period.kind, 'at' in period ? period.at : undefined])
  expect(assessed).toEqual([
    ['points-plan', 'discipline', 'term', 'both'],
    ['points-cadres', 'discipline youth_league', 'term', 'end'],
    ['points-log', 'discipline', 'month', undefined],
    ['points-lessons', 'discipline', 'month', undefined],
    ['points-exercise', 'weekly_duty discipline', 'week', undefined],
    ['points-board', 'youth_league', 'month', undefined],
    ['points-hygiene', 'weekly_duty', 'day', undefined],
    ['points-property', 'logistics', 'month', undefined],
    ['points-classroom', 'youth_league', 'month', undefined],
    ['points-evaluation', 'office', 'term', 'end'],
  ])
})
test('E01 E05 given a device or a request, then its hand-over or the training of whoever asks comes first', () => {
  for (const id of ['lesson-log', 'lesson-log-points', 'lesson-log-share', 'device-repair'])
    expect(ours[id]?.requires).toEqual({ register: 'device-handover', of: 'subject' })
  expect(ours['device-request']?.requires).toEqual({ register: 'training-mark', of: 'filler' })
  for (const { requires } of Object.values(ours)) if (requires) expect(findRegister(requires.register)).toBeDefined()
})
