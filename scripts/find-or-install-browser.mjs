// Decides which Chromium draws the phones in tests: one that is installed, or one that this script installs.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findInstalledBrowser } from './browser-places.mjs'
import { runChild, runNode } from './run-child.mjs'
import { isStarted, runMain, say, Stop } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Draws Chinese text in screenshots; browsers bring no font for it. */
const CHINESE_FONT = 'fonts-noto-cjk'

/** An installed browser's path, or undefined. Playwright's own download counts as installed. */
export async function findBrowser() {
  const found = findInstalledBrowser()
  if (found) return found
  const { chromium } = await import('playwright-core')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

const isDebian = () => existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

/** Runs apt-get as root, or through sudo where that asks for no password. Returns whether it worked. */
async function runApt(args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const [command, ...prefix] = process.getuid() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const { code } = await runChild(command, [...prefix, ...args], { collect: true, env: environment })
  return code === 0
}

async function installDebianPackages(names) {
  say(`Installing ${names.join(' and ')} with apt-get …`)
  return (await runApt(['update'])) && (await runApt(['install', '-y', '--no-install-recommends', ...names]))
}

/** On Debian, makes sure that there is a font with Chinese characters; elsewhere the system has one. */
async function ensureChineseFont() {
  if (!isDebian()) return
  const { output } = await runChild('dpkg-query', ['-W', '-f=${db:Status-Status}', CHINESE_FONT], { collect: true })
  if (output.trim() === 'installed' || (await installDebianPackages([CHINESE_FONT]))) return
  say(`${CHINESE_FONT} could not be installed: Chinese text may show as boxes in screenshots.`)
}

/** The path of a browser that can run, installed if need be; stops with one sentence when none can be had. */
export async function findOrInstallBrowser() {
  let browser = await findBrowser()
  if (!browser && isDebian() && (await installDebianPackages(['chromium', CHINESE_FONT]))) browser = await findBrowser()
  if (!browser) {
    say('Downloading Chromium …')
    const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
    const { code } = await runNode([cli, 'install', 'chromium'], { collect: true })
    if (code === 0) browser = await findBrowser()
  }
  if (!browser)
    throw new Stop(
      'No Chromium, Chrome or Edge was found and none could be installed: install one, or set CHROME_PATH to its program.',
    )
  await ensureChineseFont()
  return browser
}

if (isStarted(import.meta.url)) runMain(async () => console.log(await findOrInstallBrowser()))
