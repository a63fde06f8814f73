// Decides which Chromium the phones run in when nobody looks at them.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Finds an installed Chromium, Chrome or Edge; CHROME_PATH goes first.
 * @throws Error with a sentence that says what to do when there is none
 */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { CHROME_PATH } = environment
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, but there is no such file`)
  }
  const found = candidates(environment, platform).find((file) => existsSync(file))
  if (found) return found
  throw new Error('No Chromium, Chrome or Edge found. Install one, or set CHROME_PATH to its executable.')
}

function candidates(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin')
    return ['/Applications', join(environment['HOME'] ?? '', 'Applications')].flatMap((dir) =>
      MAC.map((app) => join(dir, app)),
    )
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((root) => root !== undefined)
    return roots.flatMap((root) => WINDOWS.map((app) => join(root, app)))
  }
  const folders = [...(environment['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean)
  return folders.flatMap((folder) => LINUX.map((name) => join(folder, name)))
}
