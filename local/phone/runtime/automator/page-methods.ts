// Decides the automator's Page.* methods.
import type { FrameworkElement } from '../engine/glass-easel'
import { findNodes } from '../engine/selector'
import type { PhoneParts } from '../phone-parts'
import type { PageInstance } from '../router/page-instance'
import { readPath, type ElementRegistry } from './elements'
import type { MethodTable, Parameters } from './methods'
import { findByXpath } from './xpath'

export function pageMethods({ router }: PhoneParts, elements: ElementRegistry): MethodTable {
  const page = ({ pageId }: Parameters): PageInstance => {
    const found = router.find(Number(pageId))
    if (!found) throw new Error('the page is destroyed')
    return found
  }
  const all = (parameters: Parameters): FrameworkElement[] =>
    findNodes(page(parameters).component, String(parameters['selector']))
  const allByXpath = (parameters: Parameters): FrameworkElement[] =>
    findByXpath(page(parameters).component, String(parameters['selector'] ?? parameters['xpath']))
  const first = (found: FrameworkElement[]) => {
    if (!found[0]) throw new Error('no such element')
    return elements.describe(found[0])
  }
  const list = (found: FrameworkElement[]) => ({ elements: found.map((node) => elements.describe(node)) })
  return {
    'Page.getElement': (parameters) => first(all(parameters)),
    'Page.getElements': (parameters) => list(all(parameters)),
    'Page.getElementByXpath': (parameters) => first(allByXpath(parameters)),
    'Page.getElementsByXpath': (parameters) => list(allByXpath(parameters)),
    'Page.getData': (parameters) => ({
      data: readPath(page(parameters).caller.data, parameters['path'] as string | undefined),
    }),
    'Page.setData': (parameters) => {
      page(parameters).caller.setData(parameters['data'] as Record<string, unknown>)
      return {}
    },
    'Page.callMethod': async (parameters) => ({ result: await callMethod(page(parameters).caller, parameters) }),
    'Page.getWindowProperties': (parameters) => ({
      properties: (parameters['names'] as string[]).map((name) => windowProperty(page(parameters), name)),
    }),
  }
}

/** Calls a method of a page or a component. @throws Error when there is none */
export function callMethod(caller: Record<string, unknown>, { method, args }: Parameters): unknown {
  const found = caller[String(method)]
  if (typeof found !== 'function') throw new Error(`${String(method)} is not a method`)
  return (found as (...args: unknown[]) => unknown).apply(caller, (args ?? []) as unknown[])
}

/** The client reads `document.documentElement.scrollTop` and the like: here the page's scroller stands for the document. */
function windowProperty({ view }: PageInstance, name: string): unknown {
  const key = name.split('.').at(-1) ?? ''
  if (name.startsWith('document.') || /^scroll/.test(key)) return view.scroller[key as keyof HTMLElement]
  return readPath(window, name)
}
