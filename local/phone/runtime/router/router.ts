// Decides which pages are open: WeChat's page stack with its tab pages and its refusals.
import type { CompiledApp, TabBarItem } from '../../bundle-format'
import { ApiError } from '../api/define-api'
import { EMPTY_PAGE, type Root, type Space } from '../engine/space'
import { atWork } from '../engine/at-work'
import { taskTime } from '../score/task-time'
import type { Shell } from '../shell/shell'
import type { Signals } from '../signals'
import { EventChannel } from './event-channel'
import { PageInstance } from './page-instance'
import { formatUrl, parseUrl, type Target } from './url'

/** 「页面路由」: the stack holds at most ten pages. */
const STACK_LIMIT = 10

/** The page stack. */
export class Router {
  readonly stack: PageInstance[] = []
  private readonly tabPages = new Map<string, PageInstance>()
  private lastId = 0
  private running: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly app: CompiledApp,
    private readonly space: Space,
    private readonly shell: Shell,
    private readonly signals: Signals,
    private readonly loadUnit: (path: string) => void,
  ) {
    shell.onBack = () => void this.back(1, true)
    shell.onTab = (item) => void this.tapTab(item)
    shell.onHome = () => void this.reLaunch(`/${app.pages[0] ?? ''}`)
  }

  get current(): PageInstance {
    const page = this.stack.at(-1)
    if (!page) throw new Error('no page is open; the console says why')
    return page
  }

  get isEmpty(): boolean {
    return this.stack.length === 0
  }

  /** Finds an open page, also a tab page in the background. */
  find(id: number): PageInstance | undefined {
    return [...this.stack, ...this.tabPages.values()].find((page) => page.id === id)
  }

  isTab(path: string): boolean {
    return this.app.app.tabBar?.list.some((item) => item.pagePath === path) ?? false
  }

  /** Opens the first page. */
  launch(target: Target): void {
    const known = this.app.pages.includes(target.path)
    if (!known) this.signals.emit('pageNotFound', { ...target, isEntryPage: true })
    const first = known ? target : { path: this.app.pages[0] ?? '', query: {} }
    if (!known && !this.isEmpty) return
    this.push(first)
  }

  /**
   * Opens a page above.
   * @param events what the opener listens to, already while the page loads
   * @returns the opener's end of the channel
   */
  async navigateTo(url: string, events: Record<string, never> = {}): Promise<EventChannel> {
    const { opener, opened } = EventChannel.open()
    for (const [name, listener] of Object.entries(events)) opener.on(name, listener)
    await this.enqueue(() => {
      const target = this.resolve(url)
      if (this.isTab(target.path)) throw new ApiError('can not navigateTo a tabbar page')
      if (this.stack.length >= STACK_LIMIT) throw new ApiError(`page limit exceeded: ${STACK_LIMIT}`)
      this.current.hide()
      return this.push(target, opened)
    })
    return opener
  }

  redirectTo(url: string): Promise<PageInstance> {
    return this.enqueue(() => {
      const target = this.resolve(url)
      if (this.isTab(target.path)) throw new ApiError('can not redirectTo a tabbar page')
      this.pop()
      return this.push(target)
    })
  }

  reLaunch(url: string): Promise<PageInstance> {
    return this.enqueue(() => {
      const target = this.resolve(url)
      for (const page of new Set([...this.stack, ...this.tabPages.values()])) page.unload()
      this.stack.length = 0
      this.tabPages.clear()
      return this.push(target)
    })
  }

  switchTab(url: string): Promise<PageInstance> {
    return this.enqueue(() => {
      const { path } = this.resolve(url)
      if (!this.isTab(path)) throw new ApiError('can not switch to no-tabBar page')
      while (this.stack.length > 1) this.pop()
      const base = this.stack.at(0)
      if (base?.path === path) return this.reveal(base)
      if (base && this.tabPages.has(base.path)) {
        base.hide()
        this.stack.length = 0
      } else if (base) this.pop()
      const waiting = this.tabPages.get(path)
      if (!waiting) return this.push({ path, query: {} })
      this.stack.push(waiting)
      return this.reveal(waiting)
    })
  }

  /** @param asked true when a person pressed the arrow: then wx.enableAlertBeforeUnload is honoured */
  back(delta: number, asked = false): Promise<PageInstance> {
    return this.enqueue(async () => {
      const warning = asked ? this.current.alertBeforeLeaving : undefined
      if (warning && !(await this.shell.confirm(warning))) return this.current
      if (this.stack.length < 2) throw new ApiError('cannot navigate back at first page.')
      for (let left = Math.min(delta, this.stack.length - 1); left > 0; left -= 1) this.pop()
      return this.reveal(this.current)
    })
  }

  private async tapTab(item: TabBarItem): Promise<void> {
    const from = this.current
    const index = this.app.app.tabBar?.list.findIndex((known) => known.pagePath === item.pagePath) ?? 0
    const page = from.path === item.pagePath ? from : await this.switchTab(`/${item.pagePath}`)
    page.call('onTabItemTap', { index, pagePath: item.pagePath, text: item.text })
  }

  private resolve(url: string): Target {
    if (typeof url !== 'string' || url === '') throw new ApiError('url is required')
    const target = parseUrl(url, this.stack.at(-1)?.path)
    if (!this.app.pages.includes(target.path)) throw new ApiError(`page "${formatUrl(target)}" is not found`)
    return target
  }

  /** Routes run one after another, and never within the call that asked for them. */
  private enqueue(route: () => PageInstance | Promise<PageInstance>): Promise<PageInstance> {
    const end = atWork.begin()
    const next = this.running
      .then(() => new Promise((resolve) => setTimeout(resolve)))
      .then(() => {
        taskTime.act()
        return route()
      })
    this.running = next.catch(() => undefined).finally(end)
    return next
  }

  private push(target: Target, channel?: EventChannel): PageInstance {
    const { path } = target
    this.loadUnit(path)
    const tabBarUnit = this.isTab(path) ? this.app.customTabBar : undefined
    if (tabBarUnit) this.loadUnit(tabBarUnit)
    const unit = this.app.units[path]
    const config = { ...this.app.app.window, ...unit?.window }
    const view = this.shell.createPageView(path, config, this.isTab(path))
    const root = this.createRoot(target)
    const page = new PageInstance((this.lastId += 1), target, config, view, root, channel)
    this.stack.push(page)
    if (this.isTab(path)) this.tabPages.set(path, page)
    this.shell.showPage(page.view, this.stack.length > 1)
    page.load(this.space, tabBarUnit)
    page.show()
    return page
  }

  /** A page whose template cannot be drawn is told and empty: the app goes on. */
  private createRoot(target: Target): Root {
    try {
      return this.space.createRoot(formatUrl(target))
    } catch (error) {
      console.error(`${target.path}.wxml: ${(error as Error).message}`)
      reportError(error)
      return this.space.createRoot(EMPTY_PAGE)
    }
  }

  private reveal(page: PageInstance): PageInstance {
    this.shell.showPage(page.view, this.stack.length > 1)
    page.show()
    return page
  }

  private pop(): void {
    const page = this.stack.pop()
    if (!page) return
    this.tabPages.delete(page.path)
    page.unload()
  }
}
