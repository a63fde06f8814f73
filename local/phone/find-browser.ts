// Decides which Chromium the phones run in when nobody looks at them.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserType } from 'playwright-core'
import { findInstalledBrowser } from '../../scripts/browser-places.mjs'

/**
 * Finds an installed Chromium, Chrome or Edge; CHROME_PATH goes first, a browser that playwright downloaded last.
 * @throws Error with a sentence that says what to do when there is none
 */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { CHROME_PATH } = environment
  if (CHROME_PATH && !existsSync(CHROME_PATH)) {
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, but there is no such file`)
  }
  const installed = findInstalledBrowser(platform, environment)
  if (installed) return installed
  // Loaded only now: it is large.
  const { chromium } = createRequire(import.meta.url)('playwright-core') as { chromium: BrowserType }
  const downloaded = chromium.executablePath()
  if (existsSync(downloaded)) return downloaded
  throw new Error('No Chromium, Chrome or Edge found. Install one, or set CHROME_PATH to its executable.')
}
