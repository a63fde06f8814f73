// Decides nothing at run time: learns the reader's weights from test/data/posts, measures them across files.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCore } from './judge/load-core.mjs'
import { createLineReader } from './judge/read-line.mjs'
import { learn, learnFew } from './reader/learn.mjs'
import { addUp, measure, tell } from './reader/measure.mjs'
import { createPacker, RULE_CELLS } from './reader/pack.mjs'
import { hashPosts, readPosts } from './reader/read-posts.mjs'

const LEARNT = join(dirname(fileURLToPath(import.meta.url)), '..', 'core', 'judge', 'reader', 'learnt.ts')

/** Facts, not meanings: another post, a link's host, a length, a day, an attachment. */
const NOT_READ = new Set(['C01', 'C02', 'C03', 'C11', 'C12', 'C30', 'C31', 'N03', 'N09', 'P03', 'T12'])
/** Two names of one thing (core/judge/reader/guess.ts). */
const SAME = { C17: 'C16' }
/** So many groups of files, each read by weights learnt from the other groups. */
const GROUPS = 6
/** Written to be nasty, or rules were tuned on them: they measure, but say nothing about a stranger's next post. */
const NOT_TYPICAL = new Set(['trade.jsonl', 'words.jsonl', 'children.jsonl', 'children-2.jsonl', 'first.jsonl'])
/** Of posts by hands it never learnt from, so many honest ones may be stopped … */
const ALARMS_MOST = 0.01
/** … of each speaker's, so many taken for a breach by the reader alone … */
const HONEST_TAKEN_FOR_BREACH = [0.007, 0.009, 0.011]
/** … so many breaches for honest … */
const BREACH_TAKEN_FOR_HONEST = [0.07, 0.1]
/** … and for harmless. */
const BREACH_TAKEN_FOR_HARMLESS = 0.015
/**
 * By speaker, a breach is at least so much: under it stand 717 real messages of parents and all but one of 798 paragraphs
 * of class rules that nobody may learn from: none of them may wait for a person.
 */
const BREACH_LEAST = [0.06, -0.26, 0.1, 0.29]

if (process.argv.includes('--hash')) {
  console.log(hashPosts())
  process.exit()
}

const core = await loadCore(`
  export * from './core/pact'; export * from './core/judge'
  export { createJudge } from './core/judge/judge'
  export { readSubject } from './core/judge/subject'
  export { BUCKETS, SPEAKERS, featuresOf, speakerOf } from './core/judge/reader/features'
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
  isHonestThroughout: () => false,
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
  const marked = (isTrue) => taught.map((sample) => ({ features: sample.features, isTrue: isTrue(sample) }))
  const breach = learn(
    marked(({ rule }) => rule !== 'ok'),
    core.BUCKETS,
  )
  const learnRule = (id) =>
    packSparse(
      learnFew(
        marked(({ rule }) => rule === id),
        core.BUCKETS,
        RULE_CELLS,
      ),
    )
  return { breach: packDense(breach), rules: Object.fromEntries(rules.map((id) => [id, learnRule(id)])) }
}

const subjectOf = ({ post, known, pact, now }) => core.readSubject(post, known, pact, now)
const quantile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))]
const samplesOf = (some) => some.flatMap(({ samples }) => samples)

/** Every file read by weights that were learnt from other groups. */
const folds = Array.from({ length: GROUPS }, (_, group) => {
  const own = files.filter((_, at) => at % GROUPS === group)
  const packed = learnAll(samplesOf(files.filter((file) => !own.includes(file))))
  console.log(`learnt without ${own.map(({ file }) => file).join(' ')}`)
  return { own, packed }
})

/** With --alarms: which honest posts are stopped, and by what. */
const isAskedForAlarms = process.argv.includes('--alarms')
const STOPS = new Set(['hold', 'deflect', 'refuse'])
const tellAlarm = ({ line }, { verdict, reasons }) => {
  const [first] = reasons
  if (line.expect === 'ok' && STOPS.has(verdict))
    console.log(line.id, first.rule, verdict, line.role, line.kind, line.text)
}

const judgeWith = (judge, samples) =>
  measure(
    samples.map((sample) => {
      const { verdict, reasons } = judge(sample.post, sample.known, sample.pact, sample.now)
      return { post: sample.line, verdict, rules: reasons.map(({ rule }) => rule) }
    }),
  )

const isTypical = ({ file }) => !NOT_TYPICAL.has(file)
const typicalOf = ({ own }) => samplesOf(own.filter(isTypical))
const judgeWithout = ({ packed }, thresholds) => core.createJudge(core.createReader({ ...packed, thresholds }))

/** The thresholds that catch most with few enough alarms. */
function chooseThresholds() {
  const scored = folds.flatMap((fold) => {
    const read = core.createReader({ ...fold.packed, thresholds: [] })
    return typicalOf(fold)
      .filter(({ teaches }) => teaches)
      .map((sample) => ({ sample, subject: subjectOf(sample) }))
      .map(({ sample, subject }) => ({
        isHonest: sample.rule === 'ok',
        speaker: core.speakerOf(subject),
        score: read(subject).score,
      }))
  })
  const at = (speaker, isHonest, share) =>
    Number(
      quantile(
        scored.filter((each) => each.speaker === speaker && each.isHonest === isHonest).map(({ score }) => score),
        share,
      ).toFixed(3),
    )
  const pairs = HONEST_TAKEN_FOR_BREACH.flatMap((honest) => BREACH_TAKEN_FOR_HONEST.map((breach) => [honest, breach]))
  const tried = pairs.map(([honest, breach]) => {
    const thresholds = Array.from({ length: core.SPEAKERS }, (_, speaker) => {
      const breachFrom = Math.max(at(speaker, true, 1 - honest), BREACH_LEAST[speaker])
      const honestUnder = Math.min(at(speaker, false, breach), breachFrom)
      return { breachFrom, honestUnder, harmlessUnder: at(speaker, false, BREACH_TAKEN_FOR_HARMLESS) }
    })
    const sum = addUp(folds.map((fold) => judgeWith(judgeWithout(fold, thresholds), typicalOf(fold))))
    console.log(tell(`${honest} ${breach}`, sum))
    return { thresholds, sum }
  })
  const few = tried.filter(({ sum }) => sum.alarms <= ALARMS_MOST * sum.honest)
  const fewest = Math.min(...tried.map(({ sum }) => sum.alarms))
  const fair = few.length > 0 ? few : tried.filter(({ sum }) => sum.alarms === fewest)
  return fair.reduce((best, each) => (each.sum.caught > best.sum.caught ? each : best)).thresholds
}

const thresholds = chooseThresholds()
console.log(thresholds)
const sums = folds.flatMap((fold) =>
  fold.own.map(({ file, samples }) => {
    const alone = judgeWith(judgeByRules, samples)
    const together = judgeWith(judgeWithout(fold, thresholds), samples)
    if (isAskedForAlarms)
      for (const sample of samples)
        tellAlarm(sample, judgeWithout(fold, thresholds)(sample.post, sample.known, sample.pact, sample.now))
    console.log(tell(`${file} rules`, alone))
    console.log(tell('  with the reader', together))
    return { alone, together }
  }),
)
console.log(tell('all, rules', addUp(sums.map(({ alone }) => alone))))
console.log(tell('all, with the reader', addUp(sums.map(({ together }) => together))))

if (!process.argv.includes('--dry')) {
  const packed = { thresholds, ...learnAll(samplesOf(files)) }
  writeFileSync(
    LEARNT,
    `// Decides nothing: what scripts/train-reader.mjs learnt from test/data/posts, ${hashPosts()}.\nimport type { PackedWeights } from './weights'\n\n` +
      `export const LEARNT: PackedWeights = ${JSON.stringify(packed, null, 2)}\n`,
  )
}
