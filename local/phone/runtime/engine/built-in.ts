// Decides how one of WeChat's own components is described, and what it can do with its element, data and events.
import { framework, type FrameworkComponent, type FrameworkElement } from './glass-easel'
import type { BackedElement } from './backed-element'
import type { ViewNode } from './view-node'
import type { AnimationStep } from '../api/animation'
import { playAnimation } from './play-animation'

type PropertyType = StringConstructor | NumberConstructor | BooleanConstructor | null
export type PropertySpec = PropertyType | { type: PropertyType; value: unknown }

/** One built-in component, and the phone it is a part of. */
export interface BuiltInOf<Phone> {
  tag: string
  properties: Record<string, PropertySpec>
  /** Called when the component is attached; everything it does starts here. */
  attach?(host: Host, phone: Phone): void
}

/** A control whose value a form collects. */
export interface FormField {
  read(): unknown
  reset(): void
}

/** Properties every component has: 「组件公共属性」 and 「无障碍访问」. */
const COMMON: Record<string, PropertySpec> = {
  hidden: Boolean,
  animation: null,
  ariaRole: null,
  ariaLabel: null,
  ariaHidden: null,
  ariaDisabled: null,
  ariaChecked: null,
  ariaSelected: null,
  ariaExpanded: null,
  ariaDescribedby: null,
  ariaLabelledby: null,
  ariaLevel: null,
  ariaLive: null,
  ariaAtomic: null,
  ariaModal: null,
  ariaOwns: null,
  ariaControls: null,
  ariaValuemin: null,
  ariaValuemax: null,
  ariaValuenow: null,
  ariaValuetext: null,
  ariaMultiselectable: null,
  ariaRequired: null,
  ariaInvalid: null,
  ariaHaspopup: null,
  ariaPosinset: null,
  ariaSetsize: null,
  ariaSort: null,
  ariaOrientation: null,
  ariaReadonly: null,
  ariaRoledescription: null,
  ariaPressed: null,
  ariaBusy: null,
  tabindex: null,
}

const hosts = new WeakMap<FrameworkElement, Host>()

/** The host of a built-in component's node, once attached. */
export function hostOf(node: FrameworkElement | undefined): Host | undefined {
  return node && hosts.get(node)
}

/** All properties a built-in takes. */
export function allProperties({ properties }: Pick<BuiltInOf<unknown>, 'properties'>): Record<string, PropertySpec> {
  return { ...COMMON, ...properties }
}

/** Starts a built-in that was just attached. */
export function attachHost<Phone>(builtIn: BuiltInOf<Phone>, component: FrameworkComponent, phone: Phone): Host {
  hosts.get(component)?.clear()
  const host = new Host(builtIn, component)
  hosts.set(component, host)
  host.reflectCommon()
  builtIn.attach?.(host, phone)
  return host
}

/** What a built-in component works with. */
export class Host {
  readonly element: HTMLElement
  readonly tag: string
  /** Set by form controls. */
  field?: FormField
  /** Set by controls a label can stand for. */
  activate?: () => void
  /** Functions the automator may call, e.g. `input.input`. */
  readonly actions: Record<string, (...args: never[]) => unknown> = {}
  private readonly watches: { names: string[]; seen: unknown[]; run: () => void }[] = []
  private readonly endings: (() => void)[] = []

  constructor(
    builtIn: Pick<BuiltInOf<unknown>, 'tag'>,
    readonly component: FrameworkComponent,
  ) {
    this.tag = builtIn.tag
    this.element = (component.getBackendElement() as unknown as ViewNode).dom as HTMLElement
  }

  /** A property's value. */
  get<T>(name: string): T {
    return (this.component.data as Record<string, T>)[name] as T
  }

  /** Runs now and whenever one of the properties changed. */
  watch(names: string[], run: () => void): void {
    this.watches.push({ names, seen: names.map((name) => this.get(name)), run })
    run()
  }

  /** Called by the framework after any property changed. */
  notice(): void {
    for (const watch of this.watches) {
      const now = watch.names.map((name) => this.get(name))
      if (now.every((value, index) => Object.is(value, watch.seen[index]))) continue
      watch.seen = now
      watch.run()
    }
  }

  /** Triggers a component event; these do not bubble. */
  emit(name: string, detail: unknown, options: { bubbles?: boolean } = {}): void {
    this.component.triggerEvent(name, detail, { bubbles: options.bubbles ?? false, composed: false })
  }

  /** Changes an own property as the user did; `model:` bindings follow. */
  assign(name: string, value: unknown): void {
    const proxy = framework.Component.getDataProxy(this.component)
    proxy.replaceDataOnPath([name], value)
    proxy.applyDataUpdates(false)
  }

  on(event: string, listener: (event: { detail: Record<string, unknown> }) => void): void {
    this.component.addListener(event, listener as never)
  }

  /** Runs when the user taps the component, unless it is disabled. */
  onTap(run: () => void): void {
    this.on('tap', () => {
      if (!(this.component.data as { disabled?: boolean }).disabled) run()
    })
  }

  onDetach(run: () => void): void {
    this.endings.push(run)
  }

  detach(): void {
    for (const end of this.endings.splice(0)) end()
  }

  /** Takes away what it drew itself: a component that comes back, e.g. into another slot, draws anew. */
  clear(): void {
    const isOwn = (child: BackedElement) =>
      child.__wxElement === undefined &&
      ![...child.querySelectorAll<BackedElement>('*')].some((each) => each.__wxElement)
    for (const child of [...this.element.children]) if (isOwn(child as BackedElement)) child.remove()
  }

  /** The nearest built-in ancestor with a tag, across component borders. */
  closest(tag: string): Host | undefined {
    const found = this.element.parentElement?.closest(`wx-${tag}`) as
      { __wxElement?: FrameworkElement } | null | undefined
    return hostOf(found?.__wxElement)
  }

  /** Built-in descendants with a tag that stand in the same component's template. */
  descendants(tag: string): Host[] {
    return this.builtInDescendants().filter((host) => host.tag === tag)
  }

  builtInDescendants(): Host[] {
    const nodes = [...this.element.querySelectorAll<HTMLElement & { __wxElement?: FrameworkElement }>('*')]
    const owner = this.component.ownerShadowRoot
    return nodes.flatMap((node) => {
      const host = node.__wxElement?.ownerShadowRoot === owner ? hostOf(node.__wxElement) : undefined
      return host ? [host] : []
    })
  }

  /** hidden and aria-* become attributes, so that styles and accessibility checks see them. */
  reflectCommon(): void {
    const names = Object.keys(COMMON).filter((name) => name !== 'animation')
    this.watch(['animation'], () => {
      const steps = this.get<{ actions?: AnimationStep[] } | null>('animation')?.actions
      if (steps) playAnimation(this.element, steps)
    })
    this.watch(names, () => {
      for (const name of names) {
        const value = this.get<unknown>(name)
        const attribute =
          name === 'ariaRole' ? 'role' : name.replace(/^aria(.*)$/, (_, rest: string) => `aria-${rest.toLowerCase()}`)
        if (value === null || value === undefined || value === '' || value === false)
          this.element.removeAttribute(attribute)
        else
          this.element.setAttribute(
            attribute,
            value === true ? '' : typeof value === 'object' ? '' : String(value as string),
          )
      }
    })
    this.tapStyle()
  }

  /** 「hover-class」: a class while the finger is down. */
  private tapStyle(): void {
    if (!('hoverClass' in this.component.data)) return
    const toggle = (on: boolean) => {
      const name = this.get<string>('hoverClass')
      if (name && name !== 'none' && !(this.component.data as { disabled?: boolean }).disabled) {
        this.component.toggleNodeClass(name, on)
      }
    }
    let timer = 0
    const later = (on: boolean, delay: number) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => toggle(on), delay)
    }
    this.on('touchstart', () => later(true, this.get<number>('hoverStartTime') || 0))
    const end = () => later(false, this.get<number>('hoverStayTime') || 0)
    this.on('touchend', end)
    this.on('touchcancel', end)
    this.onDetach(() => window.clearTimeout(timer))
  }
}

/** Properties of the components that show a press. */
export const HOVER = (stay: number): Record<string, PropertySpec> => ({
  hoverClass: { type: String, value: 'none' },
  hoverStopPropagation: Boolean,
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: stay },
})
