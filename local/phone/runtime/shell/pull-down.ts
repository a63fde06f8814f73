// Decides how a page is pulled down to refresh.

/** How far a finger pulls before the page refreshes (px). */
const THRESHOLD = 50

/** The pull-down area of a page; does nothing until it is enabled. */
export class PullDown {
  onRefresh: (() => void) | undefined
  private readonly dots = document.createElement('div')
  /** Where the finger went down; undefined when it is up. */
  private startY: number | undefined
  private pulled = 0
  private active = false

  constructor(
    area: HTMLElement,
    private readonly scroller: HTMLElement,
  ) {
    this.dots.className = 'pull-down'
    this.dots.innerHTML = '<i></i><i></i><i></i>'
    area.prepend(this.dots)
    for (const type of ['touchstart', 'mousedown'] as const)
      scroller.addEventListener(type, (event) => this.press(event), { passive: true })
    for (const type of ['touchmove', 'mousemove'] as const)
      scroller.addEventListener(type, (event) => this.pull(event), { passive: true })
    for (const type of ['touchend', 'mouseup', 'mouseleave'] as const)
      scroller.addEventListener(type, () => this.release(), { passive: true })
  }

  /** Shows the area and tells the page, as wx.startPullDownRefresh does. */
  start(): void {
    if (this.active) return
    this.active = true
    this.move(THRESHOLD)
    this.onRefresh?.()
  }

  stop(): void {
    this.active = false
    this.move(0)
  }

  private press(event: TouchEvent | MouseEvent): void {
    this.startY = heightOf(event)
  }

  private pull(event: TouchEvent | MouseEvent): void {
    if (!this.onRefresh || this.active || this.startY === undefined || this.scroller.scrollTop > 0) return
    this.pulled = Math.max(0, (heightOf(event) - this.startY) / 2)
    this.move(Math.min(this.pulled, THRESHOLD * 1.5))
  }

  private release(): void {
    const far = this.pulled >= THRESHOLD
    this.startY = undefined
    if (this.pulled > 0 && !this.active) this.move(0)
    this.pulled = 0
    if (far) this.start()
  }

  private move(distance: number): void {
    this.scroller.style.marginTop = distance > 0 ? `${distance}px` : ''
    this.dots.classList.toggle('visible', distance > 0)
  }
}

function heightOf(event: TouchEvent | MouseEvent): number {
  return ('touches' in event ? event.touches[0]?.clientY : event.clientY) ?? 0
}
