// Decides whether this machine is ready to build: a Node that is new enough, and the packages.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNpm } from './run-child.mjs'
import { isStarted, runMain, say, Stop } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** How often a long installation says that it is still at work. */
const PROGRESS_MS = 10_000

/** The sentence for a Node that is too old, or undefined. `range` is package.json's `>=20.9`. */
export function describeOldNode(version, range) {
  const parts = (text) =>
    text
      .replace(/^[^\d]*/, '')
      .split('.')
      .map(Number)
  const [have, want] = [parts(version), parts(range)]
  const different = want.findIndex((part, index) => part !== (have[index] ?? 0))
  if (different === -1 || (have[different] ?? 0) > want[different]) return undefined
  return `Class Pact needs Node ${want.join('.')} or newer; this is ${version.replace(/^v/, '')}. Install the LTS version from https://nodejs.org and try again.`
}

/** Are the packages in `folder` missing, half installed, or older than its lock file? npm writes the hidden lock file last. */
export function needsInstall(folder) {
  const installed = join(folder, 'node_modules', '.package-lock.json')
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(folder, 'package-lock.json')).mtimeMs
}

/** Installs exactly what the lock file of `folder` names, if that is not so already. */
export async function installPackages(folder, what) {
  if (!needsInstall(folder)) return
  say(`Installing ${what} …`)
  const started = Date.now()
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
  const ticker = setInterval(() => say(`  still installing, ${seconds()} …`), PROGRESS_MS)
  const { code } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  clearInterval(ticker)
  if (code !== 0)
    throw new Stop(
      `npm could not install ${what} (exit code ${code}); its own message stands above. Is the network there?`,
    )
  say(`Installed in ${seconds()}.`)
}

/** Makes the machine ready to build, or stops with one sentence. */
export async function prepare() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const tooOld = describeOldNode(process.version, engines.node)
  if (tooOld) throw new Stop(tooOld)
  await installPackages(root, 'the packages of this project (the first time only)')
}

if (isStarted(import.meta.url)) runMain(prepare)
