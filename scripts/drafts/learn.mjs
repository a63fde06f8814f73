// Decides how the reader of papers learns: a softmax over runs of characters, always the same from the same samples.

const EPOCHS = 30
const RATE = 1.2
const DECAY = 1e-4
/** A run that stands in one sample only teaches that sample. */
const SAMPLES_LEAST = 2

function createRandom(seed) {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
}

/** Weights per run and class. `samples`: their runs and the numbers of their classes. */
export function learn(samples, classes) {
  const seen = new Map()
  for (const { runs } of samples) for (const run of runs) seen.set(run, (seen.get(run) ?? 0) + 1)
  const names = [...seen].filter(([, count]) => count >= SAMPLES_LEAST).map(([run]) => run)
  const places = new Map(names.map((run, place) => [run, place]))
  const data = samples.flatMap(({ runs, labels }) => {
    const known = runs.map((run) => places.get(run)).filter((place) => place !== undefined)
    return labels.map((label) => ({ known, scale: 1 / Math.sqrt(Math.max(1, known.length)), label }))
  })
  const weights = new Float64Array(names.length * classes)
  const bias = new Float64Array(classes)
  const random = createRandom(7)
  const shares = new Float64Array(classes)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE * (1 - epoch / EPOCHS)
    for (let turn = 0; turn < data.length; turn++) {
      const { known, scale, label } = data[Math.floor(random() * data.length)]
      let most = Number.NEGATIVE_INFINITY
      for (let place = 0; place < classes; place++) {
        let sum = bias[place]
        for (const run of known) sum += weights[run * classes + place] * scale
        shares[place] = sum
        if (sum > most) most = sum
      }
      let all = 0
      for (let place = 0; place < classes; place++) all += shares[place] = Math.exp(shares[place] - most)
      for (let place = 0; place < classes; place++) {
        const slope = shares[place] / all - (place === label ? 1 : 0)
        if (Math.abs(slope) < 1e-4) continue
        bias[place] -= rate * slope * 0.1
        for (const run of known) {
          const cell = run * classes + place
          weights[cell] -= rate * (slope * scale + DECAY * weights[cell])
        }
      }
    }
  }
  return { names, weights, bias, classes }
}

/** The model as text of at most `bytes`: the greatest weights, in so many steps as there are signs. */
export function pack({ names, weights, bias, classes }, { CLASS_SIGNS, WEIGHT_SIGNS }, bytes) {
  const zero = (WEIGHT_SIGNS.length - 1) / 2
  const sizes = [...weights].map(Math.abs).sort((a, b) => b - a)
  const step = sizes[Math.floor(sizes.length * 0.0005)] / zero
  const signOf = (value) => WEIGHT_SIGNS[Math.max(-zero, Math.min(zero, Math.round(value / step))) + zero]
  const packFrom = (least) =>
    names
      .map((run, place) => {
        let pairs = ''
        for (let at = 0; at < classes; at++) {
          const weight = weights[place * classes + at]
          if (Math.abs(weight) >= least) pairs += CLASS_SIGNS[at] + signOf(weight)
        }
        return pairs && `${run} ${pairs}`
      })
      .filter((line) => line !== '')
      .join('\n')
  let least = step / 2
  let runs = packFrom(least)
  while (Buffer.byteLength(runs) > bytes) runs = packFrom((least *= 1.05))
  return { step, bias: [...bias].map(signOf).join(''), runs }
}
