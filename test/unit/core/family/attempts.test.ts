// Proves how often somebody may name a child at a class's door before the door stays shut.
import fc from 'fast-check'
import { askToTry, NAMES_MOST, type Attempt } from '@class-pact/core/family'

const NOW = Date.parse('2026-09-01T10:00:00+08:00')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const at = (childName: string, ...ago: number[]): Attempt => ({ childName, at: ago.map((ms) => NOW - ms) })

describe('a family', () => {
  test('M02 given nothing handed in yet, then a name is free', () => {
    expect(askToTry([], '张小明', NOW)).toEqual({ free: true, tried: 1 })
  })

  test('M02 given twins and a slip of the pen, then nobody waits', () => {
    expect(askToTry([at('张大双', MINUTE), at('张小双', 2 * MINUTE)], '张小霜', NOW)).toEqual({ free: true, tried: 3 })
  })
})

describe('somebody who tries out names', () => {
  const three = [at('甲', 3 * MINUTE), at('乙', 2 * MINUTE), at('丙', MINUTE)]

  test('M02 C28 given three names, then the fourth waits ten minutes from the last', () => {
    expect(askToTry(three, '丁', NOW)).toEqual({ free: false, until: NOW - MINUTE + 10 * MINUTE })
  })

  test('M02 given one name again and again with other words beside it, then it waits as well', () => {
    expect(askToTry([at('甲', 3 * MINUTE, 2 * MINUTE, MINUTE)], '甲', NOW)).toMatchObject({ free: false })
  })

  test('M02 given four attempts, then an hour; given five, then a day', () => {
    const four = [...three, at('丁', 0)]
    expect(askToTry(four, '戊', NOW)).toEqual({ free: false, until: NOW + HOUR })
    expect(askToTry([...four, at('戊', 0)], '甲', NOW)).toEqual({ free: false, until: NOW + DAY })
  })

  test('M02 given five names in a month, then a sixth waits for the month to pass', () => {
    const five = ['甲', '乙', '丙', '丁', '戊'].map((name, index) => at(name, (10 - index) * DAY))
    expect(five).toHaveLength(NAMES_MOST)
    expect(askToTry(five, '己', NOW)).toEqual({ free: false, until: NOW - 10 * DAY + 30 * DAY })
    expect(askToTry(five, '甲', NOW)).toMatchObject({ free: true })
  })

  test('M02 given a month has passed, then it is forgotten', () => {
    expect(askToTry([at('甲', 31 * DAY), at('乙', 40 * DAY)], '丙', NOW)).toEqual({ free: true, tried: 1 })
  })
})

test('M02 C28 given any history, then every unknown name gets the same answer, and more attempts never an easier one', () => {
  const history = fc.array(
    fc.record({
      childName: fc.constantFrom('甲', '乙', '丙', '丁'),
      at: fc.array(fc.integer({ min: NOW - 40 * DAY, max: NOW }), { maxLength: 5 }),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 5 * DAY }), (earlier, ago) => {
      const answer = askToTry(earlier, '新', NOW)
      expect(askToTry(earlier, '别', NOW)).toEqual(answer)
      const later = askToTry([...earlier, at('新', ago)], '新', NOW)
      if (!answer.free) expect(later.free).toBe(false)
      if (!later.free) expect(later.until).toBeGreaterThan(NOW - 1)
    }),
  )
})
