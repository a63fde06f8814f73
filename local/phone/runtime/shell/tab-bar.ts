// Decides how WeChat's own tab bar looks; a custom one leaves it out.
import type { TabBarConfig, TabBarItem } from '../../bundle-format'

type Mark = { badge?: string; dot?: boolean }

/** The native tab bar at the foot of tab pages. */
export class TabBar {
  readonly element = document.createElement('div')
  private readonly marks = new Map<number, Mark>()
  private active: string | undefined
  private hidden = false

  constructor(
    private readonly config: TabBarConfig | undefined,
    private readonly themed: (value: string | undefined) => string | undefined,
    onTap: (item: TabBarItem) => void,
  ) {
    this.element.className = 'tab-bar'
    this.element.addEventListener('click', (event) => {
      const index = [...this.element.children].findIndex((child) => child.contains(event.target as Node))
      const item = config?.list[index]
      if (item) onTap(item)
    })
  }

  get isNative(): boolean {
    return this.config !== undefined && this.config.custom !== true && !this.hidden
  }

  /** @param path the tab page in front, or undefined */
  show(path: string | undefined): void {
    this.active = path
    this.draw()
  }

  setHidden(hidden: boolean): void {
    this.hidden = hidden
    this.draw()
  }

  setMark(index: number, mark: Mark): void {
    this.marks.set(index, { ...this.marks.get(index), ...mark })
    this.draw()
  }

  draw(): void {
    const { config } = this
    this.element.hidden = !this.isNative || this.active === undefined
    if (!config || this.element.hidden) return
    this.element.style.backgroundColor = this.themed(config.backgroundColor) ?? '#ffffff'
    this.element.dataset['border'] = this.themed(config.borderStyle) ?? 'black'
    this.element.replaceChildren(...config.list.map((item, index) => this.drawItem(config, item, index)))
  }

  private drawItem(config: TabBarConfig, item: TabBarItem, index: number): HTMLElement {
    const selected = item.pagePath === this.active
    const button = document.createElement('button')
    button.style.color = this.themed(selected ? config.selectedColor : config.color) ?? ''
    const icon = this.themed(selected ? (item.selectedIconPath ?? item.iconPath) : item.iconPath)
    if (icon) {
      const image = document.createElement('img')
      image.src = `/app/${icon.replace(/^\//, '')}`
      image.alt = ''
      button.append(image)
    }
    const label = document.createElement('span')
    label.textContent = item.text
    button.append(label)
    const mark = this.marks.get(index)
    if (mark?.badge || mark?.dot) {
      const badge = document.createElement('em')
      badge.textContent = mark.badge ?? ''
      badge.className = mark.badge ? 'badge' : 'dot'
      button.append(badge)
    }
    return button
  }
}
