// Decides how a phone starts: its parts in their order, the app, and the first page.
import type { ApiNames } from '../api-names'
import type { CompiledApp, PhoneSettings } from '../bundle-format'
import { formatProblem } from '../compile/problems'
import { sharePage } from './api/sharing'
import { TempFiles } from './api/temp-files'
import { createWx } from './api/wx'
import { appMethods } from './automator/app-methods'
import { Connection } from './automator/connection'
import { elementMethods } from './automator/element-methods'
import { ElementRegistry } from './automator/elements'
import { pageMethods } from './automator/page-methods'
import { phoneMethods } from './automator/phone-methods'
import { Clock } from './clock'
import { BUILT_INS } from './components/all'
import { Gestures } from './engine/gestures'
import { Modules } from './engine/modules'
import { guardSetData } from './engine/set-data'
import { Space } from './engine/space'
import { guardCall, scriptRunner, writeText } from './engine/wxs-scripts'
import { runEventListener, wrapChangeListener } from './engine/wxs-descriptor'
import type { PhoneParts } from './phone-parts'
import type { PhoneState } from './phone-state'
import { resume } from './restart'
import { parseQuery } from './router/url'
import { Router } from './router/router'
import { findBoundFields } from './score/bound-fields'
import { ScoreKeeper } from './score/score-keeper'
import { taskTime } from './score/task-time'
import { addHanFont, ensureHanFont } from './shell/han-font'
import { measureFurniture } from './shell/metrics'
import { Shell } from './shell/shell'
import { Signals } from './signals'
import { watchFaults } from './watch-faults'

/** What the server puts into the page before this script. */
interface BootData {
  settings: PhoneSettings
  app: CompiledApp
  /** Compiled templates; they need WXS's own globals. */
  templates: (globals: Record<string, unknown>) => Record<string, (name: string) => unknown>
  apiNames: ApiNames
}

async function boot({ settings: given, app: compiledApp, templates, apiNames }: BootData): Promise<void> {
  const settings = resume(given)
  const app = ensureHanFont() ? { ...compiledApp, styles: mapSheets(compiledApp.styles) } : compiledApp
  const signals = new Signals()
  const clock = new Clock()
  const state: PhoneState = {
    ...{ theme: settings.theme, fontScale: settings.fontScale, online: true, privacyAgreed: false },
    permissions: {},
  }
  watchFaults(signals)
  taskTime.hearBrowser(document)
  const score = new ScoreKeeper(app, signals)
  await readCloudClock(clock)
  defineWxsTypeName()
  const wxsGlobals = {
    runScript: scriptRunner({
      getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
      getDate: (...args: []) => new clock.Date(...args),
    }),
    guardCall,
    writeText,
    wrapChangeListener,
    runEventListener,
  }
  const compiled = templates(wxsGlobals)
  const space = new Space(app, compiled, (element, type) => score.hearListener(element, type))
  const shell = new Shell(app, clock, state, signals, measureFurniture(settings.size), settings.interactive)
  const router: Router = new Router(app, space, shell, signals, (path) => modules.loadUnit(path))
  score.watch(router)
  const files = new TempFiles()
  const phone: PhoneParts = {
    settings,
    app,
    clock,
    signals,
    state,
    shell,
    router,
    score,
    inbox: { media: [], files: [], scans: [], subscriptions: [], modals: [], sheets: [] },
    wx: {},
    share: (from, target) => void sharePage(phone, files, from, target),
    fileAddress: (path) => files.address(path),
  }
  const wx = createWx(phone, files, apiNames)
  phone.wx = wx.table
  const modules = new Modules(app, space, clock, wx.table, score, () => router.stack.map((page) => page.caller))
  guardSetData(score, findBoundFields(app, compiled))
  space.defineBuiltIns(BUILT_INS, phone)
  const gestures = new Gestures(document)
  shell.onMenu = () => phone.share('menu')
  const elements = new ElementRegistry()
  const connection = new Connection(settings.id, {
    ...phoneMethods(phone),
    ...pageMethods(phone, elements),
    ...elementMethods(elements, gestures),
  })
  connection.add(appMethods(phone, wx, modules, (method, params) => connection.send(method, params)))
  startApp(phone, modules)
  connection.send('Phone.ready', { page: router.isEmpty ? '' : router.current.toString() })
}

function mapSheets(styles: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(styles).map(([path, css]) => [path, addHanFont(css)]))
}

function startApp({ app, settings, signals, router, shell }: PhoneParts, modules: Modules): void {
  for (const problem of app.problems) console.error(formatProblem(problem))
  runSafely(() => modules.start())
  const target = { path: settings.path ?? app.pages[0] ?? '', query: parseQuery(settings.query ?? '') }
  const options = { ...target, scene: 1001, referrerInfo: {} }
  const { app: instance } = modules
  signals.on('error', (message) => instance?.onError?.(message))
  signals.on('rejection', (event) => instance?.onUnhandledRejection?.(event))
  signals.on('theme', (event) => instance?.onThemeChange?.(event))
  signals.on('pageNotFound', (page) => instance?.onPageNotFound?.(page))
  runSafely(() => instance?.onLaunch?.(options))
  runSafely(() => instance?.onShow?.(options))
  signals.emit('appShow', options)
  runSafely(() => router.launch(target))
  window.addEventListener('resize', () => {
    const size = {
      windowWidth: window.innerWidth,
      windowHeight: router.current.view.height,
      screenWidth: window.innerWidth,
      screenHeight: window.innerHeight,
    }
    signals.emit('resize', { size })
    router.current.resize(size)
  })
  shell.tabBar.draw()
}

/** An error of the app is reported, and the phone goes on, as WeChat does. */
function runSafely(run: () => void): void {
  try {
    run()
  } catch (error) {
    reportError(error)
  }
}

/** The phone's clock is the cloud's; without a cloud it is the machine's. */
async function readCloudClock(clock: Clock): Promise<void> {
  const response = await fetch('/control', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ op: 'clock.read' }),
  }).catch(() => undefined)
  if (!response?.ok) return
  const { now } = (await response.json().catch(() => ({}))) as { now?: number | string }
  if (now !== undefined) clock.moveTo(typeof now === 'number' ? now : Date.parse(now))
}

/** In WXS the constructor of a value is the name of its type (see compile/rewrite-wxs.ts). */
function defineWxsTypeName(): void {
  Object.defineProperty(Object.prototype, 'wxsConstructor', {
    get(this: unknown) {
      return Object.prototype.toString.call(this).slice('[object '.length, -1)
    },
  })
}

void boot((window as unknown as { phoneBoot: BootData }).phoneBoot)
