// Decides what passes from a phone to whoever asks how good its page is.

export interface ScoreRule {
  id: string
  /** In the words of 体验评分. */
  name: string
  source: string
  weight: number
  limit: number
  unit: string
  /** Measured with a clock. */
  clocked: boolean
  worst: number
  /** What breaks the rule, each named once, with how often. */
  offenders: { where: string; found: number | string; times: number }[]
}

export interface ScoreReport {
  page: string
  /** 0–100, by the weights of 「评分方法」. */
  score: number
  rules: ScoreRule[]
  notMeasured: Record<string, string>
}

/**
 * The broken rules as lines for people.
 * @param patience how many times slower than a phone this machine may be
 * @public `scripts/screens` bundles it by name
 */
export function describeBroken({ page, rules }: ScoreReport, patience = 1): string[] {
  return rules.flatMap(({ id, name, limit, unit, clocked, offenders }) => {
    const counted = clocked ? offenders.filter(({ found }) => Number(found) > limit * patience) : offenders
    return counted.map(
      ({ where, found, times }) =>
        `${page}  ${id} (${name}, ${limit} ${unit}): ${found} at ${where}${times > 1 ? ` ×${times}` : ''}`,
    )
  })
}
