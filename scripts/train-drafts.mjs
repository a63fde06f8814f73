// Decides nothing at run time: learns the weights by which papers are read from test/data/papers, never from frozen ones.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { learn, pack } from './drafts/learn.mjs'
import { loadCore } from './judge/load-core.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const PAPERS = join(root, 'test', 'data', 'papers')
const LEARNT = join(root, 'core', 'draft', 'reader', 'learnt.ts')
/** Every phone of a principal loads them. */
const BYTES_MOST = 53_000
/** How sayings and labels name a clause that states no rule. */
const NONE = '-'
/** Hours are read, not guessed. */
const READ = /^T0[1-7]$/

const core = await loadCore(`
  export { runsOf } from './core/draft/reader/features'
  export { CLASS_SIGNS, WEIGHT_SIGNS } from './core/draft/reader/weights'
  export { fold } from './core/draft/folding'
  export { RULES } from './core/pact'
`)
const linesOf = (file) => readFileSync(join(PAPERS, file), 'utf8').trim().split('\n')

/** What one sentence of one rule sounds like; a line: the rule's id, a space, the sentence. */
function readSayings() {
  return linesOf('sayings.txt').map((line) => ({
    ids: [line.split(' ', 1)[0]],
    text: line.slice(line.indexOf(' ') + 1),
  }))
}

function readPapers(isWanted) {
  return readdirSync(PAPERS)
    .filter((file) => file.startsWith('dev-') && file.endsWith('.jsonl') && isWanted(file))
    .flatMap((file) => linesOf(file).map((line) => JSON.parse(line)))
    .map(({ line, kind, rules = [] }) => ({ ids: kind === 'rule' ? rules.map(({ id }) => id) : [NONE], text: line }))
}

function readCatalogue() {
  return Object.entries(core.RULES).flatMap(([id, { title, sources }]) =>
    [title, ...sources.map(({ quote }) => quote)].map((text) => ({ ids: [id], text })),
  )
}

const classes = [NONE, ...Object.keys(core.RULES).filter((id) => !READ.test(id))]
const places = new Map(classes.map((id, place) => [id, place]))
// `--without a` leaves half of the papers out, to measure on them.
const left = process.argv.includes('--without')
  ? `dev-${process.argv[process.argv.indexOf('--without') + 1]}`
  : undefined
const samples = [...readSayings(), ...readPapers((file) => !left || !file.startsWith(left)), ...readCatalogue()]
  .map(({ ids, text }) => ({
    runs: core.runsOf(core.fold(text).text),
    labels: ids.map((id) => places.get(id) ?? 0),
  }))
  .filter(({ labels }) => labels.length > 0)
const model = pack(learn(samples, classes.length), core, BYTES_MOST)

const quote = (text) => JSON.stringify(text).replace(/^"|"$/g, "'")
writeFileSync(
  LEARNT,
  `// Decides nothing: what scripts/train-drafts.mjs learnt from test/data/papers.
import type { Learnt } from './weights'

export const LEARNT: Learnt = {
  classes: ${JSON.stringify(classes.slice(1)).replace(/"/g, "'")},
  step: ${model.step},
  bias: ${quote(model.bias)},
  runs: ${quote(model.runs)},
}
`,
)
console.log(`${samples.length} samples, ${model.runs.split('\n').length} runs, ${Buffer.byteLength(model.runs)} bytes`)
