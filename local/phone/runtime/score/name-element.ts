// Decides how a report names an element: the components around it, its tag, its classes, the words in it.
import { findFrameworkElement, framework } from '../engine/glass-easel'
import { tagOf } from '../engine/selector'

const WORDS = 12

/** E.g. `today-guardian › child-card › text.name 「李雷」`. */
export function nameElement(element: Element): string {
  const node = findFrameworkElement(element)
  if (!node) return element.tagName.toLowerCase()
  const owners: string[] = []
  let host = node.ownerShadowRoot?.getHostNode()
  while (host) {
    const above = host.ownerShadowRoot?.getHostNode()
    // The page itself is named by the report.
    if (above) owners.unshift(tagOf(host) || host.is)
    host = above
  }
  const own = framework.Element.isElement(node) ? tagOf(node) : ''
  const classes = node.class.split(/\s+/).filter(Boolean)
  const id = node.id ? `#${node.id}` : ''
  const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ')
  const quoted = words ? ` 「${words.slice(0, WORDS)}${words.length > WORDS ? '…' : ''}」` : ''
  return [...owners, `${own}${id}${classes.map((name) => `.${name}`).join('')}`].join(' › ') + quoted
}

/** Whether somebody could see it, wherever the page is scrolled to. */
export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}
