// Decides how learnt weights are written down small: few steps a weight, only the loudest buckets of a rule.

/** Of a rule's weights, so many buckets are kept: twice as many named the rule as well. */
export const RULE_CELLS = 700
/** The few loudest weights are cut to this quantile, so that the others keep their differences. */
const LOUDEST = 0.99

const stepOf = (weights, most) => {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort((a, b) => a - b)
  return Math.max(sizes[Math.floor(LOUDEST * (sizes.length - 1))] ?? 0, 1e-6) / most
}

/** Packers for the digits of `core/judge/reader/weights.ts`. */
export function createPacker({ DIGITS, DENSE_STEPS, SPARSE_STEPS }) {
  const round = (number) => Number(number.toPrecision(5))
  /** A weight as one of so many steps, from 0. */
  const packed = (weight, step, steps) => {
    const most = (steps - 1) / 2
    return Math.max(-most, Math.min(most, Math.round(weight / step))) + most
  }
  const gapMost = Math.floor(DIGITS.length ** 2 / SPARSE_STEPS) - 1
  const digits = (cell) => DIGITS[Math.floor(cell / DIGITS.length)] + DIGITS[cell % DIGITS.length]

  function packDense({ weights, bias }) {
    const step = round(stepOf([...weights], (DENSE_STEPS - 1) / 2))
    let cells = ''
    for (let at = 0; at < weights.length; at += 2)
      cells += DIGITS[packed(weights[at], step, DENSE_STEPS) + DENSE_STEPS * packed(weights[at + 1], step, DENSE_STEPS)]
    return { bias: round(bias), step, cells }
  }

  function packSparse({ weights, bias }) {
    const kept = Array.from(weights, (weight, bucket) => ({ weight, bucket })).filter(({ weight }) => weight !== 0)
    const most = (SPARSE_STEPS - 1) / 2
    const step = round(
      stepOf(
        kept.map(({ weight }) => weight),
        most,
      ),
    )
    let cells = ''
    let last = -1
    for (const { weight, bucket } of kept) {
      const value = packed(weight, step, SPARSE_STEPS)
      if (value === most) continue
      for (; bucket - last > gapMost; last += gapMost) cells += digits(gapMost * SPARSE_STEPS + most)
      cells += digits((bucket - last) * SPARSE_STEPS + value)
      last = bucket
    }
    return { bias: round(bias), step, cells }
  }

  return { packDense, packSparse }
}
