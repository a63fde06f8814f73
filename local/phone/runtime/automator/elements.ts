// Decides how the automator names elements and reads them.
import { hostOf, type Host } from '../engine/built-in'
import { findDomElement, isComponent, type Caller, type FrameworkElement } from '../engine/glass-easel'
import { isAppComponent, tagOf } from '../engine/selector'

export interface ElementDescriptor {
  elementId: string
  tagName: string
  nodeId?: string
}

/** Element ids for framework nodes, for one run of the phone. */
export class ElementRegistry {
  private readonly ids = new WeakMap<FrameworkElement, string>()
  private readonly nodes = new Map<string, FrameworkElement>()

  describe(node: FrameworkElement): ElementDescriptor {
    const id = this.ids.get(node) ?? `e${this.nodes.size + 1}`
    this.ids.set(node, id)
    this.nodes.set(id, node)
    return { elementId: id, tagName: tagOf(node), ...(isAppComponent(node) && { nodeId: id }) }
  }

  /** @throws Error when the element is unknown or gone */
  find(id: string): FrameworkElement {
    const node = this.nodes.get(id)
    if (!node) throw new Error('no such element')
    return node
  }

  findDom(id: string): HTMLElement {
    const element = findDomElement(this.find(id))
    if (!element?.isConnected) throw new Error('the element is no longer on the page')
    return element
  }

  findHost(id: string): Host {
    const host = hostOf(this.find(id))
    if (!host) throw new Error('not a built-in component')
    return host
  }

  findCaller(id: string): Caller {
    const node = this.find(id)
    if (!isComponent(node)) throw new Error('not a custom component')
    return node.getMethodCaller() as unknown as Caller
  }
}

/** Reads `a.b[0].c`. */
export function readPath(data: unknown, path: string | undefined): unknown {
  const keys = path ? path.split(/[.[\]]+/).filter(Boolean) : []
  return keys.reduce<unknown>(
    (value, key) => (value === null || value === undefined ? undefined : (value as Record<string, unknown>)[key]),
    data,
  )
}
