// Decides which Chromium draws the phones in tests: one that is installed, or one that this script installs.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild, runNode } from './run-child.mjs'
import { isStarted, runMain, say, Stop } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome']
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]
/** Draws Chinese text in screenshots; browsers bring no font for it. */
const CHINESE_FONT = 'fonts-noto-cjk'

/** Every place where a Chromium, Chrome or Edge may lie on this system, the best first. */
export function listBrowserPlaces(platform, environment) {
  const chosen = environment.CHROME_PATH ? [environment.CHROME_PATH] : []
  if (platform === 'darwin')
    return [...chosen, ...MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)]
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].filter(Boolean)
    return [...chosen, ...roots.flatMap((folder) => WINDOWS_PROGRAMS.map((parts) => join(folder, ...parts)))]
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  return [...chosen, ...PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)))]
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** An installed browser's path, or undefined. Playwright's own download counts as installed. */
export async function findBrowser() {
  const found = listBrowserPlaces(process.platform, process.env).find(canRun)
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
