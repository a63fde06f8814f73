// Decides nothing at run time: learns the weights by which papers are read, from test/data/papers, never frozen ones.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadReader, NOTHING_LEARNT, writeLearnt } from './drafts/load.mjs'
import { readSamples } from './drafts/samples.mjs'
import { crossValidate, train } from './drafts/train.mjs'
import { describe, measurePaper, readPapers, summarize } from './measure-drafts.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const PAPERS = join(root, 'test', 'data', 'papers')
const LEARNT = join(root, 'core', 'draft', 'reader', 'learnt.ts')

/** One number for all that was learnt from. */
export function hashSamples(folder = PAPERS) {
  const hash = createHash('sha256')
  const files = readdirSync(folder).filter((file) => !file.startsWith('frozen-'))
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}

async function learnAll() {
  const core = await loadReader(NOTHING_LEARNT)
  const samples = readSamples(core, PAPERS)
  const { folds, trust, least } = crossValidate(core, samples)
  // How well a hand is read that nothing was learnt from.
  const measured = []
  for (const { hand, model } of folds) {
    const { draftPact } = await loadReader({ ...NOTHING_LEARNT, ...model, trust, least })
    const papers = readPapers(PAPERS, (name) => name.startsWith(`dev-${hand}`))
    measured.push(...papers.map(({ paper, gold }) => measurePaper(gold, draftPact(paper))))
  }
  console.log(`each fresh hand read without it:\n${describe(summarize(measured), measured.length)}`)
  const model = train(core, samples)
  writeFileSync(LEARNT, writeLearnt({ ...model, from: hashSamples(), trust, least }))
  console.log(`${samples.length} samples, ${model.rows.length} bytes`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await learnAll()
