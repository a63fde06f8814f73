// Decides how scripts get at the reader of papers with other weights than those in the repository.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const EXPORTS = `
  export { featuresOf } from './core/draft/reader/features'
  export * from './core/draft/reader/weights'
  export { fold } from './core/draft/folding'
  export { readNumbering } from './core/draft/cut/numbering'
  export { Sentences } from './core/draft/clauses'
  export { findHits } from './core/draft/hits'
  export { draftPact } from './core/draft'
  export { RULES } from './core/pact'
`
/** A reader that has learnt nothing yet. */
export const NOTHING_LEARNT = {
  ...{ from: '', classes: [], step: 1, bias: [], rows: '', least: {} },
  trust: { bias: 0, score: 0, wording: 0, topic: 0, told: 0, kind: 0 },
}

export const writeLearnt = (learnt) => `// Decides nothing: what scripts/train-drafts.mjs learnt from test/data/papers.
import type { Learnt } from './weights'

export const LEARNT: Learnt = {
  from: '${learnt.from}',
  classes: ${JSON.stringify(learnt.classes).replace(/"/g, "'")},
  step: ${learnt.step},
  bias: ${JSON.stringify(learnt.bias)},
  rows: '${learnt.rows}',
  trust: ${JSON.stringify(learnt.trust)},
  least: ${JSON.stringify(learnt.least)},
}
`

/** The reader with these weights. */
export async function loadReader(learnt) {
  const name = join(root, 'dist', 'judge', `reader-${process.pid}-${Math.floor(performance.now())}`)
  const inPlace = {
    name: 'learnt',
    setup: (build) => {
      build.onResolve({ filter: /\/learnt$/ }, () => ({ path: 'learnt', namespace: 'learnt' }))
      build.onLoad({ filter: /.*/, namespace: 'learnt' }, () => ({ contents: writeLearnt(learnt), loader: 'ts' }))
    },
  }
  await esbuild.build({
    ...{ stdin: { contents: EXPORTS, resolveDir: root }, bundle: true, outfile: `${name}.mjs`, format: 'esm' },
    ...{ platform: 'neutral', mainFields: ['module', 'main'], target: 'node20', plugins: [inPlace] },
    tsconfig: join(root, 'tsconfig.json'),
  })
  try {
    return await import(pathToFileURL(`${name}.mjs`).href)
  } finally {
    rmSync(`${name}.mjs`)
  }
}
