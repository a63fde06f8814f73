// Decides how a page is pulled down to refresh.

/** How far a finger pulls before the page refreshes (px). */
const THRESHOLD = 50

/** The pull-down area of a page; does nothing until it is enabled. */
export class PullDown {
  onRefresh: (() => void) | undefined
  private readonly dots = document.createElement('div')
  private startY = 0
  private pulled = 0
  private active = false

  constructor(
    area: HTMLElement,
    private readonly scroller: HTMLElement,
  ) {
    this.dots.className = 'pull-down'
    this.dots.innerHTML = '<i></i><i></i><i></i>'
    area.prepend(this.dots)
    scroller.addEventListener('touchstart', (event) => (this.startY = event.touches[0]?.clientY ?? 0), {
      passive: true,
    })
    scroller.addEventListener('touchmove', (event) => this.pull(event), { passive: true })
    scroller.addEventListener('touchend', () => this.release(), { passive: true })
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

  private pull(event: TouchEvent): void {
    if (!this.onRefresh || this.active || this.scroller.scrollTop > 0) return
    this.pulled = Math.max(0, ((event.touches[0]?.clientY ?? 0) - this.startY) / 2)
    this.move(Math.min(this.pulled, THRESHOLD * 1.5))
  }

  private release(): void {
    const far = this.pulled >= THRESHOLD
    if (this.pulled > 0 && !this.active) this.move(0)
    this.pulled = 0
    if (far) this.start()
  }

  private move(distance: number): void {
    this.scroller.style.marginTop = distance > 0 ? `${distance}px` : ''
    this.dots.classList.toggle('visible', distance > 0)
  }
}
