// Decides when a node is seen: 「IntersectionObserver」, with the first call-back the browser gives.
import { findDomElement, isComponent, type Caller, type FrameworkComponent } from './glass-easel'
import { findNodes } from './selector'
import { view } from './view-queue'
import { taskTime } from '../score/task-time'

interface Margins {
  left?: number
  top?: number
  right?: number
  bottom?: number
}
interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

/** One observer of one component. */
export class PageIntersectionObserver {
  private readonly owner: FrameworkComponent
  private observer: IntersectionObserver | undefined
  private reference: string | undefined
  private margins: Margins = {}

  constructor(
    owner: Caller,
    private readonly options: ObserverOptions,
  ) {
    this.owner = isComponent(owner) ? owner : (owner as unknown as { _$: FrameworkComponent })._$
  }

  relativeTo(selector: string, margins: Margins = {}): this {
    this.reference = selector
    this.margins = margins
    return this
  }

  relativeToViewport(margins: Margins = {}): this {
    this.reference = undefined
    this.margins = margins
    return this
  }

  observe(selector: string, listener: (result: object) => void): void {
    view.whenDrawn(() => this.start(selector, listener))
  }

  disconnect(): void {
    this.observer?.disconnect()
  }

  private start(selector: string, listener: (result: object) => void): void {
    const targets = findNodes(this.owner, selector).slice(0, this.options.observeAll ? undefined : 1)
    const reference = this.reference ? findNodes(this.owner, this.reference)[0] : undefined
    const root = reference ? findDomElement(reference) : findDomElement(this.owner)?.closest('.page-area')
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.margins
    const thresholds = this.options.thresholds ?? [0]
    this.observer = new IntersectionObserver(
      (entries) => {
        taskTime.act()
        for (const { target, intersectionRatio, intersectionRect, boundingClientRect, rootBounds } of entries) {
          const node = targets.find((known) => findDomElement(known) === target)
          const rectangle = ({ left, top, right, bottom, width, height }: DOMRectReadOnly) => ({
            left,
            top,
            right,
            bottom,
            width,
            height,
          })
          listener({
            id: node?.id ?? '',
            dataset: node?.dataset ?? {},
            intersectionRatio,
            intersectionRect: rectangle(intersectionRect),
            boundingClientRect: rectangle(boundingClientRect),
            relativeRect: rootBounds ? rectangle(rootBounds) : null,
            time: Date.now(),
          })
        }
      },
      { root: root ?? null, rootMargin: `${top}px ${right}px ${bottom}px ${left}px`, threshold: thresholds },
    )
    for (const target of targets) {
      const element = findDomElement(target)
      if (element) this.observer.observe(element)
    }
  }
}
