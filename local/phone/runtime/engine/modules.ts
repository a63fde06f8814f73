// Decides what app code sees: its own modules, WeChat's globals, and nothing of the browser.
import type { CompiledApp } from '../../bundle-format'
import { tellOnce } from '../api/unsupported'
import type { Clock } from '../clock'
import { parseUrl } from '../router/url'
import type { ScoreKeeper } from '../score/score-keeper'
import { atWork } from './at-work'
import { taskTime } from '../score/task-time'
import { convertBehaviors } from './form-field-behaviors'
import { browserNames, compileModule, guardFunction, languageGlobals } from './hide-browser'
import type { Caller } from './glass-easel'
import type { ComponentEnvironment, Space } from './space'

type Definition = Record<string, unknown>
type AppRequire = ((target: string, done?: (exports: unknown) => void, fail?: (fault: object) => void) => unknown) & {
  async(target: string): Promise<unknown>
}
export type AppInstance = Record<string, unknown> & {
  onLaunch?(options: unknown): void
  onShow?(options: unknown): void
  onHide?(): void
  onError?(message: string): void
  onThemeChange?(theme: unknown): void
  onPageNotFound?(page: unknown): void
  onUnhandledRejection?(event: unknown): void
}

/** Runs the mini program's modules. */
export class Modules {
  app: AppInstance | undefined
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly units = new Set<string>()
  private readonly environments: { path: string; environment: ComponentEnvironment }[] = []
  /** Whether the unit's script that runs now has called Page() or Component(). */
  private registered = false
  private readonly globals: Record<string, unknown>
  /** Names of the browser: parameters that nobody gives a value. */
  private readonly hidden = browserNames()

  constructor(
    private readonly compiled: CompiledApp,
    private readonly space: Space,
    clock: Clock,
    wx: object,
    score: ScoreKeeper,
    getPages: () => Caller[],
  ) {
    const define = (kind: 'Page' | 'Component' | 'Behavior') => (definition: Definition) =>
      this.define(kind, definition)
    this.globals = {
      wx,
      App: (definition: AppInstance) => {
        this.app = definition
      },
      getApp: () => this.app,
      getCurrentPages: getPages,
      requirePlugin: (name: string) => {
        tellOnce(`plugin "${name}"`)
        return emptyPlugin()
      },
      Page: define('Page'),
      Component: define('Component'),
      Behavior: Object.assign(define('Behavior'), { trait: undefined }),
      Date: clock.Date,
      Function: guardFunction(() => this.globals['globalThis']),
      console,
      ...followedTimeouts(score),
      setInterval: followed(score, window.setInterval.bind(window)),
      clearInterval: window.clearInterval.bind(window),
    }
    this.globals['globalThis'] = Object.assign(Object.create(null) as object, languageGlobals(), this.globals)
    this.globals['global'] = this.globals['globalThis']
  }

  /** Runs a module once and gives its exports. */
  require(path: string): unknown {
    const loaded = this.loaded.get(path)
    if (loaded) return loaded.exports
    const source = this.compiled.modules[path]
    if (source === undefined) throw new Error(`module "${path}" is not defined`)
    const module = { exports: {} as unknown }
    this.loaded.set(path, module)
    const known = Object.keys(this.globals)
    const names = [...known, ...this.hidden.filter((name) => !(name in this.globals))]
    const run = compileModule(names, source, path)(...Object.values(this.globals)) as (...args: unknown[]) => void
    run.call(undefined, this.makeRequire(), module, module.exports)
    return module.exports
  }

  /** 「分包异步化」: besides `require(path)` there are call-backs, and a promise. */
  private makeRequire(): AppRequire {
    const later = async (target: string) => {
      await Promise.resolve()
      return this.require(target)
    }
    const require = (target: string, done?: (exports: unknown) => void, fail?: (fault: object) => void) => {
      if (!done) return this.require(target)
      later(target).then(done, (error: Error) => fail?.({ mod: target, errMsg: error.message }))
      return undefined
    }
    return Object.assign(require, { async: later })
  }

  /** Makes a name known to all app code that runs from now on: the automator's exposeFunction. */
  addGlobal(name: string, value: unknown): void {
    this.globals[name] = value
    ;(this.globals['globalThis'] as Record<string, unknown>)[name] = value
  }

  /** Runs the app's script. */
  start(): void {
    if (this.compiled.appScript) this.require(this.compiled.appScript)
  }

  /** Registers a page or component and, before it, everything it uses. */
  loadUnit(path: string): void {
    if (this.units.has(path)) return
    this.units.add(path)
    const unit = this.compiled.units[path]
    if (!unit) throw new Error(`"${path}" is not part of the mini program`)
    for (const target of Object.values(unit.using)) this.loadUnit(target)
    for (const generic of Object.values(unit.generics))
      if (generic !== true && generic.default) this.loadUnit(generic.default)
    const { script } = unit
    for (const target of this.relatedUnits(path, script)) this.loadUnit(target)
    this.space.code.componentEnv(path, (environment) => {
      this.environments.push({ path, environment })
      this.registered = false
      try {
        if (script) this.require(script)
        if (script && !this.registered)
          throw new Error(`${script} calls neither Page() nor Component(), at least not while it is loaded`)
      } catch (error) {
        // As in WeChat: the fault is told, and the page is shown as its WXML stands.
        reportError(error)
      } finally {
        if (!this.registered) this.define(unit.isPage && !unit.component ? 'Page' : 'Component', {})
        this.environments.pop()
      }
    })
  }

  /** Relations name their other end by path; it must be known before either is used. */
  private relatedUnits(path: string, script: string | undefined): string[] {
    const source = (script && this.compiled.modules[script]) || ''
    const names = [...source.matchAll(/["'](\.{1,2}\/[\w./-]+)["']\s*:\s*\{/g)].map((match) => match[1] ?? '')
    return names.map((name) => parseUrl(name, path).path).filter((target) => target in this.compiled.units)
  }

  /** Evaluates a function's source as app code would be: the automator's `evaluate`. */
  evaluate(source: string, extra: Record<string, unknown> = {}): unknown {
    const globals = { ...this.globals, ...extra }
    const names = [...Object.keys(globals), ...this.hidden.filter((name) => !(name in globals))]
    return (new Function(...names, `return (${source})`) as (...args: unknown[]) => unknown)(...Object.values(globals))
  }

  private define(kind: 'Page' | 'Component' | 'Behavior', definition: Definition): unknown {
    const { path = '', environment } = this.environments.at(-1) ?? {}
    if (kind === 'Behavior') {
      const make = (given: ComponentEnvironment) => given.Behavior(convertBehaviors(definition, this.space) as never)
      return environment ? make(environment) : this.space.code.componentEnv('', make)
    }
    if (!environment) throw new Error(`${kind}() was called outside of a page's or component's own script`)
    this.space.isolate(path, definition['options'])
    const register = environment[kind] as (definition: Definition) => unknown
    const result = register(convertBehaviors(definition, this.space))
    this.registered = true
    return result
  }
}

/** What stands in for a plugin: whatever is called in it does nothing. */
function emptyPlugin(): unknown {
  return new Proxy(() => emptyPlugin(), {
    get: (_, key) => (typeof key === 'symbol' || key === 'then' ? undefined : emptyPlugin()),
  })
}

type Timer = (run: () => void, delay?: number) => number

/** A timer takes a function, no text to run, and is followed until it runs. */
function followed(score: ScoreKeeper, start: Timer): (run: unknown, delay?: number, ...args: unknown[]) => number {
  return (run, delay, ...args) => {
    if (typeof run !== 'function') throw new TypeError('a timer takes a function')
    const call = () => void (run as (...args: unknown[]) => unknown)(...args)
    return start(taskTime.follow(Number(delay) || 0, score.followTimer(call, delay)), delay)
  }
}

/** Timers that run once: until then, and unless they are taken back, the app is at work. */
function followedTimeouts(score: ScoreKeeper): {
  setTimeout: ReturnType<typeof followed>
  clearTimeout(id: number): void
} {
  const pending = new Map<number, () => void>()
  const start: Timer = (run, delay = 0) => {
    const timer = atWork.followTimer(delay, run)
    const id = window.setTimeout(() => {
      pending.delete(id)
      timer.run()
    }, delay)
    pending.set(id, timer.forget)
    return id
  }
  return {
    setTimeout: followed(score, start),
    clearTimeout: (id) => {
      window.clearTimeout(id)
      pending.get(id)?.()
      pending.delete(id)
    },
  }
}
