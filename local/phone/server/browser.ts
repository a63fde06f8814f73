// Decides how phones run without a person: one page each in a headless Chromium.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { BROWSER_SWITCHES } from '../../../scripts/browser-switches.mjs'
import { findBrowser } from '../find-browser'

/** The address of a Chromium that runs already: phones come up in it, and it stays when they go. */
const RUNNING = 'BROWSER_ADDRESS'

/** A phone's page, and what it printed. */
export interface HeadlessPhone {
  page: Page
  messages: { type: string; text: string }[]
}

/** A headless browser for any number of phones. */
export class HeadlessBrowser {
  /** One for all phones, which keep their storage apart themselves: the scripts of the second are read already. */
  private context: Promise<BrowserContext> | undefined

  private constructor(private readonly browser: Browser) {}

  static async launch(executablePath: string | undefined): Promise<HeadlessBrowser> {
    // Loaded only here: it takes longer than all else, and a desk does without.
    const { chromium } = await import('playwright-core')
    const running = process.env[RUNNING]
    if (running && executablePath === undefined) return new HeadlessBrowser(await chromium.connect(running))
    return new HeadlessBrowser(
      await chromium.launch({
        executablePath: executablePath ?? findBrowser(),
        args: BROWSER_SWITCHES,
        // Whoever started the phones closes them; otherwise playwright ends the process before that.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      }),
    )
  }

  async openPhone(url: string, width: number, height: number): Promise<HeadlessPhone> {
    this.context ??= this.browser.newContext({ deviceScaleFactor: 2, hasTouch: true, locale: 'zh-CN' })
    const page = await (await this.context).newPage()
    await page.setViewportSize({ width, height })
    const messages: HeadlessPhone['messages'] = []
    page.on('console', (message) => messages.push({ type: message.type(), text: message.text() }))
    page.on('pageerror', (error) => messages.push({ type: 'error', text: error.stack ?? error.message }))
    await page.goto(url)
    return { page, messages }
  }

  /** Of a browser that ran before, only the phones go. */
  close(): Promise<void> {
    return this.browser.close()
  }
}

/** How long a phone may take to show its first page, also on a machine that does other things (ms). */
const PATIENCE = 180_000

/** A phone that cannot start says why instead of keeping one waiting. */
export async function failWhenLate({ page, messages }: HeadlessPhone): Promise<never> {
  await page.waitForTimeout(PATIENCE)
  const faults = messages.filter((message) => message.type === 'error').map((message) => message.text)
  throw new Error(`the phone did not start within ${PATIENCE / 1000} s\n${faults.join('\n')}`)
}

const FINITE_ANIMATIONS = `Promise.all([document.fonts.ready, ...document.getAnimations()
  .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
  .map((animation) => animation.finished.catch(() => undefined))]).then(() => undefined)`

/** Waits until fonts are there and everything that moves has come to its end, but what moves for ever. */
export async function waitForAnimations({ page }: HeadlessPhone): Promise<void> {
  await page.evaluate(FINITE_ANIMATIONS)
}
