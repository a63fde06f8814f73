// Decides what an XPath finds: the component's template is mirrored as XML and the browser evaluates the path on it.
import { isComponent, type FrameworkElement } from '../engine/glass-easel'
import { childrenOf, isAppComponent, readAttribute, tagOf } from '../engine/selector'

/** Finds nodes in a component's own template, in document order. */
export function findByXpath(scope: FrameworkElement, path: string): FrameworkElement[] {
  const mirror = document.implementation.createDocument(null, 'page')
  const originals = new Map<Node, FrameworkElement>()
  const copy = (node: FrameworkElement, parent: Element) => {
    const element = mirror.createElement(tagOf(node))
    originals.set(element, node)
    for (const name of ['id', 'class'])
      if (readAttribute(node, name)) element.setAttribute(name, String(readAttribute(node, name)))
    for (const [name, value] of Object.entries(node.dataset ?? {})) element.setAttribute(`data-${name}`, String(value))
    parent.append(element)
    const texts = node.childNodes
      .filter((child) => 'textContent' in child)
      .map((child) => (child as { textContent: string }).textContent)
    if (texts.length > 0) element.append(texts.join(''))
    for (const child of childrenOf(node)) copy(child, element)
  }
  const root =
    isComponent(scope) && isAppComponent(scope) ? (scope.getShadowRoot() as unknown as FrameworkElement) : scope
  for (const child of childrenOf(root)) copy(child, mirror.documentElement)
  const relative = path.startsWith('/') && !path.startsWith('//') ? path.replace(/^\/(page\/)?/, '') : path
  const result = mirror.evaluate(relative, mirror.documentElement, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
  return Array.from({ length: result.snapshotLength }, (_, index) =>
    originals.get(result.snapshotItem(index) as Node),
  ).filter((node) => node !== undefined)
}
