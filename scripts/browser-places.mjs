// Decides where an installed Chromium, Chrome or Edge may lie, on every system.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome']
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]
/** Looked into besides PATH. */
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin']

/** Every place where one may lie on this system, the best first. */
export function listBrowserPlaces(platform, environment) {
  const chosen = environment.CHROME_PATH ? [environment.CHROME_PATH] : []
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(environment.HOME ? [join(environment.HOME, 'Applications')] : [])]
    return [
      ...chosen,
      ...folders.flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)),
    ]
  }
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].filter(Boolean)
    return [...chosen, ...roots.flatMap((folder) => WINDOWS_PROGRAMS.map((parts) => join(folder, ...parts)))]
  }
  const folders = [...new Set([...(environment.PATH ?? '').split(delimiter).filter(Boolean), ...LINUX_FOLDERS])]
  return [...chosen, ...PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)))]
}

/** The path of an installed browser, or undefined. */
export function findInstalledBrowser(platform = process.platform, environment = process.env) {
  return listBrowserPlaces(platform, environment).find(canRun)
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
