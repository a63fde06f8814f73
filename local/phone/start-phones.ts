// Decides how phones come up: compile once, serve, and, when headless, open each in a Chromium.
import { randomBytes } from 'node:crypto'
import type { PhoneSettings, Problem } from './bundle-format'
import { compileApp } from './compile/compile-app'
import { compileCached } from './compile/compile-cached'
import { readApiNames } from './server/api-names'
import { HeadlessBrowser, type HeadlessPhone } from './server/browser'
import { bundlePageScript } from './server/bundle-page-script'
import { PhoneLine } from './server/phone-line'
import { renderAppScript, renderPhonePage } from './server/phone-page'
import { startPhoneServer, type Route } from './server/phone-server'
import { inRepository } from './server/repository'

/** An iPhone with a home indicator (px). */
const WIDTH = 375
const HEIGHT = 812

export interface PhoneSpec {
  id: string
  openid: string
  /** First page, without a leading slash; app.json's first page by default. */
  path?: string
  /** `a=1&b=2` */
  query?: string
  width?: number
  height?: number
  /** Shown on the desk; the id by default. */
  label?: string
  theme?: 'light' | 'dark'
  /** `fontSizeScaleFactor`; 1 by default. */
  fontScale?: number
}

export interface PhonesOptions {
  /** The mini program: a folder with app.json, or with the project.config.json that names it. */
  folder: string
  phones: PhoneSpec[]
  /** Base URL of the cloud's gateway; without it wx.cloud fails as if the network were gone. */
  gatewayUrl?: string
  /** 0 (default) takes a free port. */
  port?: number
  /** True: phones run in a headless Chromium. False: they run where the desk is opened. */
  headless?: boolean
  browserPath?: string
  /** npm packages whose mini program files lie elsewhere than in node_modules: name → folder. */
  packages?: Record<string, string>
  /** Further pages of the same server, such as the desk. */
  routes?: Route[]
}

export interface Phones {
  port: number
  /** Address of the desk, when one is served. */
  desk: string
  /** WebSocket address of every phone, for miniprogram-automator. */
  automator: Record<string, string>
  problems: Problem[]
  /** What a headless phone printed so far. */
  messages(id: string): { type: string; text: string }[]
  /** PNG of a headless phone, twice as large as its points. */
  screenshot(id: string): Promise<Buffer>
  /** Resolves when nothing is loading and nothing moves. */
  settle(id: string): Promise<void>
  setTheme(id: string, theme: 'dark' | 'light'): Promise<void>
  setFontScale(id: string, scale: number): Promise<void>
  setOnline(id: string, online: boolean): Promise<void>
  /** Compiles again; phones that start from now on run the new code. */
  recompile(): Promise<void>
  /** Compiles again and starts the app of one phone anew. */
  reload(id: string): Promise<void>
  addPhone(spec: PhoneSpec): Promise<void>
  /** All phones, in the order they came. */
  list(): PhoneSettings[]
  close(): Promise<void>
}

interface Phone {
  settings: PhoneSettings
  width: number
  height: number
  line: PhoneLine
  headless?: HeadlessPhone
}

/** Starts phones; see {@link Phones} for what they offer. */
export async function startPhones(options: PhonesOptions): Promise<Phones> {
  const run = randomBytes(4).toString('hex')
  const phones = new Map<string, Phone>()
  const apiNames = readApiNames()
  const browser = options.headless ? HeadlessBrowser.launch(options.browserPath) : undefined
  const runtime = await bundlePageScript(inRepository('local', 'phone', 'runtime', 'boot.ts'))
  const { folder, packages } = options
  const compile = () => (packages ? compileApp(folder, packages) : compileCached(folder))
  let app = await compile()
  let appScript = renderAppScript(app.compiled, app.templates, apiNames)

  const find = (id: string): Phone => {
    const phone = phones.get(id)
    if (!phone) throw new Error(`there is no phone "${id}"`)
    return phone
  }
  const findHeadless = (id: string): HeadlessPhone => {
    const { headless } = find(id)
    if (!headless) throw new Error('pictures are taken only of headless phones: start with headless: true')
    return headless
  }
  const screenshot = (id: string) => findHeadless(id).page.screenshot({ animations: 'allow' })
  const setOnline = async (id: string, online: boolean) =>
    void (await find(id).line.request('Phone.setOnline', { online }))
  const readClock = async () => {
    const answer = await fetch(new URL('/control', options.gatewayUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"op":"clock.read"}',
    })
    const { now } = (await answer.json()) as { now: number | string }
    return typeof now === 'number' ? now : Date.parse(now)
  }
  const control = async ({ op, phone: id, ...value }: Record<string, unknown>): Promise<unknown> => {
    if (op === 'phone.list') return { phones: [...phones.values()].map((phone) => phone.settings) }
    const { line, settings } = find(String(id))
    if (op === 'phone.setTheme') settings.theme = value['theme'] === 'dark' ? 'dark' : 'light'
    if (op === 'phone.setFontScale') settings.fontScale = Number(value['scale'])
    const kind = PREPARED[String(op)]
    if (kind) return line.request('Phone.prepare', { kind, value: 'value' in value ? value['value'] : value })
    const method = SWITCHES[String(op)]
    if (!method) throw new Error(`unknown operation ${String(op)}`)
    return line.request(method, value)
  }

  const { server, port } = await startPhoneServer(
    {
      port: options.port ?? 0,
      gatewayUrl: options.gatewayUrl,
      renderPhone: (id) => {
        const phone = phones.get(id)
        return phone && renderPhonePage(phone.settings)
      },
      findLine: (id) => phones.get(id)?.line,
      scripts: () => ({ app: appScript, runtime }),
      findAsset: (path) => app.folder.toDisk(path),
      control,
      onClockMoved: () =>
        void readClock()
          .then((now) =>
            Promise.all(
              [...phones.values()]
                .filter((phone) => phone.line.isConnected)
                .map((phone) => phone.line.request('Phone.setClock', { now })),
            ),
          )
          .catch(() => undefined),
    },
    options.routes ?? [],
  )
  const origin = `http://127.0.0.1:${port}`
  const automator: Record<string, string> = {}

  const addPhone = async (spec: PhoneSpec): Promise<void> => {
    const { id, openid, path, query, width = WIDTH, height = HEIGHT, label = id, theme = 'light', fontScale = 1 } = spec
    const settings: PhoneSettings = {
      id,
      openid,
      label,
      theme,
      fontScale,
      run,
      interactive: !options.headless,
      ...(path && { path }),
      ...(query && { query }),
    }
    const line = new PhoneLine({
      'App.captureScreenshot': async () => ({ data: (await screenshot(id)).toString('base64') }),
    })
    const phone: Phone = { settings, width, height, line }
    phones.set(id, phone)
    automator[id] = `ws://127.0.0.1:${port}/phone/${encodeURIComponent(id)}`
    if (!browser) return
    const opened = await (await browser).openPhone(`${origin}/frame/${encodeURIComponent(id)}`, width, height)
    phone.headless = opened
    await Promise.race([line.whenReady(), failOnFault(opened)])
  }

  const result: Phones = {
    port,
    desk: `${origin}/desk`,
    automator,
    problems: app.compiled.problems,
    messages: (id) => findHeadless(id).messages,
    screenshot,
    settle: async (id) => settlePage(findHeadless(id)),
    setTheme: async (id, theme) => {
      const phone = find(id)
      phone.settings.theme = theme
      if (phone.line.isConnected) await phone.line.request('Phone.setTheme', { theme })
    },
    setFontScale: async (id, scale) => {
      find(id).settings.fontScale = scale
      await result.reload(id)
    },
    setOnline,
    recompile: async () => {
      app = await compile()
      appScript = renderAppScript(app.compiled, app.templates, apiNames)
      result.problems = app.compiled.problems
    },
    reload: async (id) => {
      await result.recompile()
      const { line, headless } = find(id)
      line.forgetReady()
      const ready = line.whenReady()
      if (headless) await headless.page.reload()
      if (headless) await ready
    },
    addPhone,
    list: () => [...phones.values()].map((phone) => phone.settings),
    close: async () => {
      for (const { line } of phones.values()) line.close()
      await (await browser)?.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  try {
    await Promise.all(options.phones.map(addPhone))
  } catch (error) {
    await result.close()
    throw error
  }
  return result
}

/** Control operations that put something into a phone's inbox. */
const PREPARED: Record<string, string> = {
  'phone.nextMedia': 'media',
  'phone.nextFile': 'files',
  'phone.nextScan': 'scans',
  'phone.nextSubscription': 'subscriptions',
  'phone.nextModal': 'modals',
  'phone.nextSheet': 'sheets',
}
const SWITCHES: Record<string, string> = {
  'phone.setTheme': 'Phone.setTheme',
  'phone.setOnline': 'Phone.setOnline',
  'phone.setFontScale': 'Phone.setFontScale',
  'phone.open': 'Phone.open',
  'phone.share': 'Phone.share',
  'phone.lastShare': 'Phone.lastShare',
}

/** A phone that cannot start says why instead of keeping one waiting. */
async function failOnFault({ page, messages }: HeadlessPhone): Promise<never> {
  const patience = 15_000
  await page.waitForTimeout(patience)
  const faults = messages.filter((message) => message.type === 'error').map((message) => message.text)
  throw new Error(`the phone did not start within ${patience / 1000} s\n${faults.join('\n')}`)
}

async function settlePage({ page }: HeadlessPhone): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(
    `Promise.all(document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => 0)))`,
  )
  await page.waitForTimeout(60)
  await page.waitForLoadState('networkidle')
}
