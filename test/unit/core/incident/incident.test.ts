// Proves the order of an incident's steps: what is offered first, what is said of another order, what was owed.
import {
  BACK_MOST_MS,
  GUARDIAN_WITHIN_MS,
  INCIDENT_STEPS,
  astrayStep,
  fitsWay,
  nextSteps,
  orderOf,
  owedOf,
  settleAt,
  stepsOf,
} from '@class-pact/core/incident'
import { PRESETS, chooseOption, createPact, revisePact } from '@class-pact/core/pact'
import type { IncidentOrder } from '@class-pact/core/contract'
import * as fc from 'fast-check'

const NOW = Date.parse('2026-09-01T10:00:00+08:00')
const MINUTE = 60_000

describe('the order of a pact', () => {
  test.each([
    ['at_once', 'at_once', ['L06', 'L07']],
    ['hospital', 'hospital', ['L06']],
    ['guardian', 'guardian', ['L07']],
  ] as const)('V19 given the option %s, then the steps stand in that order', (option, order, rules) => {
    const base = createPact('s', 1, 'primary', '2026-08-01')
    const changes = base && { rules: chooseOption(base, 'V19', option) }
    const revised = base && changes && revisePact(base, changes, '2026-09-01')
    if (!revised?.ok) throw new Error('no pact')
    expect(orderOf(revised.pact)).toEqual({ order, rules })
    expect(stepsOf(order)[0]).toBe(order === 'guardian' ? 'guardian' : 'hospital')
  })

  test('V19 given the pact of any preset, then there is an order, whatever it says', () => {
    for (const { rules } of PRESETS) expect(stepsOf(orderOf({ rules }).order)).toHaveLength(3)
    expect(orderOf({ rules: {} })).toEqual({ order: 'at_once', rules: [] })
  })
})

describe('the steps', () => {
  const orders: IncidentOrder[] = ['at_once', 'hospital', 'guardian']
  const done = fc.option(fc.record({ at: fc.integer({ min: NOW, max: NOW + 60 * MINUTE }) }), { nil: undefined })
  const stamped = fc.record({ hospital: done, guardian: done, leader: done })

  test('L06 L07 given any stamps, then what is offered is missing, and something is offered while anything is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...orders), stamped, (order, stamps) => {
        const missing = INCIDENT_STEPS.filter((step) => !stamps[step])
        const next = nextSteps(order, stamps)
        expect(next.every((step) => missing.includes(step))).toBe(true)
        expect(next.length > 0).toBe(missing.length > 0)
      }),
    )
  })

  test('V19 given any stamps, then a step is out of order only by the order of the pact, and no other is', () => {
    fc.assert(
      fc.property(stamped, ({ hospital, guardian, leader }) => {
        const stamps = { hospital, guardian, leader }
        expect(astrayStep('at_once', stamps)).toBeUndefined()
        const [before, after] = [hospital?.at ?? Infinity, guardian?.at ?? Infinity]
        expect(astrayStep('hospital', stamps)).toBe(after < before ? 'guardian' : undefined)
        expect(astrayStep('guardian', stamps)).toBe(before < after ? 'hospital' : undefined)
      }),
    )
  })

  test('L07 given the family collects the child, then no hospital came too late', () => {
    const stamps = { guardian: { at: NOW }, hospital: { at: NOW + MINUTE, way: 'collected' as const } }
    expect(astrayStep('hospital', stamps)).toBeUndefined()
    expect([fitsWay('sudden', 'hospital', 'collected'), fitsWay('accident', 'hospital', 'collected')]).toEqual([
      true,
      false,
    ])
    expect(fitsWay('sudden', 'guardian', 'sent')).toBe(false)
  })

  test('L06 given a time, then it lies within half a day back, and a clock that runs ahead means now', () => {
    expect(settleAt(undefined, NOW)).toBe(NOW)
    expect(settleAt(NOW - BACK_MOST_MS, NOW)).toBe(NOW - BACK_MOST_MS)
    expect(settleAt(NOW - BACK_MOST_MS - 1, NOW)).toBeUndefined()
    expect(settleAt(NOW + 2 * MINUTE, NOW)).toBe(NOW)
    expect(settleAt(NOW + 6 * MINUTE, NOW)).toBeUndefined()
  })

  test('H27 given half an hour, then nothing is owed up to its last millisecond', () => {
    const of = { happenedAt: NOW, by: '语文王老师', stamps: {} }
    expect(owedOf(of, NOW + GUARDIAN_WITHIN_MS)).toBeUndefined()
    expect(owedOf(of, NOW + GUARDIAN_WITHIN_MS + 1)).toEqual({ since: NOW, by: '语文王老师' })
    const late = { ...of, stamps: { guardian: { at: NOW + 40 * MINUTE } } }
    expect(owedOf(late, NOW + 50 * MINUTE)).toMatchObject({ until: NOW + 40 * MINUTE })
    expect(owedOf({ ...of, stamps: { guardian: { at: NOW + MINUTE } } }, NOW + 50 * MINUTE)).toBeUndefined()
  })
})
