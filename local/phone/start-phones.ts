// Decides how phones come up: compile once, serve, and, when headless, open each in a Chromium.
import { randomBytes } from 'node:crypto'
import type { PhoneSettings, Problem } from './bundle-format'
import { PHONE_MODELS, type PhoneSize } from './phone-models'
import type { RequestRules } from './server/app-requests'
import { failWhenLate, HeadlessBrowser, waitForAnimations, type HeadlessPhone } from './server/browser'
import { bundlePageScript } from './server/bundle-page-script'
import { controlPhone, readCloudTime } from './server/phone-control'
import { PhoneLine } from './server/phone-line'
import { renderPhonePage } from './server/phone-page'
import { startPhoneServer, type Route } from './server/phone-server'
import { inRepository } from './server/repository'
import { RunningApp } from './server/running-app'
import { restartPhones, watchApp, type Change } from './server/watch-app'
import type { ScoreReport } from './score-report'

export interface PhoneSpec {
  id: string
  openid: string
  /** First page, without a leading slash; app.json's first page by default. */
  path?: string
  /** `a=1&b=2` */
  query?: string
  /** `usual` by default. */
  size?: PhoneSize
  /** Other than the size's own (px). */
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
  /** True: what is edited comes to the phones at once; `onChange` is told of it. */
  watch?: boolean
  onChange?: (change: Change) => void
  /** What answers wx.request, uploadFile and downloadFile; without it they fail. */
  requests?: RequestRules
  /** Further pages of the same server, such as the desk. */
  routes?: Route[]
}

export interface Phones {
  port: number
  /** Address of the desk, when one is served. */
  desk: string
  /** WebSocket address of every phone, for miniprogram-automator. */
  automator: Record<string, string>
  readonly problems: Problem[]
  /** What a headless phone printed so far. */
  messages(id: string): { type: string; text: string }[]
  /** PNG of a headless phone, twice as large as its points. */
  screenshot(id: string): Promise<Buffer>
  /** Resolves when nothing is loading and nothing moves. */
  settle(id: string): Promise<void>
  setTheme(id: string, theme: 'dark' | 'light'): Promise<void>
  setFontScale(id: string, scale: number): Promise<void>
  /** Another phone under the same app, which starts again on its page. */
  setSize(id: string, size: PhoneSize): Promise<void>
  setOnline(id: string, online: boolean): Promise<void>
  /** What of the page in front is too wide, cut off or out of reach. */
  fit(id: string): Promise<string[]>
  /** What 体验评分 says of the page in front. */
  score(id: string): Promise<ScoreReport>
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
  line: PhoneLine
  headless?: HeadlessPhone
}

/**
 * Starts phones; see {@link Phones} for what they offer.
 * @throws Error with a clear sentence, and with everything closed again: no app, no browser, a port in use, a phone that does not start
 */
export async function startPhones(options: PhonesOptions): Promise<Phones> {
  const launching = options.headless ? HeadlessBrowser.launch(options.browserPath) : undefined
  try {
    return await openPhones(options, launching)
  } catch (error) {
    await launching?.then((browser) => browser.close()).catch(() => undefined)
    throw error
  }
}

async function openPhones(options: PhonesOptions, launching: Promise<HeadlessBrowser> | undefined): Promise<Phones> {
  const run = randomBytes(4).toString('hex')
  const phones = new Map<string, Phone>()
  const app = new RunningApp(options.folder, options.packages)
  const building = Promise.all([bundlePageScript(inRepository('local', 'phone', 'runtime', 'boot.ts')), app.compile()])
  const [browser, [runtime]] = await Promise.all([launching, building])

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
  const control = async (operation: Record<string, unknown>): Promise<unknown> =>
    operation['op'] === 'phone.list'
      ? { phones: list() }
      : controlPhone(find, (id, size) => result.setSize(id, size), operation)
  const list = () => [...phones.values()].map((phone) => phone.settings)
  const moveClocks = async (gatewayUrl: string) => {
    const now = await readCloudTime(gatewayUrl)
    const on = [...phones.values()].filter((phone) => phone.line.isConnected)
    await Promise.all(on.map((phone) => phone.line.request('Phone.setClock', { now })))
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
      scripts: () => ({ app: app.script, runtime }),
      findAsset: (path) => app.toDisk(path),
      control,
      requests: options.requests ?? {},
      onClockMoved: () => {
        if (options.gatewayUrl)
          moveClocks(options.gatewayUrl).catch((error: Error) =>
            console.warn(`the phones keep their time: ${error.message}`),
          )
      },
    },
    options.routes ?? [],
  )
  const origin = `http://127.0.0.1:${port}`
  const automator: Record<string, string> = {}

  const addPhone = async (spec: PhoneSpec): Promise<void> => {
    const { id, openid, path, query, size = 'usual', label = id, theme = 'light', fontScale = 1 } = spec
    const { width = PHONE_MODELS[size].width, height = PHONE_MODELS[size].height } = spec
    const settings: PhoneSettings = {
      id,
      openid,
      label,
      theme,
      fontScale,
      size,
      run,
      interactive: !options.headless,
      ...(path && { path }),
      ...(query && { query }),
    }
    const line = new PhoneLine({
      'App.captureScreenshot': async () => ({ data: (await screenshot(id)).toString('base64') }),
    })
    const phone: Phone = { settings, line }
    phones.set(id, phone)
    automator[id] = `ws://127.0.0.1:${port}/phone/${encodeURIComponent(id)}`
    if (!browser) return
    const opened = await browser.openPhone(`${origin}/frame/${encodeURIComponent(id)}`, width, height)
    phone.headless = opened
    await Promise.race([line.whenReady(), failWhenLate(opened)])
  }

  const result: Phones = {
    port,
    desk: `${origin}/desk`,
    automator,
    get problems() {
      return app.problems
    },
    messages: (id) => findHeadless(id).messages,
    screenshot,
    settle: async (id) => {
      const { line } = find(id)
      await line.request('Phone.rest', {})
      await waitForAnimations(findHeadless(id))
      // The end of a movement may be the beginning of something else.
      await line.request('Phone.rest', {})
    },
    setTheme: async (id, theme) => {
      const phone = find(id)
      phone.settings.theme = theme
      if (phone.line.isConnected) await phone.line.request('Phone.setTheme', { theme })
    },
    setFontScale: async (id, scale) => {
      find(id).settings.fontScale = scale
      await result.reload(id)
    },
    setSize: async (id, size) => {
      const { settings, headless, line } = find(id)
      settings.size = size
      const { width, height } = PHONE_MODELS[size]
      await headless?.page.setViewportSize({ width, height })
      await restartPhones([line])
    },
    setOnline,
    fit: async (id) => ((await find(id).line.request('Phone.fit')) as { faults: string[] }).faults,
    score: async (id) => (await find(id).line.request('Phone.score')) as ScoreReport,
    recompile: () => app.compile(),
    reload: async (id) => {
      await result.recompile()
      const { line, headless } = find(id)
      line.forgetReady()
      const ready = line.whenReady()
      if (headless) await headless.page.reload()
      if (headless) await ready
    },
    addPhone,
    list,
    close: async () => {
      watcher?.close()
      for (const { line } of phones.values()) line.close()
      await browser?.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  let watcher: { close(): void } | undefined
  try {
    await Promise.all(options.phones.map(addPhone))
    const lines = () => [...phones.values()].map((phone) => phone.line)
    if (options.watch) watcher = watchApp(app, lines, options.onChange ?? (() => undefined))
  } catch (error) {
    await result.close()
    throw error
  }
  return result
}
