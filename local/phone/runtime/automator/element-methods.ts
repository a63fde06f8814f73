// Decides the automator's Element.* methods.
import { hostOf } from '../engine/built-in'
import type { Finger, Gestures } from '../engine/gestures'
import { isComponent, type FrameworkElement } from '../engine/glass-easel'
import { childrenOf, findNodes, isAppComponent, readAttribute } from '../engine/selector'
import { readPath, type ElementRegistry } from './elements'
import type { MethodTable, Parameters } from './methods'
import { callMethod } from './page-methods'
import { findByXpath } from './xpath'

type TouchType = 'touchstart' | 'touchmove' | 'touchend'

export function elementMethods(elements: ElementRegistry, gestures: Gestures): MethodTable {
  const id = (parameters: Parameters) => String(parameters['elementId'])
  const node = (parameters: Parameters) => elements.find(id(parameters))
  const dom = (parameters: Parameters) => elements.findDom(id(parameters))
  const names = (parameters: Parameters) => parameters['names'] as string[]
  const first = (found: FrameworkElement[]) => {
    if (!found[0]) throw new Error('no such element')
    return elements.describe(found[0])
  }
  const list = (found: FrameworkElement[]) => ({ elements: found.map((one) => elements.describe(one)) })
  const touch = (type: TouchType) => (parameters: Parameters) => {
    const element = dom(parameters)
    const changed = fingers(
      element,
      (parameters['changedTouches'] ?? parameters['changeTouches'] ?? parameters['touches']) as
        Partial<Finger>[] | undefined,
    )
    gestures.play(
      element,
      type,
      changed,
      parameters['touches'] ? fingers(element, parameters['touches'] as Partial<Finger>[]) : changed,
    )
    return {}
  }
  return {
    'Element.getElement': (parameters) => first(below(node(parameters), String(parameters['selector']))),
    'Element.getElements': (parameters) => list(below(node(parameters), String(parameters['selector']))),
    'Element.getElementByXpath': (parameters) => first(findByXpath(node(parameters), String(parameters['selector']))),
    'Element.getElementsByXpath': (parameters) => list(findByXpath(node(parameters), String(parameters['selector']))),
    'Element.getDOMProperties': (parameters) => {
      const element = dom(parameters) as unknown as Record<string, unknown>
      return { properties: names(parameters).map((name) => element[name]) }
    },
    'Element.getProperties': (parameters) => ({
      properties: names(parameters).map((name) => property(node(parameters), name)),
    }),
    'Element.getAttributes': (parameters) => ({
      attributes: names(parameters).map(
        (name) => readAttribute(node(parameters), name) ?? dom(parameters).getAttribute(name),
      ),
    }),
    'Element.getStyles': (parameters) => {
      const style = getComputedStyle(dom(parameters))
      return { styles: names(parameters).map((name) => style.getPropertyValue(name)) }
    },
    'Element.getOffset': (parameters) => {
      const element = dom(parameters)
      const box = element.getBoundingClientRect()
      const scroller = element.closest('wx-page')
      const origin = (element.closest('.page-area') ?? document.documentElement).getBoundingClientRect()
      return {
        left: box.left - origin.left + (scroller?.scrollLeft ?? 0),
        top: box.top - origin.top + (scroller?.scrollTop ?? 0),
      }
    },
    'Element.getWXML': (parameters) => {
      const element = dom(parameters)
      const html = parameters['type'] === 'outer' ? element.outerHTML : element.innerHTML
      return { wxml: html.replace(/<(\/?)wx-/g, '<$1') }
    },
    'Element.tap': (parameters) => {
      const element = dom(parameters)
      const finger = fingers(element, undefined)
      gestures.play(element, 'touchstart', finger)
      gestures.play(element, 'touchend', finger)
      return {}
    },
    'Element.touchstart': touch('touchstart'),
    'Element.touchmove': touch('touchmove'),
    'Element.touchend': touch('touchend'),
    'Element.triggerEvent': (parameters) => {
      node(parameters).triggerEvent(String(parameters['type']), parameters['detail'] ?? {}, {
        bubbles: true,
        composed: true,
        capturePhase: true,
      })
      return {}
    },
    'Element.dispatchEvent': (parameters) => {
      const { eventName = parameters['type'], detail = {} } = parameters
      dom(parameters).dispatchEvent(new CustomEvent(String(eventName), { bubbles: true, detail }))
      node(parameters).triggerEvent(String(eventName), detail, { bubbles: true, composed: true, capturePhase: true })
      return {}
    },
    'Element.getData': (parameters) => ({
      data: readPath(elements.findCaller(id(parameters)).data, parameters['path'] as string | undefined),
    }),
    'Element.setData': (parameters) => {
      elements.findCaller(id(parameters)).setData(parameters['data'] as Record<string, unknown>)
      return {}
    },
    'Element.callMethod': async (parameters) => ({
      result: await callMethod(elements.findCaller(id(parameters)), parameters),
    }),
    'Element.callFunction': (parameters) => {
      const action = elements.findHost(id(parameters)).actions[String(parameters['functionName'])]
      if (!action) throw new Error(`${String(parameters['functionName'])} is not supported`)
      return { result: action(...((parameters['args'] ?? []) as never[])) }
    },
  }
}

/** A custom element is searched in its own template first, then in its slots; other elements below themselves. */
function below(scope: FrameworkElement, selector: string): FrameworkElement[] {
  const inside = findNodes(scope, selector)
  if (!isAppComponent(scope)) return inside
  const slotted = childrenOf(scope).flatMap((child) => {
    const found = findNodes(child, selector)
    return matchesItself(scope, child, selector) ? [child, ...found] : found
  })
  return [...inside, ...slotted.filter((node) => !inside.includes(node))]
}

function matchesItself(scope: FrameworkElement, child: FrameworkElement, selector: string): boolean {
  const owner = child.ownerShadowRoot?.getHostNode()
  return owner !== undefined && owner !== scope && findNodes(owner, selector).includes(child)
}

/** `__propPublic` asks which properties may be read. */
function property(node: FrameworkElement, name: string): unknown {
  const data = isComponent(node) ? (node.data as Record<string, unknown>) : {}
  if (name === '__propPublic') return Object.fromEntries(Object.keys(data).map((key) => [key, true]))
  if (name === '_translateX' || name === '_translateY') {
    const { m41 = 0, m42 = 0 } = new DOMMatrix(getComputedStyle(hostOf(node)?.element ?? document.body).transform)
    return name === '_translateX' ? m41 : m42
  }
  return data[name]
}

/** Fingers where the test says, otherwise one in the element's middle. */
function fingers(
  element: HTMLElement,
  given: Partial<Finger & { pageX: number; pageY: number }>[] | undefined,
): Finger[] {
  const box = element.getBoundingClientRect()
  const origin = (element.closest('.page-area') ?? document.documentElement).getBoundingClientRect()
  const middle = { clientX: box.left + box.width / 2 - origin.left, clientY: box.top + box.height / 2 - origin.top }
  return (given ?? [{}]).map(({ identifier = 0, clientX, clientY, pageX, pageY }) => ({
    identifier,
    clientX: (clientX ?? pageX ?? middle.clientX) + origin.left,
    clientY: (clientY ?? pageY ?? middle.clientY) + origin.top,
  }))
}
