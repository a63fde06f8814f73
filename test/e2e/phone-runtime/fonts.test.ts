// Decides that Chinese is read on a machine without any Chinese font, and that nobody else loads one.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../../../local/phone/find-browser'
import { startPhones, type Phones } from '../../../local/phone/start-phones'

const VIEWS = `<view class="one">家</view><view class="other">校</view><view class="named">家</view><view class="named-other">校</view>`
const SHEET =
  'view { width: 40px; height: 40px; font-size: 30px } .named, .named-other { font: 30px/1 Somewhere, serif }'

/** A font with icons only, from a package that is here anyway: Chromium needs some font to show anything, web fonts included. */
const ICONS = join(dirname(require.resolve('playwright-core/package.json')), 'lib', 'vite', 'traceViewer')

let folder: string
let phones: Phones
const browsers: Browser[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fonts-'))
  mkdirSync(join(folder, 'a'))
  const files = {
    'app.json': '{"pages":["a/a"]}',
    'app.js': '',
    'a/a.js': 'Page({})',
    'a/a.wxml': VIEWS,
    'a/a.wxss': SHEET,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  mkdirSync(join(folder, 'fonts'))
  for (const name of readdirSync(ICONS).filter((file) => file.endsWith('.ttf')))
    cpSync(join(ICONS, name), join(folder, 'fonts', name))
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir></fontconfig>`,
  )
  phones = await startPhones({ folder, phones: [{ id: 'p', openid: 'o' }] })
})
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await phones.close()
  rmSync(folder, { recursive: true })
})

async function open(env: Record<string, string>): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  browsers.push(browser)
  return browser.newPage()
}

/** Two elements look the same, to the pixel. */
async function lookAlike(page: Page, one: string, other: string): Promise<boolean> {
  const [first, second] = [await page.locator(one).screenshot(), await page.locator(other).screenshot()]
  return first.equals(second)
}

/** A slice of the font is asked for when its characters are drawn, and shown when it is there. */
async function differ(page: Page, one: string, other: string): Promise<void> {
  for (let left = 150; left > 0 && (await lookAlike(page, one, other)); left--) {
    // A whole frame: what is drawn piece by piece may stay blank in a browser that shows itself to nobody.
    await page.screenshot()
    await page.waitForTimeout(200)
  }
  expect(await lookAlike(page, one, other)).toBe(false)
}

it('given a machine without Chinese, then 家 and 校 are boxes in a plain page, and themselves on the phone', async () => {
  const page = await open({ FONTCONFIG_FILE: join(folder, 'fonts.conf') })
  const box = 'display:block;width:40px;height:40px;font:30px sans-serif'
  await page.setContent(`<b id="x" style="${box}">家</b><b id="y" style="${box}">校</b>`)
  expect(await lookAlike(page, '#x', '#y')).toBe(true)

  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.goto(`http://127.0.0.1:${phones.port}/frame/p`)
  await page.locator('.other').waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready')
  await differ(page, '.one', '.other')
  await differ(page, '.named', '.named-other')
  // Only the slices with these characters, of a hundred.
  const slices = loaded.filter((path) => path.endsWith('.woff2'))
  expect(slices.length).toBeGreaterThan(0)
  expect(slices.length).toBeLessThan(10)
})

it('given a machine with Chinese fonts, then nothing is loaded', async () => {
  const page = await open({})
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.goto(`http://127.0.0.1:${phones.port}/frame/p`)
  await page.locator('.other').waitFor()
  await page.waitForLoadState('networkidle')
  const hasFont = !(await lookAlike(page, '.one', '.other')) && !loaded.includes('/fonts/index.css')
  const needsFont = loaded.includes('/fonts/index.css')
  // A machine that runs this test may itself be without: then the first test says all there is to say.
  expect(hasFont || needsFont).toBe(true)
  expect(loaded.filter((path) => path.startsWith('/fonts/')).length > 0).toBe(needsFont)
})
