// Decides what surrounds one page: its navigation bar and the area it scrolls in.
import type { WindowConfig } from '../../bundle-format'
import { PullDown } from './pull-down'

/** Colours and words a page shows above itself. */
export interface NavigationBar {
  title: string
  background: string
  /** `black` or `white`. */
  text: string
  loading: boolean
}

/** The DOM of one page. */
export class PageView {
  readonly element = document.createElement('div')
  /** The `page` element, which scrolls. */
  readonly scroller = document.createElement('wx-page')
  readonly pullDown: PullDown
  readonly navigationBar: NavigationBar
  readonly custom: boolean
  private readonly area = document.createElement('div')
  private readonly bar = document.createElement('div')

  constructor(
    path: string,
    readonly config: WindowConfig,
    readonly isTab: boolean,
  ) {
    this.custom = config.navigationStyle === 'custom'
    this.navigationBar = {
      title: config.navigationBarTitleText ?? '',
      background: config.navigationBarBackgroundColor ?? '#000000',
      text: config.navigationBarTextStyle ?? 'white',
      loading: false,
    }
    this.element.className = 'page-view'
    this.bar.className = 'page-navigation'
    this.bar.innerHTML =
      '<button class="page-back" aria-label="返回"></button><button class="page-home" aria-label="首页"></button><i class="page-loading"></i><b class="page-title"></b>'
    this.area.className = 'page-area'
    this.scroller.setAttribute('is', path)
    this.scroller.classList.toggle('no-scroll', config.disableScroll === true)
    this.area.append(this.scroller)
    this.element.append(...(this.custom ? [] : [this.bar]), this.area)
    this.pullDown = new PullDown(this.area, this.scroller)
    this.drawBar()
  }

  /** Lays the page out once it stands in the document. */
  measure(safeBottom: number, safeTop: number): void {
    const height = this.area.clientHeight
    this.area.style.setProperty('--page-vh', `${height / 100}px`)
    this.area.style.setProperty('--safe-area-inset-bottom', `${safeBottom}px`)
    this.area.style.setProperty('--safe-area-inset-top', `${this.custom ? safeTop : 0}px`)
  }

  get height(): number {
    return this.area.clientHeight
  }

  /** Where the page begins on the screen (px). */
  get top(): number {
    return this.area.getBoundingClientRect().top
  }

  showBack(visible: boolean, home: boolean): void {
    this.bar.classList.toggle('with-back', visible)
    this.bar.classList.toggle('with-home', home && !visible)
  }

  hideHome(): void {
    this.bar.classList.remove('with-home')
  }

  onBack(run: () => void): void {
    this.bar.querySelector('.page-back')?.addEventListener('click', run)
  }

  onHome(run: () => void): void {
    this.bar.querySelector('.page-home')?.addEventListener('click', run)
  }

  drawBar(): void {
    const { title, background, text, loading } = this.navigationBar
    const heading = this.bar.querySelector('.page-title')
    if (heading) heading.textContent = title
    this.bar.style.background = background
    this.bar.style.color = text === 'white' ? '#ffffff' : '#000000'
    this.bar.classList.toggle('loading', loading)
  }

  /** @param color drawn behind the page, where it does not reach */
  setBackground(color: string): void {
    this.area.style.backgroundColor = color
  }

  remove(): void {
    this.element.remove()
  }
}
