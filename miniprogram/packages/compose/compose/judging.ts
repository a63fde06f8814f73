// Decides how the pact is asked while somebody types: in slices, so that no key waits for it (screens.md 3.6).
import type { Judgement } from '@class-pact/judge'

/** Half of what a screen has for one picture; a single step takes less on a slow phone (test/bench/judge). */
const SLICE_MS = 8

/**
 * Goes through the steps of a judgement, a slice at a time.
 * @returns stops it, for a key that is pressed meanwhile
 */
export function judgeInSlices(
  steps: Generator<undefined, Judgement, undefined>,
  done: (judgement: Judgement) => void,
): () => void {
  let rest = (): void => undefined
  const goOn = () => {
    const until = Date.now() + SLICE_MS
    do {
      const step = steps.next()
      if (step.done) return done(step.value)
    } while (Date.now() < until)
    const timer = setTimeout(goOn, 0)
    rest = () => clearTimeout(timer)
  }
  goOn()
  return () => rest()
}
