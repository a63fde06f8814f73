// Decides what of the phone is WeChat's own: status bar, capsule, tab bar, home indicator.
import type { CompiledApp, TabBarItem, WindowConfig } from '../../bundle-format'
import type { Clock } from '../clock'
import type { Signals } from '../signals'
import type { PhoneState } from '../phone-state'
import { titleSize } from '../../phone-models'
import type { Metrics } from './metrics'
import { PageView } from './page-view'
import { Panels } from './panels'
import { drawCapsule, drawStatusIcons } from './drawings'
import { TabBar } from './tab-bar'
import componentsCss from '../components/components.css'
import phoneCss from './phone.css'

/** The phone's own furniture. */
export class Shell {
  onBack: () => void = () => undefined
  onHome: () => void = () => undefined
  onTab: (item: TabBarItem) => void = () => undefined
  onMenu: () => void = () => undefined
  readonly panels: Panels
  readonly tabBar: TabBar
  private readonly pages = document.createElement('div')
  private readonly time = document.createElement('b')
  private readonly faults = document.createElement('pre')
  private visible: PageView | undefined

  constructor(
    private readonly app: CompiledApp,
    private readonly clock: Clock,
    private readonly state: PhoneState,
    signals: Signals,
    readonly metrics: Metrics,
    interactive: boolean,
  ) {
    const style = document.createElement('style')
    style.textContent = phoneCss + componentsCss
    document.head.append(style)
    const layer = document.createElement('div')
    layer.className = 'panel-layer'
    this.panels = new Panels(layer, interactive)
    this.tabBar = new TabBar(
      app.app.tabBar,
      (value) => this.themed(value),
      (item) => this.onTab(item),
    )
    this.pages.className = 'pages'
    this.faults.className = 'faults'
    this.showFaults([])
    document.body.append(this.pages, this.tabBar.element, layer, ...this.drawFurniture(), this.faults)
    const { style: root } = document.documentElement
    root.setProperty('--status-bar', `${metrics.statusBar}px`)
    root.setProperty('--home-indicator', `${metrics.homeIndicator}px`)
    root.setProperty('--title-size', `${titleSize(state.fontScale)}px`)
    document.body.classList.toggle('with-button', metrics.homeIndicator === 0)
    this.applyTheme()
    signals.on('theme', () => this.applyTheme())
    signals.on('clock', () => this.drawTime())
    window.setInterval(() => this.drawTime(), 1000)
    window.addEventListener('resize', () => this.measure())
  }

  createPageView(path: string, config: WindowConfig, isTab: boolean): PageView {
    const view = new PageView(path, this.themedConfig(config), isTab)
    view.onBack(() => this.onBack())
    view.onHome(() => this.onHome())
    return view
  }

  /** Brings a page to the front. */
  showPage(view: PageView, canGoBack: boolean): void {
    for (const other of this.pages.children) (other as HTMLElement).classList.remove('visible')
    if (!view.element.isConnected) this.pages.append(view.element)
    view.element.classList.add('visible')
    this.visible = view
    const path = view.scroller.getAttribute('is') ?? ''
    view.showBack(canGoBack, !view.isTab && path !== this.app.pages[0])
    this.tabBar.show(view.isTab ? path : undefined)
    this.measure()
    this.drawPage(view)
  }

  /** Redraws what the page's settings decide outside of the page. */
  drawPage(view: PageView): void {
    view.drawBar()
    if (view !== this.visible) return
    document.body.classList.toggle('light-text', view.navigationBar.text === 'white')
  }

  /** Fills in theme.json's `@variables`. */
  themed(value: string | undefined): string | undefined {
    if (!value?.startsWith('@')) return value
    return this.app.theme[this.app.app.darkmode ? this.state.theme : 'light'][value.slice(1)] ?? value
  }

  /** The theme the app sees: without `darkmode` in app.json it is always light. */
  get theme(): 'light' | 'dark' {
    return this.app.app.darkmode ? this.state.theme : 'light'
  }

  /** Says what is wrong with an edit, above the page that stays; no faults take it away. */
  showFaults(faults: string[]): void {
    this.faults.hidden = faults.length === 0
    this.faults.textContent = faults.join('\n')
  }

  /** Asks yes or no, for the phone itself. */
  async confirm(content: string): Promise<boolean> {
    const { confirm } = await this.panels.modal({ content })
    return confirm
  }

  private applyTheme(): void {
    document.documentElement.dataset['theme'] = this.theme
    this.tabBar.draw()
  }

  /** Reads a page's colours again after the theme changed. */
  rethemePage(view: PageView, config: WindowConfig): void {
    const themed = this.themedConfig(config)
    Object.assign(view.navigationBar, {
      background: themed.navigationBarBackgroundColor ?? view.navigationBar.background,
      text: themed.navigationBarTextStyle ?? view.navigationBar.text,
    })
    if (themed.backgroundColor) view.setBackground(themed.backgroundColor)
    this.drawPage(view)
  }

  private themedConfig(config: WindowConfig): WindowConfig {
    const entries = Object.entries(config).map(([key, value]) => [
      key,
      typeof value === 'string' ? this.themed(value) : (value as unknown),
    ])
    return Object.fromEntries(entries) as WindowConfig
  }

  private measure(): void {
    const withTabBar = this.visible?.isTab === true && this.tabBar.isNative
    document.body.classList.toggle('with-tab-bar', withTabBar)
    const { homeIndicator, statusBar } = this.metrics
    this.visible?.measure(withTabBar ? 0 : homeIndicator, statusBar)
  }

  private drawFurniture(): HTMLElement[] {
    const status = document.createElement('div')
    status.className = 'status-bar'
    status.append(this.time)
    status.insertAdjacentHTML('beforeend', drawStatusIcons())
    const capsule = document.createElement('div')
    capsule.className = 'capsule'
    const { top, right, width, height } = this.metrics.capsule
    capsule.style.cssText = `top:${top}px;right:${right}px;width:${width}px;height:${height}px`
    capsule.innerHTML = drawCapsule()
    capsule.querySelector('.capsule-menu')?.addEventListener('click', () => this.onMenu())
    capsule.querySelector('.capsule-close')?.addEventListener('click', () => this.onHome())
    const home = document.createElement('div')
    home.className = 'home-indicator'
    home.hidden = this.metrics.homeIndicator === 0
    this.drawTime()
    return [status, capsule, home]
  }

  /** Beijing time, whatever the machine's own zone is. */
  private drawTime(): void {
    const format = new Intl.DateTimeFormat('zh-CN', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'Asia/Shanghai',
    })
    this.time.textContent = format.format(this.clock.now())
  }
}
