// Decides what one open page is, and when its life cycle functions run.
import type { WindowConfig } from '../../bundle-format'
import type { Caller, FrameworkComponent } from '../engine/glass-easel'
import type { Root, Space } from '../engine/space'
import { view } from '../engine/view-queue'
import type { PageView } from '../shell/page-view'
import type { EventChannel } from './event-channel'
import { formatUrl, type Target } from './url'

/** 「页面配置」: distance from the bottom at which onReachBottom comes (px). */
const REACH_BOTTOM_DISTANCE = 50

/** One page on the stack, or a tab page waiting beside it. */
export class PageInstance {
  readonly caller: Caller
  readonly component: FrameworkComponent
  /** Set by wx.enableAlertBeforeUnload. */
  alertBeforeLeaving: string | undefined
  tabBar: Root | undefined
  readonly openedAt = performance.now()
  private ready = false
  private shown = false
  private atBottom = false

  constructor(
    readonly id: number,
    readonly target: Target,
    readonly config: WindowConfig,
    readonly view: PageView,
    private readonly root: Root,
    /** To the page that opened this one by navigateTo. */
    private readonly channel?: EventChannel,
  ) {
    this.caller = root.caller
    this.component = root.component
    this.caller['__page'] = this
    this.caller.route = target.path
    this.caller.options = target.query
    // A page that was opened in another way gets an empty object there: api-typings, issue 350.
    this.caller['getOpenerEventChannel'] = () => this.channel ?? {}
    this.caller['getPageId'] = () => `pageId:${this.id}`
    this.caller['getTabBar'] = () => this.tabBar?.caller
  }

  get path(): string {
    return this.target.path
  }

  /** Attaches the page and its tab bar, then runs onLoad. */
  load(space: Space, tabBarUnit: string | undefined): void {
    this.root.attach(this.view.scroller)
    if (tabBarUnit) {
      this.tabBar = space.createRoot(tabBarUnit)
      // Inside the page, so that what `page` sets in the sheets (custom properties, fonts) reaches the bar.
      this.tabBar.attach(this.view.scroller)
    }
    this.call('onLoad', this.target.query)
    if (this.config.enablePullDownRefresh) this.view.pullDown.onRefresh = () => this.call('onPullDownRefresh')
    this.view.scroller.addEventListener('scroll', () => this.onScroll(), { passive: true })
  }

  show(): void {
    if (this.shown) return
    this.shown = true
    this.call('onShow')
    this.component.triggerPageLifetime('show', [])
    this.tabBar?.component.triggerPageLifetime('show', [])
    if (this.ready) return
    this.ready = true
    view.whenDrawn(() => this.call('onReady'))
  }

  hide(): void {
    if (!this.shown) return
    this.shown = false
    this.call('onHide')
    this.component.triggerPageLifetime('hide', [])
    this.tabBar?.component.triggerPageLifetime('hide', [])
  }

  unload(): void {
    this.call('onUnload')
    this.channel?.close()
    this.tabBar?.release()
    this.root.release()
    this.view.remove()
  }

  resize(size: unknown): void {
    this.call('onResize', { size })
    this.component.triggerPageLifetime('resize', [{ size }])
  }

  /** Calls a life cycle function if the page has it. */
  call(name: string, ...args: unknown[]): unknown {
    const handler = this.caller[name]
    if (typeof handler !== 'function') return undefined
    try {
      return (handler as (...args: unknown[]) => unknown).apply(this.caller, args)
    } catch (error) {
      reportError(error)
      return undefined
    }
  }

  toString(): string {
    return formatUrl(this.target)
  }

  private onScroll(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.view.scroller
    this.call('onPageScroll', { scrollTop })
    const distance = this.config.onReachBottomDistance ?? REACH_BOTTOM_DISTANCE
    const atBottom = scrollTop + clientHeight >= scrollHeight - distance
    if (atBottom && !this.atBottom) this.call('onReachBottom')
    this.atBottom = atBottom
  }
}
