// Decides how the reader of papers learns: one linear judge a class, always the same from the same samples.

const EPOCHS = 8
/** How dear a mistake is. */
const COST = 0.5
/** A clause that states the rule teaches more than one that does not: there are so few of them. */
const COST_OF_STATED = 4
/** A feature of one sample only teaches that sample. */
const SAMPLES_LEAST = 3
const CONVERGED = 0.01

function createRandom(seed) {
  let state = seed
  return () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296
}

/** Features of enough samples, and what each is worth: rare ones more than common ones. */
function weighFeatures(samples) {
  const seen = new Map()
  for (const { features } of samples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const names = [...seen.keys()].filter((feature) => seen.get(feature) >= SAMPLES_LEAST).sort((a, b) => a - b)
  const places = new Map(names.map((feature, place) => [feature, place]))
  const worth = Float64Array.from(names, (feature) => Math.log(1 + samples.length / seen.get(feature)) / 6)
  return { names, places, worth }
}

/** A sample's known features in one row, each as dear as it is rare, long and short clauses alike. */
function rowOf(features, { places, worth }) {
  const known = features.map((feature) => places.get(feature)).filter((place) => place !== undefined)
  const scale = 1 / Math.sqrt(Math.max(1, features.length))
  return { known: Int32Array.from(known), values: Float64Array.from(known, (place) => worth[place] * scale) }
}

/**
 * Weights per class and feature. `samples`: their features, the classes they state, those left open, and how much they count.
 * A support-vector machine with squared loss for each class, by dual coordinate descent (Hsieh et al., 2008).
 */
export function learn(samples, classes, known = weighFeatures(samples)) {
  const rows = samples.map(({ features }) => rowOf(features, known))
  const squares = rows.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1))
  const random = createRandom(7)
  const weights = []
  const bias = new Float64Array(classes)
  for (let at = 0; at < classes; at++) {
    const [own, share] = learnClass(samples, rows, squares, at, known.names.length, random)
    weights.push(own)
    bias[at] = share
  }
  return { ...known, weights, bias, classes }
}

function learnClass(samples, rows, squares, at, features, random) {
  const weights = new Float64Array(features)
  let bias = 0
  let active = samples.flatMap(({ open }, place) => (open?.has(at) ? [] : [place]))
  const dual = new Float64Array(samples.length)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let place = active.length - 1; place > 0; place--) {
      const other = Math.floor(random() * (place + 1))
      ;[active[place], active[other]] = [active[other], active[place]]
    }
    let most = 0
    const next = []
    for (const place of active) {
      const { known, values } = rows[place]
      const sign = samples[place].labels.has(at) ? 1 : -1
      const slack = 1 / (2 * COST * (sign > 0 ? COST_OF_STATED : 1) * (samples[place].weight ?? 1))
      let score = bias
      for (let k = 0; k < known.length; k++) score += weights[known[k]] * values[k]
      const slope = sign * score - 1 + slack * dual[place]
      if (dual[place] === 0 && slope > 0) {
        // Far on its own side: looked at again in the first rounds only.
        if (epoch < 1 || slope < 0.3) next.push(place)
        continue
      }
      next.push(place)
      most = Math.max(most, Math.abs(slope))
      const before = dual[place]
      dual[place] = Math.max(before - slope / (squares[place] + slack), 0)
      const step = (dual[place] - before) * sign
      if (step === 0) continue
      bias += step
      for (let k = 0; k < known.length; k++) weights[known[k]] += step * values[k]
    }
    active = next
    if (most < CONVERGED) break
  }
  // What a feature is worth is part of its weight: the reader need not know it.
  return [weights, bias]
}

function numberOf(value, signs) {
  const half = signs.length / 2
  const digits = []
  for (let rest = value; digits.length === 0 || rest > 0; rest = Math.floor(rest / half)) digits.unshift(rest % half)
  return digits.map((digit, at) => signs[at < digits.length - 1 ? digit + half : digit]).join('')
}

/** The model as text of at most `bytes`: the greatest weights, in so many steps as there are signs. */
export function pack({ names, worth, weights, bias }, { CLASS_SIGNS, WEIGHT_SIGNS, NUMBER_SIGNS, ROW_END }, bytes) {
  const zero = (WEIGHT_SIGNS.length - 1) / 2
  const valueOf = (at, place) => weights[at][place] * worth[place]
  const sizes = []
  for (let at = 0; at < weights.length; at++)
    for (let place = 0; place < names.length; place++)
      if (weights[at][place] !== 0) sizes.push(Math.abs(valueOf(at, place)))
  sizes.sort((a, b) => b - a)
  const step = sizes[Math.floor(sizes.length * 0.0005)] / zero
  const signOf = (value) => WEIGHT_SIGNS[Math.max(-zero, Math.min(zero, Math.round(value / step))) + zero]
  const packFrom = (least) => {
    const rows = []
    let last = 0
    for (let place = 0; place < names.length; place++) {
      let pairs = ''
      for (let at = 0; at < weights.length; at++) {
        const value = valueOf(at, place)
        if (Math.abs(value) >= least) pairs += CLASS_SIGNS[at] + signOf(value)
      }
      if (pairs === '') continue
      rows.push(numberOf(names[place] - last, NUMBER_SIGNS) + pairs)
      last = names[place]
    }
    return rows.join(ROW_END)
  }
  let few = step / 2
  let many = step * zero
  let rows = packFrom(few)
  if (rows.length > bytes)
    for (let turn = 0; turn < 12; turn++) {
      const least = (few + many) / 2
      const text = packFrom(least)
      if (text.length > bytes) few = least
      else {
        many = least
        rows = text
      }
    }
  return { step, bias: [...bias].map((value) => Number(value.toFixed(4))), rows }
}

/** Scores a packed model gives a list of features: what the reader will see. */
export function unpack({ step, bias, rows }, { CLASS_SIGNS, WEIGHT_SIGNS, NUMBER_SIGNS, ROW_END }) {
  const zero = (WEIGHT_SIGNS.length - 1) / 2
  const half = NUMBER_SIGNS.length / 2
  const weights = new Map()
  let feature = 0
  for (const row of rows.split(ROW_END)) {
    let at = 0
    let behind = 0
    let digit
    do {
      digit = NUMBER_SIGNS.indexOf(row[at++])
      behind = behind * half + (digit % half)
    } while (digit >= half)
    feature += behind
    const pairs = []
    for (; at + 1 < row.length; at += 2)
      pairs.push([CLASS_SIGNS.indexOf(row[at]), WEIGHT_SIGNS.indexOf(row[at + 1]) - zero])
    weights.set(feature, pairs)
  }
  return (features) => {
    const sums = bias.map(() => 0)
    const known = features.map((name) => weights.get(name)).filter((pairs) => pairs !== undefined)
    for (const pairs of known) for (const [at, weight] of pairs) sums[at] += weight
    const scale = step / Math.sqrt(Math.max(1, features.length))
    return sums.map((sum, at) => sum * scale + bias[at])
  }
}
