// Decides that the tests of one run draw their phones in one browser, which ends with the run.
import buildOnce from '../../scripts/build-once.mjs'
import { BROWSER_SWITCHES } from '../../scripts/browser-switches.mjs'
import { findBrowser } from '../../scripts/find-or-install-browser.mjs'

/** Builds, and starts the browser; against DevTools none is needed. */
export default async function shareBrowser() {
  await buildOnce()
  if (process.env.AUTOMATOR) return
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launchServer({ executablePath: await findBrowser(), args: BROWSER_SWITCHES })
  process.env.BROWSER_ADDRESS = browser.wsEndpoint()
  globalThis.sharedBrowser = browser
}
