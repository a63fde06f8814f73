// Decides how a reader is made of samples: classes, weights, and hands that are left out to see how well it does.
import { learn, pack, unpack } from './learn.mjs'
import { OTHER_CLASSES } from './samples.mjs'
import { candidatesOf, fitLeast, fitTrust } from './trust.mjs'

/** What the weights may weigh in the function's code. */
const BYTES_MOST = 470_000
/** Hands whose papers no wording was made by. */
const FRESH_HANDS = ['c', 'd', 'e']

const classesOf = (core) => [...Object.keys(core.RULES), ...OTHER_CLASSES]

/** The weights learnt from samples. */
export function train(core, samples, bytes = BYTES_MOST) {
  const classes = classesOf(core)
  const places = new Map(classes.map((name, place) => [name, place]))
  const placed = (names) => new Set(names.flatMap((name) => (places.has(name) ? [places.get(name)] : [])))
  const data = samples.map(({ text, context, labels, open, weight }) => ({
    ...{ features: core.featuresOf(text, context), labels: placed(labels), open: placed(open), weight },
  }))
  return { classes, ...pack(learn(data, classes.length), core, bytes) }
}

/** For each fresh hand the weights learnt without it; the trust in what they score on it. */
export function crossValidate(core, samples) {
  const folds = FRESH_HANDS.map((hand) => ({
    hand,
    model: train(
      core,
      samples.filter((sample) => sample.hand !== hand),
    ),
  }))
  const candidates = folds.flatMap(({ hand, model }) => {
    const scoreOf = unpack(model, core)
    return samples
      .filter((sample) => sample.hand === hand)
      .flatMap((sample) => candidatesOf(core, model.classes, scoreOf, sample))
  })
  const trust = fitTrust(candidates)
  return { folds, candidates, trust, least: fitLeast(candidates, trust) }
}
