// Decides what `npm run cloud` does: make the machine ready, build, and run the local cloud in this one process.
import { prepare } from './prepare.mjs'
import { runMain } from './say.mjs'

runMain(async () => {
  await prepare()
  const { build } = await import('./build.mjs')
  await build()
  await import(new URL('../dist/local/cloud.mjs', import.meta.url))
})
