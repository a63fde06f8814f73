// Decides what WXS may do with the view: 「WXS 响应事件」, event listeners and change:prop with their ComponentDescriptor.
import { nodeOf, toAppEvent, type FrameworkEvent } from './app-event'
import { convertInlineStyle } from './backend'
import { findDomElement, isComponent, type Caller, type FrameworkComponent, type FrameworkElement } from './glass-easel'
import { findNodes } from './selector'
import { view } from './view-queue'

type Descriptor = Record<string, unknown>
type WxsFunction = (...args: unknown[]) => unknown

const descriptors = new WeakMap<FrameworkElement, Descriptor>()

/** Wraps a change:prop listener; the template engine calls it with host and element. */
export function wrapChangeListener(listener: WxsFunction): WxsFunction {
  return (now, before, host, element) => {
    const run = () => listener(now, before, describe(host as FrameworkComponent), describe(element as FrameworkElement))
    // WXS lives in the view: it hears of a change when it is drawn, and may measure it.
    view.whenDrawn(run)
  }
}

/** Runs an event listener: WXS functions get descriptors, the app's methods get the event. */
export function runEventListener(caller: Caller, event: FrameworkEvent, listener: WxsFunction): unknown {
  const told = toAppEvent(event)
  if (isMethod(caller, listener)) return listener.call(caller, told)
  const target = nodeOf(event.currentTarget)
  const owner = nodeOf(caller)
  return listener({ ...told, instance: target && describe(target) }, owner && describe(owner))
}

/** Data holds no functions: what is not a method of the component comes from WXS. */
function isMethod(caller: Caller, listener: WxsFunction): boolean {
  for (const name in caller) if (caller[name] === listener) return true
  return false
}

/** 「ComponentDescriptor」; one for each node, with its state. */
function describe(node: FrameworkElement): Descriptor {
  const known = descriptors.get(node)
  if (known) return known
  const state: Record<string, unknown> = {}
  const element = () => findDomElement(node)
  const find = (selector: string) => findNodes(node, selector).map(describe)
  const toggle = (name: string, on: boolean) => node.toggleNodeClass(name, on)
  const descriptor: Descriptor = {
    getState: () => state,
    getDataset: () => node.dataset ?? {},
    selectComponent: (selector: string) => find(selector)[0] ?? null,
    selectAllComponents: find,
    setStyle: (style: string | Record<string, string>) => applyStyle(element(), style),
    addClass: (name: string) => toggle(name, true),
    removeClass: (name: string) => toggle(name, false),
    hasClass: (name: string) => node.class.split(/\s+/).includes(name),
    getComputedStyle: (names: string[]) => {
      const target = element()
      const style = target && getComputedStyle(target)
      return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']))
    },
    getBoundingClientRect: () => element()?.getBoundingClientRect().toJSON() as unknown,
    callMethod: (name: string, argument: unknown) => {
      const caller = isComponent(node) ? (node.getMethodCaller() as unknown as Caller) : undefined
      const method = caller?.[name]
      if (typeof method === 'function') (method as WxsFunction).call(caller, argument)
    },
    triggerEvent: (name: string, detail: unknown) => node.triggerEvent(name, detail, {}),
    requestAnimationFrame: (run: () => void) => window.requestAnimationFrame(run),
    setTimeout: (run: () => void, delay: number) => window.setTimeout(run, delay),
    clearTimeout: (id: number) => window.clearTimeout(id),
  }
  descriptors.set(node, descriptor)
  return descriptor
}

function applyStyle(element: HTMLElement | undefined, style: string | Record<string, string>): void {
  if (!element) return
  const text =
    typeof style === 'string'
      ? style
      : Object.entries(style)
          .map(([name, value]) => `${name}:${value}`)
          .join(';')
  const parsed = document.createElement('i').style
  parsed.cssText = convertInlineStyle(text)
  for (const name of parsed) element.style.setProperty(name, parsed.getPropertyValue(name))
}
