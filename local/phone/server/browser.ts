// Decides how phones run without a person: one page each in a headless Chromium.
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../find-browser'

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
]

/** A phone's page, and what it printed. */
export interface HeadlessPhone {
  page: Page
  messages: { type: string; text: string }[]
}

/** A headless browser for any number of phones. */
export class HeadlessBrowser {
  private constructor(private readonly browser: Browser) {}

  static async launch(executablePath: string | undefined): Promise<HeadlessBrowser> {
    return new HeadlessBrowser(
      await chromium.launch({ executablePath: executablePath ?? findBrowser(), args: SWITCHES }),
    )
  }

  async openPhone(url: string, width: number, height: number): Promise<HeadlessPhone> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: 2,
      hasTouch: true,
      locale: 'zh-CN',
    })
    const page = await context.newPage()
    const messages: HeadlessPhone['messages'] = []
    page.on('console', (message) => messages.push({ type: message.type(), text: message.text() }))
    page.on('pageerror', (error) => messages.push({ type: 'error', text: error.stack ?? error.message }))
    await page.goto(url)
    return { page, messages }
  }

  close(): Promise<void> {
    return this.browser.close()
  }
}
