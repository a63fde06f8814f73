// Decides how WeChat's component framework is named in this runtime.
import * as adapter from 'glass-easel-miniprogram-adapter'
import type { BackedElement } from './backed-element'
import type { ViewNode } from './view-node'

export { adapter }
export const framework = adapter.glassEasel

export type FrameworkElement = adapter.glassEasel.Element
export type FrameworkComponent = adapter.glassEasel.GeneralComponent
export type FrameworkNode = adapter.glassEasel.Node

/** What app code knows as `this` in a page or a component. */
export interface Caller {
  data: Record<string, unknown>
  route?: string
  options?: Record<string, string>
  setData(data: Record<string, unknown>, done?: () => void): void
  [name: string]: unknown
}

/** Type guard for components, the app's and the built-in ones. */
export function isComponent(node: unknown): node is FrameworkComponent {
  return framework.Component.isComponent(node as FrameworkNode)
}

/** The nearest framework node at or above a DOM node. */
export function findFrameworkElement(node: EventTarget | null): FrameworkElement | undefined {
  for (let at = node as Node | null; at; at = at.parentNode) {
    const found = (at as BackedElement).__wxElement
    if (found) return found
  }
  return undefined
}

/** The DOM element of a framework node; for a virtual host, the first one inside it. */
export function findDomElement(node: FrameworkElement): HTMLElement | undefined {
  const own = (node.getBackendElement() as unknown as ViewNode | null)?.dom
  if (own?.nodeType === Node.ELEMENT_NODE) return own as HTMLElement
  const inner = isComponent(node) ? node.getShadowRoot() : null
  for (const child of (inner ?? node).childNodes) {
    const found = framework.TextNode.isTextNode(child) ? undefined : findDomElement(child as FrameworkElement)
    if (found) return found
  }
  return undefined
}
