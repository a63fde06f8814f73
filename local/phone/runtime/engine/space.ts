// Decides how the compiled mini program and WeChat's own components come into the framework.
import type { CompiledApp } from '../../bundle-format'
import { BUILT_IN_TAGS } from '../../built-in-tags'
import { PhoneBackend } from './backend'
import { allProperties, attachHost, hostOf, type BuiltInOf } from './built-in'
import { adapter, framework, isComponent, type Caller, type FrameworkComponent } from './glass-easel'
import { isScoped, ISOLATIONS } from '../../style-isolation'
import { isHeld } from './held-view'
import { ViewNode } from './view-node'
import { view } from './view-queue'

type Templates = Record<string, (name: string) => unknown>
export type ComponentEnvironment = adapter.ComponentEnv
type CodeSpace = ReturnType<adapter.MiniProgramEnv['createCodeSpace']>

/** The framework with one mini program in it. */
export class Space {
  readonly code: CodeSpace
  private readonly backend: ReturnType<adapter.MiniProgramEnv['associateBackend']>

  /** @param onListener told of every event an element is listened to for */
  constructor(
    private readonly app: CompiledApp,
    templates: Templates,
    onListener: (element: Element, type: string) => void,
  ) {
    const environment = new adapter.MiniProgramEnv()
    this.code = environment.createCodeSpace('', true)
    const tags = new Set(
      Object.values(app.units).flatMap((unit) => [...Object.keys(unit.using), ...Object.keys(unit.generics)]),
    )
    const context = new PhoneBackend((tag) => tags.has(tag) || tag === ROOT_TAG, onListener)
    this.backend = environment.associateBackend(context)
    // A component's property may be called like something every node has, such as `dataset`.
    this.code.getComponentSpace().updateComponentOptions({ writeFieldsToNode: false })
    this.code.setOverallBehavior(readyBehavior(this.code))
    reportWarnings()
    this.code.componentEnv(EMPTY_PAGE, ({ Page }) => Page({}))
    const { units, styles } = app
    this.code.addStyleSheet('app', 'app')
    this.backend.registerStyleSheetContent('app', styles['app'] ?? '')
    for (const unit of Object.values(units)) {
      this.code.addComponentStaticConfig(unit.path, {
        component: unit.component,
        usingComponents: Object.fromEntries(Object.entries(unit.using).map(([tag, path]) => [tag, `/${path}`])),
        componentGenerics: mapGenerics(unit.generics),
        componentPlaceholder: unit.placeholders,
        styleIsolation: unit.styleIsolation as never,
        ...(unit.pureDataPattern && { pureDataPattern: unit.pureDataPattern }),
      })
      const content = templates[unit.path]
      if (content) this.code.addCompiledTemplate(unit.path, { groupList: templates, content } as never)
      const sheet = styles[unit.path]
      if (sheet !== undefined) this.backend.registerStyleSheetContent(unit.path, sheet)
      if (sheet !== undefined || unit.scope)
        this.code.addStyleSheet(unit.path, sheet === undefined ? undefined : unit.path, unit.scope)
    }
  }

  /**
   * 「组件样式隔离」: takes what a script's options say; the unit's JSON goes first. Must come before the unit is defined.
   * @param options the `options` of Page() or Component()
   */
  isolate(path: string, options: unknown): void {
    const unit = this.app.units[path]
    if (!unit || unit.styleIsolation) return
    const { styleIsolation, addGlobalClass } = (options ?? {}) as Record<string, unknown>
    const usual = unit.component ? (addGlobalClass ? 'apply-shared' : 'isolated') : 'shared'
    const isolation = ISOLATIONS.find((known) => known === styleIsolation) ?? usual
    this.code.addComponentStaticConfig(path, {
      ...this.code.getComponentStaticConfig(path),
      styleIsolation: isolation as never,
    })
    if (unit.scope && !isScoped(isolation)) this.share(path, unit.scope)
  }

  /** The sheet was compiled for a scope of its own; now it holds for whoever shares the app's. */
  private share(path: string, scope: string): void {
    const sheet = this.app.styles[path]
    if (sheet === undefined) return
    const shared = sheet.replaceAll(`.${scope}--`, '.').replaceAll(`[wx-host="${scope}"]`, 'wx-page')
    this.backend.registerStyleSheetContent(path, shared)
    this.code.addStyleSheet(path, path)
  }

  /** Makes WeChat's own components known; must come before any unit is registered. */
  defineBuiltIns<Phone>(builtIns: BuiltInOf<Phone>[], phone: Phone): void {
    const space = this.code.getComponentSpace()
    for (const builtIn of builtIns) {
      const definition = space.defineComponent({
        is: `wx/${builtIn.tag}`,
        options: { virtualHost: false },
        properties: allProperties(builtIn) as never,
        observers: [{ fields: '**', observer: noticeChange }],
        lifetimes: {
          attached(this: FrameworkComponent) {
            const component = componentOf(this)
            // What is gone before it was drawn is never drawn.
            view.post(() => component.getBackendElement() && attachHost(builtIn, component, phone))
          },
          detached(this: FrameworkComponent) {
            const component = componentOf(this)
            view.post(() => hostOf(component)?.detach())
          },
        },
      } as never)
      space.setGlobalUsingComponent(builtIn.tag, definition as never)
    }
    const defined = new Set(builtIns.map((builtIn) => builtIn.tag))
    for (const tag of BUILT_IN_TAGS) if (!defined.has(tag)) throw new Error(`<${tag}> is listed, but not defined`)
  }

  /**
   * Creates a root component: a page, or the custom tab bar.
   * @param url unit path with its query
   */
  createRoot(url: string): Root {
    const root = this.backend.createRoot(ROOT_TAG, this.code, `/${url}`)
    return {
      component: root.getComponent(),
      caller: root.get() as unknown as Caller,
      attach(parent) {
        const [place, placeholder] = [new ViewNode(parent), new ViewNode(document.createElement('i'))]
        place.appendChild(placeholder)
        root.attach(place as never, placeholder as never)
      },
      release: () => root.release(),
    }
  }
}

export interface Root {
  component: FrameworkComponent
  caller: Caller
  attach(parent: HTMLElement): void
  release(): void
}

const ROOT_TAG = 'wx-page-body'
/** Stands for a page that cannot be drawn. */
export const EMPTY_PAGE = 'wx/empty-page'

/** The framework leaves the `ready` life cycle to its user: it comes after the component was drawn. */
function readyBehavior(code: CodeSpace): adapter.glassEasel.GeneralBehavior {
  const definition = {
    lifetimes: {
      attached(this: FrameworkComponent) {
        const component = componentOf(this)
        view.whenDrawn(() => component.triggerLifetime('ready', []))
      },
    },
  }
  return code.getComponentSpace().defineBehavior(definition as never) as unknown as adapter.glassEasel.GeneralBehavior
}

function componentOf(self: FrameworkComponent): FrameworkComponent {
  return isComponent(self) ? self : (self as unknown as { _$: FrameworkComponent })._$
}

function noticeChange(this: FrameworkComponent): void {
  const component = componentOf(this)
  if (isHeld((component.getBackendElement() as unknown as ViewNode | null)?.mark ?? 0)) return
  view.post(() => hostOf(component)?.notice())
}

function mapGenerics(generics: CompiledApp['units'][string]['generics']): Record<string, true | { default: string }> {
  const mapped = Object.entries(generics).map(([name, generic]): [string, true | { default: string }] => [
    name,
    generic !== true && generic.default ? { default: `/${generic.default}` } : true,
  ])
  return Object.fromEntries(mapped)
}

/** 「WXS 响应事件」: any name will do for a value that only `change:name` listens to. */
function hasChangeListener(element: FrameworkComponent, name: string): boolean {
  const { _$wxTmplArgs: bound } = element as { _$wxTmplArgs?: { changeProp?: Record<string, unknown> } }
  return bound?.changeProp?.[name] !== undefined
}

/** The framework repeats itself: every warning is told once, and what npm packages do is theirs. */
function reportWarnings(): void {
  const told = new Set<string>()
  framework.globalOptions.throwGlobalError = false
  framework.addGlobalWarningListener((message, related, element) => {
    const owner = typeof related === 'string' ? related : related.is
    const attribute = /^"(\w+)" is not a valid property$/.exec(message)?.[1]
    if (attribute && isComponent(element) && element.is.startsWith('wx/')) {
      const name = attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      const fault = `unknown attribute "${name}" of <${element.is.slice('wx/'.length)}>`
      // A WXS listener is bound in the same breath, but later.
      queueMicrotask(() => {
        if (told.has(fault) || owner.startsWith('miniprogram_npm/') || hasChangeListener(element, name)) return
        told.add(fault)
        console.error(fault)
      })
      return false
    }
    const place = `${owner}: ${message}`
    const harmless = message.startsWith('Use number as for-list')
    if (!harmless && !told.has(place) && !/^(wx|miniprogram_npm)\/|"miniprogram_npm\//.test(owner || message))
      console.warn(place)
    told.add(place)
    return false
  })
}
