// Decides what `npm start` does: make the machine ready, build, and run everything in this one process.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { prepare } from './prepare.mjs'
import { runMain, say } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

runMain(async (args) => {
  await prepare()
  if (args.includes('--headless')) {
    const { findOrInstallBrowser } = await import('./find-or-install-browser.mjs')
    process.env.CHROME_PATH = await findOrInstallBrowser()
  }
  const { build } = await import('./build.mjs')
  const started = Date.now()
  await build()
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  await import(pathToFileURL(join(root, 'dist', 'local', 'main.mjs')).href)
})
