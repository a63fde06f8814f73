// Decides what the framework holds in its hands for a DOM node.
import type { BackedElement } from './backed-element'
import { isHeld, markNode } from './held-view'
import { view } from './view-queue'

/** The framework's backend element. */
export class ViewNode {
  /** For the framework's own look-up. */
  parentNode: ViewNode | null = null
  childNodes: ViewNode[] = []
  readonly tagName: string
  /** Tells whether the update that runs now made it. */
  readonly mark = markNode()
  readonly classList = {
    add: (name: string) => this.change((element) => element.classList.add(name)),
    remove: (name: string) => this.change((element) => element.classList.remove(name)),
  }

  /** @param dom the node in the document; a fragment has none */
  constructor(readonly dom: Node | undefined) {
    this.tagName = dom instanceof Element ? dom.tagName : ''
  }

  set __wxElement(node: NonNullable<BackedElement['__wxElement']>) {
    ;(this.dom as BackedElement).__wxElement = node
  }

  set id(value: string) {
    this.change((element) => {
      element.id = value
    })
  }

  set textContent(text: string) {
    if (isHeld(this.mark)) return
    view.post(() => {
      if (this.dom) this.dom.textContent = text
    })
  }

  setAttribute(name: string, value: unknown): void {
    this.change((element) => element.setAttribute(name, String(value)))
  }

  removeAttribute(name: string): void {
    this.change((element) => element.removeAttribute(name))
  }

  get nextSibling(): ViewNode | undefined {
    const siblings = this.parentNode?.childNodes ?? []
    return siblings[siblings.indexOf(this) + 1]
  }

  appendChild(child: ViewNode): void {
    this.insertBefore(child)
  }

  insertBefore(child: ViewNode, before?: ViewNode): void {
    const added = child.dom ? [child] : [...child.childNodes]
    for (const each of added) each.leave()
    const at = before ? this.childNodes.indexOf(before) : -1
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, ...added)
    for (const each of added) each.parentNode = this
    const { dom } = this
    view.post(() => {
      const place = before && findPlace(dom, before)
      for (const { dom: node } of added) {
        if (!node) continue
        // In a fragment it waits outside of the document.
        if (dom) dom.insertBefore(node, place ?? null)
        else node.parentNode?.removeChild(node)
      }
    })
  }

  removeChild(child: ViewNode): void {
    child.leave()
    const { dom } = this
    view.post(() => {
      if (child.dom && child.dom.parentNode === dom) dom?.removeChild(child.dom)
    })
  }

  replaceChild(child: ViewNode, old?: ViewNode): void {
    this.insertBefore(child, old)
    if (old) this.removeChild(old)
  }

  private leave(): void {
    const siblings = this.parentNode?.childNodes
    siblings?.splice(siblings.indexOf(this), 1)
    this.parentNode = null
  }

  private change(apply: (element: Element) => void): void {
    if (isHeld(this.mark)) return
    view.post(() => apply(this.dom as Element))
  }
}

/** What stands elsewhere, as a root-portal's content does, marks no place; what comes after it does. */
function findPlace(parent: Node | undefined, before: ViewNode): Node | undefined {
  for (let at: ViewNode | undefined = before; at; at = at.nextSibling)
    if (at.dom && at.dom.parentNode === parent) return at.dom
  return undefined
}
