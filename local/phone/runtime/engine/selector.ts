// Decides which nodes a selector finds in a component's template: #id, .class, tag, attributes, descendants, >.
import { framework, isComponent, type FrameworkComponent, type FrameworkElement } from './glass-easel'

interface Step {
  relation: ' ' | '>' | '>>>'
  tests: ((node: FrameworkElement) => boolean)[]
}

const SIMPLE =
  /([#.]?)(-?[_a-zA-Z\u00a0-\uffff][-\w\u00a0-\uffff]*)|\[([-\w]+)(?:\s*=\s*["']?([^"'\]]*)["']?)?\]|\*|:nth-child\((\d+)\)|:first-child|:last-child/g

/**
 * Finds nodes in document order.
 * @param scope a component: its own template is searched; another node: what stands below it
 * @throws Error when the selector is not understood
 */
export function findNodes(scope: FrameworkElement, selector: string): FrameworkElement[] {
  const chains = selector.split(',').map(parseChain)
  const deep = chains.some((chain) => chain.some((step) => step.relation === '>>>'))
  const root = isAppComponent(scope) ? scope.getShadowRoot() : null
  const top = (root ?? scope) as FrameworkElement
  return listNodes(top, deep).filter((node) => chains.some((chain) => matchesChain(node, chain, chain.length - 1, top)))
}

/** Whether a node is a component of the mini program, not one of WeChat's own. */
export function isAppComponent(node: unknown): node is FrameworkComponent {
  return isComponent(node) && !node.is.startsWith('wx/')
}

function parseChain(text: string): Step[] {
  const steps: Step[] = []
  let relation: Step['relation'] = ' '
  for (const part of text
    .trim()
    .split(/\s+|(?<=[^>])(?=>)|(?<=>)(?=[^>])/)
    .filter(Boolean)) {
    if (part === '>' || part === '>>>') relation = part
    else {
      steps.push({ relation, tests: parseCompound(part) })
      relation = ' '
    }
  }
  if (steps.length === 0) throw new Error(`selector "${text}" is empty`)
  return steps
}

function parseCompound(text: string): Step['tests'] {
  const tests: Step['tests'] = []
  const rest = text.replace(
    SIMPLE,
    (match, mark: string, name: string, attribute: string, value: string | undefined, nth: string | undefined) => {
      if (match === '*') tests.push(() => true)
      else if (mark === '#') tests.push((node) => node.id === name)
      else if (mark === '.') tests.push((node) => node.class.split(/\s+/).includes(name))
      else if (attribute) tests.push((node) => matchesAttribute(node, attribute, value))
      else if (name) tests.push((node) => tagOf(node) === name)
      else if (match === ':last-child') tests.push((node) => siblings(node).at(-1) === node)
      else tests.push((node) => siblings(node)[nth === undefined ? 0 : Number(nth) - 1] === node)
      return ''
    },
  )
  if (rest) throw new Error(`selector "${text}" is not supported`)
  return tests
}

/** The tag as written in WXML. */
export function tagOf(node: FrameworkElement): string {
  if (framework.NativeNode.isNativeNode(node)) return node.is
  return (node as unknown as { tagName?: string }).tagName ?? ''
}

/** An attribute as written: id, class, data-*, or a component's property. */
export function readAttribute(node: FrameworkElement, name: string): unknown {
  if (name === 'id') return node.id
  if (name === 'class') return node.class
  if (name === 'style') return node.style
  if (name.startsWith('data-')) return node.dataset?.[camelCase(name.slice('data-'.length))]
  return isComponent(node) ? (node.data as Record<string, unknown>)[camelCase(name)] : undefined
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function matchesAttribute(node: FrameworkElement, name: string, value: string | undefined): boolean {
  const found = readAttribute(node, name)
  if (found === undefined || found === null) return false
  return value === undefined || String(found as string) === value
}

function matchesChain(node: FrameworkElement, chain: Step[], at: number, top: FrameworkElement): boolean {
  const step = chain[at]
  if (!step || !step.tests.every((test) => test(node))) return false
  if (at === 0) return true
  const across = step.relation === '>>>'
  for (let above = parentOf(node, top, across); above; above = parentOf(above, top, across)) {
    if (matchesChain(above, chain, at - 1, top)) return true
    if (step.relation === '>') return false
  }
  return false
}

/** Virtual nodes (wx:if, wx:for, block, slot) are not part of the tree a selector sees. */
function isReal(node: unknown): node is FrameworkElement {
  return framework.Element.isElement(node) && tagOf(node) !== '' && !framework.VirtualNode.isVirtualNode(node)
}

function parentOf(node: FrameworkElement, top: FrameworkElement, across: boolean): FrameworkElement | undefined {
  for (let above = stepUp(node, across); above && above !== top; above = stepUp(above, across))
    if (isReal(above)) return above
  return undefined
}

function stepUp(node: FrameworkElement, across: boolean): FrameworkElement | undefined {
  const above = node.parentNode as FrameworkElement | null
  if (above || !across) return above ?? undefined
  return (node as { getHostNode?(): FrameworkElement }).getHostNode?.()
}

/** Real nodes below a node, without entering other components' templates. */
export function childrenOf(node: FrameworkElement): FrameworkElement[] {
  return node.childNodes.flatMap((child) => {
    if (isReal(child)) return [child]
    return framework.Element.isElement(child) ? childrenOf(child) : []
  })
}

function siblings(node: FrameworkElement): FrameworkElement[] {
  let above = node.parentNode as FrameworkElement | null
  while (above?.parentNode && !isReal(above as unknown)) above = above.parentNode as FrameworkElement | null
  return above ? childrenOf(above) : [node]
}

function listNodes(top: FrameworkElement, deep: boolean): FrameworkElement[] {
  return childrenOf(top).flatMap((child) => {
    const inside =
      deep && isAppComponent(child) ? listNodes(child.getShadowRoot() as unknown as FrameworkElement, deep) : []
    return [child, ...inside, ...listNodes(child, deep)]
  })
}
