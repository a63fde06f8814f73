// Decides how much scores, wordings and other marks speak for a rule: a logistic regression over all rules.

const NAMES = ['bias', 'score', 'wording', 'topic', 'told', 'kind']
const OTHERS = ['duty', 'principle', 'form', 'none', 'unknown']
const HOURS = /^T0[1-7]$/
/** Lower scores are no candidates, unless a wording was found. */
const SCORE_LEAST = -1
const ROUNDS = 25
const SHRINK = 0.5
const TRUST_IN_TOLD = -2

/** Every rule that a clause may state, with what speaks for it and whether it does. `hours`: any rule on hours. */
export function candidatesOf(core, classes, scoreOf, sample) {
  const scores = scoreOf(core.featuresOf(sample.text, sample.context))
  const found = core.findHits(sample.text, sample.context)
  const said = new Set(found.hits.map(({ id, hours }) => (hours ? 'hours' : id)))
  const kind = Math.max(...OTHERS.map((name) => scores[classes.indexOf(name)]))
  return classes.flatMap((id, at) => {
    if (HOURS.test(id) || (id !== 'hours' && !core.RULES[id])) return []
    if (scores[at] < SCORE_LEAST && !said.has(id)) return []
    const topic = !said.has(id) && id !== 'hours' && found.topics.includes(id)
    const values = [1, scores[at], Number(said.has(id)), Number(topic), Number(found.isTold), kind]
    const isStated = sample.labels.includes(id)
    return [
      { id, hand: sample.hand, values, isStated, isRight: isStated || sample.open.includes(id), text: sample.text },
    ]
  })
}

const likelyOf = (trust, { values }) =>
  1 / (1 + Math.exp(-NAMES.reduce((sum, name, at) => sum + trust[name] * values[at], 0)))

/** Newton's method; a handful of numbers. */
export function fitTrust(candidates) {
  const size = NAMES.length
  let weights = new Array(size).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const rows = weights.map((weight, at) => {
      const row = new Array(size + 1).fill(0)
      row[at] = SHRINK
      row[size] = -SHRINK * weight
      return row
    })
    for (const { values, isRight } of candidates) {
      const sum = values.reduce((total, value, at) => total + value * weights[at], 0)
      const share = 1 / (1 + Math.exp(-sum))
      for (let at = 0; at < size; at++) {
        rows[at][size] += (Number(isRight) - share) * values[at]
        for (let other = 0; other < size; other++) rows[at][other] += share * (1 - share) * values[at] * values[other]
      }
    }
    weights = weights.map((weight, at) => weight + solve(rows)[at])
  }
  const trust = Object.fromEntries(NAMES.map((name, at) => [name, Number(weights[at].toFixed(3))]))
  // Told clauses are too few to learn from, and most state nothing.
  return { ...trust, told: TRUST_IN_TOLD }
}

const LEAST = 0.65
const STEPS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
/** A wrong proposal undoes so many right ones: nineteen of twenty are to be right, but a rule is seen few times. */
const COST_OF_WRONG = 3
/** What is gained by leaving the common bound must be more than chance. */
const GAIN_LEAST = 2

/** For rules that are proposed too often, or too seldom, on papers left out: from how likely on they are. */
export function fitLeast(candidates, trust) {
  const byRule = new Map()
  for (const candidate of candidates) byRule.set(candidate.id, [...(byRule.get(candidate.id) ?? []), candidate])
  const gainOf = (own, least) =>
    own
      .filter((candidate) => likelyOf(trust, candidate) >= least)
      .reduce((sum, { isRight }) => sum + (isRight ? 1 : -COST_OF_WRONG), 0)
  return Object.fromEntries(
    [...byRule].flatMap(([id, own]) => {
      const usual = gainOf(own, LEAST)
      const best = STEPS.reduce((most, least) => (gainOf(own, least) > gainOf(own, most) ? least : most), LEAST)
      return gainOf(own, best) >= usual + GAIN_LEAST ? [[id, best]] : []
    }),
  )
}

function solve(given) {
  const rows = given.map((row) => [...row])
  const size = rows.length
  for (let at = 0; at < size; at++) {
    const pivot = rows.reduce(
      (most, row, place) => (place >= at && Math.abs(row[at]) > Math.abs(rows[most][at]) ? place : most),
      at,
    )
    ;[rows[at], rows[pivot]] = [rows[pivot], rows[at]]
    for (let other = 0; other < size; other++) {
      if (other === at) continue
      const share = rows[other][at] / rows[at][at]
      for (let column = at; column <= size; column++) rows[other][column] -= share * rows[at][column]
    }
  }
  return rows.map((row, at) => row[size] / row[at])
}
