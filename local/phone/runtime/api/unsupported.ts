// Decides what an API does that WeChat has and the phone has not: it fails as WeChat's own does, in its own shape.
import type { ApiNames, ApiType } from '../../api-names'
import { ApiError, asynchronous, type WxFunction } from './define-api'

const REASON = 'not supported by the local phone'
/** Listeners are taken and never called; these give nothing back. */
const LISTENER = /^(on|off)[A-Z]/
/** Properties of what is given back: what has no value yet. */
const FIRST_VALUES: Record<ApiType, () => unknown> = {
  string: () => '',
  number: () => 0,
  boolean: () => false,
  array: () => [],
}
const told = new Set<string>()

/** Stands in for every documented name under `wx` that the phone lacks. */
export class Unsupported {
  private readonly made = new Map<string, unknown>()

  constructor(private readonly names: ApiNames) {}

  has(name: string): boolean {
    return Object.hasOwn(this.names.all, name)
  }

  /** The stand-in for a name: a function of this name, or an object where WeChat has one. */
  get(name: string): unknown {
    const type = this.names.all[name]
    if (type === undefined) return undefined
    if (!this.made.has(name)) this.made.set(name, this.imitate(type, name))
    return this.made.get(name)
  }

  private imitate(type: ApiType, name: string): unknown {
    if (type.startsWith('()')) return this.makeFunction(name, type.slice('()'.length))
    const members = this.names.types[type]
    return members ? this.makeObject(members, name) : FIRST_VALUES[type]?.()
  }

  private makeFunction(name: string, result: ApiType): WxFunction {
    const own = name.split('.').at(-1) ?? name
    const isObject = result in this.names.types || result in FIRST_VALUES
    const isSilent = LISTENER.test(own) || own.endsWith('Sync')
    const run = (...args: unknown[]) => {
      tellOnce(`wx.${name}`)
      const isAsked = args.some(hasCallback)
      // A method of an object gives nothing back, unless it is asked for an answer.
      const answers = isAsked || result === 'promise' || (!isObject && !isSilent && own === name)
      const answer = answers ? fail(name, args.find(isOptions)) : undefined
      return isObject ? this.imitate(result, `${own}()`) : answer
    }
    return Object.defineProperty(run, 'name', { value: own })
  }

  private makeObject(members: Record<string, ApiType>, name: string): object {
    const made: Record<string, unknown> = {}
    for (const [key, type] of Object.entries(members)) {
      // Objects within are made when they are asked for: some contain their own kind.
      if (type.startsWith('()') || !(type in this.names.types)) made[key] = this.imitate(type, `${name}.${key}`)
      else
        Object.defineProperty(made, key, {
          configurable: true,
          enumerable: true,
          get: () => this.imitate(type, `${name}.${key}`),
        })
    }
    return made
  }
}

/** The console hears of it once. */
export function tellOnce(what: string): void {
  if (told.has(what)) return
  told.add(what)
  console.error(`${what} is not supported by this phone`)
}

/** Answers `name:fail …`, by call-back or by a promise, which nobody has to listen to. */
export function fail(name: string, options: unknown = {}): unknown {
  const answer = asynchronous(name, () => {
    throw new ApiError(REASON)
  })(options)
  if (answer instanceof Promise) answer.catch(() => undefined)
  return answer
}

function isOptions(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasCallback(value: unknown): boolean {
  const options = (isOptions(value) ? value : {}) as Record<string, unknown>
  return ['success', 'fail', 'complete'].some((key) => typeof options[key] === 'function')
}
