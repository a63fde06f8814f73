// Proves that judging while somebody types never keeps a key waiting, ends with the judgement, and stops when told to.
import type { Judgement } from '@class-pact/core/judge'
import { judgeInSlices } from '../../../miniprogram/packages/compose/compose/judging'

const ALLOWED: Judgement = { verdict: 'allow', reasons: [] }
/** Every step takes this long on the phone's clock, milliseconds. */
const STEP_MS = 3
const STEPS = 20

function* slowSteps(taken: number[]): Generator<undefined, Judgement, undefined> {
  for (let step = 0; step < STEPS; step++) {
    jest.setSystemTime(Date.now() + STEP_MS)
    taken.push(Date.now())
    yield
  }
  return ALLOWED
}

describe('given a long letter that takes twenty steps to judge', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 })
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  test('when it is judged between keys, then no slice is longer than 16 ms, and the judgement comes at the end', () => {
    const taken: number[] = []
    const done = jest.fn()
    judgeInSlices(slowSteps(taken), done)
    const slices = [taken.length]
    while (taken.length < STEPS && jest.getTimerCount() > 0) {
      const before = taken.length
      jest.runOnlyPendingTimers()
      slices.push(taken.length - before)
    }
    jest.runOnlyPendingTimers()
    expect(Math.max(...slices) * STEP_MS).toBeLessThanOrEqual(16)
    expect(slices.length).toBeGreaterThan(3)
    expect(done.mock.calls).toEqual([[ALLOWED]])
  })

  test('when a key is pressed meanwhile, then the rest is not judged and nothing is said', () => {
    const taken: number[] = []
    const done = jest.fn()
    const stop = judgeInSlices(slowSteps(taken), done)
    const before = taken.length
    stop()
    jest.runAllTimers()
    expect([taken.length, done.mock.calls.length]).toEqual([before, 0])
  })
})
