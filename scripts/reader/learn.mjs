// Decides how weights are learnt: a linear machine by dual coordinate descent, the same result on every run.
/** Hsieh et al., "A dual coordinate descent method for large-scale linear SVM" (ICML 2008), squared hinge loss. */

const EPOCHS = 12
/** What a post on the wrong side costs against small weights. */
const COST = 1
/** A post whose projected gradient is under this moves nothing. */
const STILL = 1e-3
/** All of them under this: nothing more to learn. */
const DONE = 0.02
const SEED = 1

/** Learns weights of `buckets` features from samples `{ features, isTrue }`; only those of `kept`, where given. */
export function learn(samples, buckets, kept) {
  const weights = new Float32Array(buckets)
  const posts = samples.map(({ features, isTrue }) => {
    const seen = kept ? features.filter((feature) => kept[feature] === 1) : features
    const scale = 1 / Math.sqrt(Math.max(1, features.length))
    return { seen, scale, side: isTrue ? 1 : -1, own: seen.length * scale * scale + 1 + 1 / (2 * COST), alpha: 0 }
  })
  const random = createRandom(SEED)
  let bias = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(posts, random)
    let largest = 0
    for (const post of posts) {
      const { seen, scale, side, own, alpha } = post
      let score = 0
      for (const feature of seen) score += weights[feature]
      const slope = (score * scale + bias) * side - 1 + alpha / (2 * COST)
      const projected = alpha === 0 ? Math.min(slope, 0) : slope
      if (Math.abs(projected) <= STILL) continue
      largest = Math.max(largest, Math.abs(projected))
      post.alpha = Math.max(alpha - slope / own, 0)
      const step = (post.alpha - alpha) * side
      for (const feature of seen) weights[feature] += step * scale
      bias += step
    }
    if (largest < DONE) break
  }
  return { weights, bias }
}

/** The same from the `most` loudest features only, learnt once more without the others. */
export function learnFew(samples, buckets, most) {
  const { weights } = learn(samples, buckets)
  const loudest = Array.from(weights.keys())
    .filter((bucket) => weights[bucket] !== 0)
    .sort((a, b) => Math.abs(weights[b]) - Math.abs(weights[a]))
    .slice(0, most)
  const kept = new Uint8Array(buckets)
  for (const bucket of loudest) kept[bucket] = 1
  return learn(samples, buckets, kept)
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
