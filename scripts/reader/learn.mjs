// Decides how weights are learnt: logistic regression by AdaGrad over hashed features, the same result on every run.

const EPOCHS = 10
const STEP = 0.1
/** The bias is shared by all posts and learns slowly. */
const BIAS_STEP = 0.01
/** Pulls weights to zero, so that a run of characters seen once does not decide. */
const DECAY = 1e-3
const SEED = 1

/** Learns weights of `buckets` features from samples `{ features, isTrue }`. */
export function learn(samples, buckets) {
  const weights = new Float32Array(buckets)
  const squares = new Float32Array(buckets).fill(1e-6)
  let bias = 0
  const order = samples.map((_, at) => at)
  const random = createRandom(SEED)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const { features, isTrue } = samples[at]
      const scale = 1 / Math.sqrt(features.length)
      let score = bias
      for (const feature of features) score += weights[feature] * scale
      const error = 1 / (1 + Math.exp(-score)) - (isTrue ? 1 : 0)
      bias -= BIAS_STEP * error
      for (const feature of features) {
        const slope = error * scale + DECAY * weights[feature]
        squares[feature] += slope * slope
        weights[feature] -= (STEP * slope) / Math.sqrt(squares[feature])
      }
    }
  }
  return { weights, bias }
}

function shuffle(items, random) {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[items[at], items[other]] = [items[other], items[at]]
  }
}

/** Linear congruential, as in POSIX's rand. */
function createRandom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
