// Decides what a selector query measures: nodes of one component's template, relative to its page.
import { findDomElement, isComponent, type Caller, type FrameworkComponent, type FrameworkElement } from './glass-easel'
import type { BackedElement } from './backed-element'
import { findNodes } from './selector'
import { view } from './view-queue'

export interface QueryFields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}
type Result = Record<string, unknown>
type Done = (result: never) => void

/** 「SelectorQuery」. */
export class SelectorQuery {
  private readonly queue: { measure: () => unknown; done: Done | undefined }[] = []

  /** @param owner asked only when something is measured: until then `in` may name another */
  constructor(private owner: () => Caller | undefined) {}

  /** What is no component leaves the query where it was. */
  in(owner: unknown): this {
    const known = owner as Caller | undefined
    if (isComponent(known) || known?.['_$']) this.owner = () => known
    return this
  }

  select(selector: string): NodesRef {
    const { owner } = this
    return new NodesRef(this, (fields) => {
      const found = lookUp(owner(), selector)[0]
      return found ? measureNode(found, fields) : null
    })
  }

  selectAll(selector: string): NodesRef {
    const { owner } = this
    return new NodesRef(this, (fields) => lookUp(owner(), selector).map((node) => measureNode(node, fields)))
  }

  selectViewport(): NodesRef {
    const { owner } = this
    return new NodesRef(this, (fields) => {
      const known = owner()
      return known ? measureViewport(componentOf(known), fields) : null
    })
  }

  add(measure: () => unknown, done: Done | undefined): this {
    this.queue.push({ measure, done })
    return this
  }

  /** Measures in the view's turn: after the setData before it, before the setData after it. */
  exec(done?: (results: unknown[]) => void): this {
    const queue = this.queue.splice(0)
    let results: unknown[] = []
    view.post(() => {
      results = queue.map(({ measure }) => measure())
    })
    view.whenDrawn(() => {
      queue.forEach(({ done: one }, index) => typeof one === 'function' && one(results[index] as never))
      if (typeof done === 'function') done(results)
    })
    return this
  }
}

/** 「NodesRef」. */
export class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly measure: (fields: QueryFields) => unknown,
  ) {}

  fields(fields?: QueryFields, done?: Done): SelectorQuery {
    return this.query.add(() => this.measure(fields ?? {}), done)
  }

  boundingClientRect(done?: Done): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, done)
  }

  scrollOffset(done?: Done): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, done)
  }

  node(done?: Done): SelectorQuery {
    return this.fields({ node: true }, done)
  }

  context(done?: Done): SelectorQuery {
    return this.fields({ context: true }, done)
  }
}

/** A selector that is none finds nothing, and is told. */
function lookUp(owner: Caller | undefined, selector: unknown): FrameworkElement[] {
  if (!owner) return []
  try {
    return findNodes(componentOf(owner), String(selector))
  } catch (error) {
    console.warn((error as Error).message)
    return []
  }
}

function componentOf(caller: Caller): FrameworkComponent {
  return isComponent(caller) ? caller : (caller as unknown as { _$: FrameworkComponent })._$
}

function measureNode(node: FrameworkElement, fields: QueryFields): Result {
  const element = findDomElement(node)
  const result: Result = {}
  if (fields.id) result['id'] = node.id
  if (fields.dataset) result['dataset'] = node.dataset ?? {}
  if (fields.mark) result['mark'] = node.collectMarks()
  for (const name of fields.properties ?? []) result[name] = isComponent(node) ? (node.data as Result)[name] : undefined
  if (!element) return result
  const box = element.getBoundingClientRect()
  const origin = (element.closest('.page-area') ?? document.documentElement).getBoundingClientRect()
  const [left, top] = [box.left - origin.left, box.top - origin.top]
  if (fields.rect) Object.assign(result, { left, top, right: left + box.width, bottom: top + box.height })
  if (fields.size) Object.assign(result, { width: box.width, height: box.height })
  if (fields.scrollOffset) Object.assign(result, scrollOffset(element))
  if (fields.computedStyle) {
    const style = getComputedStyle(element)
    for (const name of fields.computedStyle)
      result[name] = style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  }
  if (fields.node) result['node'] = (element as CanvasHolder).canvasNode ?? {}
  if (fields.context) result['context'] = (element as ContextHolder).nodeContext ?? {}
  return result
}

/** Set by the canvas component. */
export interface CanvasHolder extends BackedElement {
  canvasNode?: object
}
/** Set by components that have a context object, such as scroll-view. */
export interface ContextHolder extends BackedElement {
  nodeContext?: object
}

function measureViewport(owner: FrameworkComponent, fields: QueryFields): Result {
  const element = findDomElement(owner)
  const scroller = element?.closest('wx-page')
  if (!(scroller instanceof HTMLElement)) return {}
  const result: Result = {}
  if (fields.id) result['id'] = ''
  if (fields.dataset) result['dataset'] = {}
  if (fields.rect)
    Object.assign(result, { left: 0, top: 0, right: scroller.clientWidth, bottom: scroller.clientHeight })
  if (fields.size) Object.assign(result, { width: scroller.clientWidth, height: scroller.clientHeight })
  if (fields.scrollOffset) Object.assign(result, scrollOffset(scroller))
  return result
}

function scrollOffset({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Result {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}
