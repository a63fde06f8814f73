// Proves how a school's settings change: from today on, never twice, never without end.
import fc from 'fast-check'
import { addDays } from '@class-pact/core/calendar'
import {
  SETTINGS_KEPT,
  findRegister,
  misfitOfSwitch,
  settingOn,
  standingSetting,
  switchRegister,
  type Register,
  type Setting,
} from '@class-pact/core/register'

const TODAY = '2026-09-01'
const found = findRegister('contacts')
if (!found) throw new Error('no register of contacts')
const contacts: Register = found
const id = 'contacts'
const set = (times: number) => ({ register: id, on: true, values: [{ key: 'times', value: times }] })

const step = fc.record({ days: fc.nat(40), on: fc.boolean(), times: fc.option(fc.integer({ min: 1, max: 30 })) })
const play = (steps: readonly { days: number; on: boolean; times: number | null }[]) => {
  let [settings, day]: [readonly Setting[], string] = [[], TODAY]
  for (const { days, on, times } of steps) {
    day = addDays(day, days)
    settings = switchRegister(settings, on && times !== null ? set(times) : { register: id, on }, contacts, day)
  }
  return { settings, day }
}

test('H01 given any changes, then the last of them holds today, and what is kept has a bound', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const { settings, day } = play(steps)
      const last = steps[steps.length - 1]
      const today = settingOn(settings, id, day)
      expect(today !== undefined).toBe(last?.on)
      if (last?.on && last.times !== null) expect(today?.values['times'] ?? 4).toBe(last.times)
      expect(settings.length).toBeLessThanOrEqual(SETTINGS_KEPT)
    }),
  )
})

test('H01 given any changes, then at most one setting stands, and no two hold on one day', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { settings } = play(steps)
      expect(settings.filter(({ until }) => until === undefined).length).toBeLessThanOrEqual(1)
      for (const [at, { until }] of settings.entries()) {
        const next = settings[at + 1]
        if (next) expect(until !== undefined && until <= next.since).toBe(true)
      }
    }),
  )
})

test('H01 given any changes, then the same change once more on that day changes nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const { settings, day } = play(steps)
      const last = steps[steps.length - 1]
      if (!last) return
      const again = last.on && last.times !== null ? set(last.times) : { register: id, on: last.on }
      expect(switchRegister(settings, again, contacts, day)).toBe(settings)
    }),
  )
})

test('H01 given numbers that were set, when it goes off and on again without numbers, then it has them again', () => {
  const off = switchRegister(
    switchRegister([], set(6), contacts, TODAY),
    { register: id, on: false },
    contacts,
    '2026-09-10',
  )
  expect(standingSetting(off, id)).toBeUndefined()
  const on = switchRegister(off, { register: id, on: true }, contacts, '2026-10-01')
  expect(on).toEqual([
    { register: id, since: TODAY, until: '2026-09-10', values: { times: 6 } },
    { register: id, since: '2026-10-01', values: { times: 6 } },
  ])
})

test('H01 given a number as usual, then none is kept', () => {
  expect(switchRegister([], set(4), contacts, TODAY)).toEqual([{ register: id, since: TODAY, values: {} }])
})

test('given what does not fit, then the field within the change is named', () => {
  expect(misfitOfSwitch(undefined, set(4))).toBe('register')
  expect(misfitOfSwitch(contacts, set(31))).toBe('values.0.value')
  expect(misfitOfSwitch(contacts, set(0.5))).toBe('values.0.value')
  const twice = { ...set(4), values: [...set(4).values, ...set(5).values] }
  expect(misfitOfSwitch(contacts, twice)).toBe('values.1.key')
  expect(misfitOfSwitch(contacts, { register: id, on: false })).toBeUndefined()
})
