// Decides how a judge is measured: alarms and warnings on honest posts, breaches caught, the right rule first.

/** Verdicts that keep a post from the class. */
const STOPS = new Set(['hold', 'deflect', 'refuse'])
/** Rules that only tell the sender: caught when they do. */
const TELLING = new Set(['C02', 'C24', 'C26', 'C30', 'N03'])

/** Counts over pairs of a post and its judgement `{ verdict, rules }`. */
export function measure(pairs) {
  const sum = { honest: 0, alarms: 0, warned: 0, breaches: 0, caught: 0, right: 0 }
  for (const { post, verdict, rules } of pairs) {
    const stops = STOPS.has(verdict)
    if (post.expect === 'ok') {
      sum.honest++
      sum.alarms += stops ? 1 : 0
      sum.warned += verdict === 'warn' ? 1 : 0
      continue
    }
    const fair = [post.expect, ...(post.also ?? [])]
    const isCaught = stops || (verdict !== 'allow' && fair.some((rule) => TELLING.has(rule)))
    sum.breaches++
    sum.caught += isCaught ? 1 : 0
    sum.right += isCaught && fair.includes(rules[0]) ? 1 : 0
  }
  return sum
}

const percent = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`

/** One line of a table. */
export const tell = (name, { honest, alarms, warned, breaches, caught, right }) =>
  `${name.padEnd(26)} honest ${String(honest).padStart(5)}  alarms ${percent(alarms, honest).padStart(6)} (${alarms})  warned ${percent(warned, honest).padStart(6)} (${warned})  ` +
  `breaches ${String(breaches).padStart(5)}  caught ${percent(caught, breaches).padStart(7)}  right rule ${percent(right, caught).padStart(7)}`

/** Adds counts up. */
export const addUp = (sums) =>
  sums.reduce(
    (total, sum) => Object.fromEntries(Object.entries(sum).map(([key, value]) => [key, value + (total[key] ?? 0)])),
    {},
  )
