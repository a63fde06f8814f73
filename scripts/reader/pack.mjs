// Decides how learnt weights are written down small: 6 bits a weight, only the loudest buckets of a rule.

/** Of a rule's weights, so many buckets are kept: more did not name the rule better. */
const RULE_CELLS = 2500
/** The few loudest weights are cut to this quantile, so that the others keep their differences. */
const LOUDEST = 0.9995

const stepOf = (weights, most) => {
  const sizes = weights.map(Math.abs).sort((a, b) => a - b)
  return Math.max(sizes[Math.floor(LOUDEST * (sizes.length - 1))], 1e-6) / most
}

/** Packers for the digits of `core/judge/reader/weights.ts`. */
export function createPacker({ DIGITS, ZERO_DIGIT }) {
  /** The longest gap a digit says; longer ones go over a cell of weight 0. */
  const gapMost = DIGITS.length - 1
  const most = DIGITS.length - 1 - ZERO_DIGIT
  const digitOf = (weight, step) => DIGITS[Math.max(-most, Math.min(most, Math.round(weight / step))) + ZERO_DIGIT]
  const round = (number) => Number(number.toPrecision(5))

  function packDense({ weights, bias }) {
    const step = round(stepOf([...weights], most))
    return { bias: round(bias), step, cells: Array.from(weights, (weight) => digitOf(weight, step)).join('') }
  }

  function packSparse({ weights, bias }) {
    const kept = Array.from(weights, (weight, bucket) => ({ weight, bucket }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, RULE_CELLS)
    const step = round(
      stepOf(
        kept.map(({ weight }) => weight),
        most,
      ),
    )
    let cells = ''
    let last = -1
    const cell = (gap, digit) => DIGITS[gap] + digit
    for (const { weight, bucket } of kept.sort((a, b) => a.bucket - b.bucket)) {
      for (; bucket - last > gapMost; last += gapMost) cells += cell(gapMost, DIGITS[ZERO_DIGIT])
      cells += cell(bucket - last, digitOf(weight, step))
      last = bucket
    }
    return { bias: round(bias), step, cells }
  }

  return { packDense, packSparse }
}
