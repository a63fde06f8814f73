// Decides what `npm run bench` measures: every file of test/bench, one after the other, on a fresh build.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.mjs'
import { runNode } from './run-child.mjs'
import { runMain, say, Stop } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'test', 'bench')

/** `npm run bench -- cloud` runs the files whose name has `cloud`; options with two dashes go to each file. */
runMain(async (args) => {
  const words = args.filter((arg) => !arg.startsWith('--'))
  const options = args.filter((arg) => arg.startsWith('--'))
  const files = readdirSync(folder).filter((file) => file.endsWith('.bench.mjs'))
  const chosen = files.filter((file) => words.every((word) => file.includes(word)))
  if (chosen.length === 0) throw new Stop(`No benchmark is called so. There are: ${files.join(', ')}.`)
  await prepare()
  const { default: buildOnce } = await import('./build-once.mjs')
  await buildOnce()
  let worst = 0
  for (const file of chosen) {
    say(`\n${file}`)
    const { code } = await runNode([join(folder, file), ...options], { cwd: root })
    worst = Math.max(worst, code)
  }
  return worst
})
