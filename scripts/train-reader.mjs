// Decides nothing at run time: learns the reader's weights from test/data/posts, measures them across files.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCore } from './judge/load-core.mjs'
import { createLineReader } from './judge/read-line.mjs'
import { learn } from './reader/learn.mjs'
import { addUp, measure, tell } from './reader/measure.mjs'
import { createPacker } from './reader/pack.mjs'
import { hashPosts, readPosts } from './reader/read-posts.mjs'

const LEARNT = join(dirname(fileURLToPath(import.meta.url)), '..', 'core', 'pact', 'reader', 'learnt.ts')

/** Facts, not meanings: another post, a link's host, a length, a day, an attachment. */
const NOT_READ = new Set(['C01', 'C02', 'C03', 'C11', 'C12', 'C30', 'C31', 'N03', 'N09', 'P03', 'T12'])
/** Two names of one thing (core/judge/reader/guess.ts). */
const SAME = { C17: 'C16' }
/** Of posts by a hand it never learnt from, so many honest ones may read like a breach … */
const HONEST_TAKEN_FOR_BREACH = 0.008
/** … and so many breaches like an honest one. */
const BREACH_TAKEN_FOR_HONEST = 0.03

if (process.argv.includes('--hash')) {
  console.log(hashPosts())
  process.exit()
}

const core = await loadCore(`
  export * from './core/pact'; export * from './core/judge'
  export { createJudge } from './core/judge/judge'
  export { readSubject } from './core/judge/subject'
  export { BUCKETS, featuresOf } from './core/judge/reader/features'
  export { createReader } from './core/judge/reader/reader'
  export * from './core/judge/reader/weights'
  export { instantOf } from './core/calendar'
`)
const readLine = createLineReader(core)
const { packDense, packSparse } = createPacker(core)

const mute = () => ({
  guess: 'unsure',
  score: 0,
  rule: 'C29',
  isHonestAt: () => false,
  locate: () => ({ start: 0, end: 0 }),
})
const judgeByRules = core.createJudge(mute)
const strict = core.createPact('measure', 1, 'primary', '2026-09-01')

/** Homework and praise that this school allows teach nothing about schools that do not. */
const isAllowedHere = ({ post, known, now, preset }) =>
  preset === 'open' &&
  judgeByRules(post, known, strict, now).reasons.some(({ rule }) => rule === 'C20' || rule === 'P05')

const files = readPosts().map(({ file, posts }) => ({
  file,
  samples: posts.map((line) => {
    const read = readLine(line)
    const features = core.featuresOf(core.readSubject(read.post, read.known, read.pact, read.now)).buckets
    const teaches =
      !NOT_READ.has(line.expect) && !(line.expect === 'ok' && isAllowedHere({ ...read, preset: line.preset }))
    return { line, ...read, features, teaches, rule: SAME[line.expect] ?? line.expect }
  }),
}))

/** Weights learnt from these samples, without thresholds. */
function learnAll(samples) {
  const taught = samples.filter(({ teaches }) => teaches)
  const rules = [...new Set(taught.map(({ rule }) => rule))].filter((rule) => rule !== 'ok').sort()
  const learnt = (isTrue) =>
    learn(
      taught.map((sample) => ({ features: sample.features, isTrue: isTrue(sample) })),
      core.BUCKETS,
    )
  return {
    breach: packDense(learnt(({ rule }) => rule !== 'ok')),
    rules: Object.fromEntries(rules.map((rule) => [rule, packSparse(learnt((sample) => sample.rule === rule))])),
  }
}

const subjectOf = ({ post, known, pact, now }) => core.readSubject(post, known, pact, now)
const quantile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))]

/** Every file read by weights that were learnt from all others. */
const folds = files.map(({ file, samples }) => {
  const packed = learnAll(files.filter((other) => other.file !== file).flatMap((other) => other.samples))
  const read = core.createReader({ ...packed, breachFrom: 0, honestUnder: 0 })
  console.log(`learnt without ${file}`)
  return { file, packed, scored: samples.map((sample) => ({ sample, score: read(subjectOf(sample)).score })) }
})
const scored = folds.flatMap((fold) => fold.scored).filter(({ sample }) => sample.teaches)
const scoresOf = (isHonest) =>
  scored.filter(({ sample }) => (sample.rule === 'ok') === isHonest).map(({ score }) => score)
const thresholds = {
  breachFrom: Number(quantile(scoresOf(true), 1 - HONEST_TAKEN_FOR_BREACH).toFixed(3)),
  honestUnder: Number(quantile(scoresOf(false), BREACH_TAKEN_FOR_HONEST).toFixed(3)),
}
console.log(thresholds)

const judgeWith = (judge, samples) =>
  measure(
    samples.map((sample) => {
      const { verdict, reasons } = judge(sample.post, sample.known, sample.pact, sample.now)
      return { post: sample.line, verdict, rules: reasons.map(({ rule }) => rule) }
    }),
  )
const samplesOf = new Map(files.map(({ file, samples }) => [file, samples]))
const sums = folds.map(({ file, packed }) => {
  const samples = samplesOf.get(file)
  const alone = judgeWith(judgeByRules, samples)
  const together = judgeWith(core.createJudge(core.createReader({ ...packed, ...thresholds })), samples)
  console.log(tell(`${file} rules`, alone))
  console.log(tell('  with the reader', together))
  return { alone, together }
})
console.log(tell('all, rules', addUp(sums.map(({ alone }) => alone))))
console.log(tell('all, with the reader', addUp(sums.map(({ together }) => together))))

if (!process.argv.includes('--dry')) {
  const packed = { ...thresholds, ...learnAll(files.flatMap(({ samples }) => samples)) }
  writeFileSync(
    LEARNT,
    `// Decides nothing: what scripts/train-reader.mjs learnt from test/data/posts, ${hashPosts()}.\nimport type { PackedWeights } from './weights'\n\n` +
      `export const LEARNT: PackedWeights = ${JSON.stringify(packed, null, 2)}\n`,
  )
}
