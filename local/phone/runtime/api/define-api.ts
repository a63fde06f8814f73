// Decides how a WeChat API answers: callbacks or a promise, `errMsg`, and the order success → complete.

import { taskTime } from '../score/task-time'
import { atWork } from '../engine/at-work'

export type Options = Record<string, unknown>
type Callback = (result: Record<string, unknown>) => void
export type WxFunction = (...args: unknown[]) => unknown
export type WxTable = Record<string, unknown>

/** A refusal; the message follows `name:fail `. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

type Handler = (options: Options) => unknown

/**
 * Makes an asynchronous API. The handler's result (an object or nothing) is extended with `errMsg: 'name:ok'`;
 * an ApiError becomes `errMsg: 'name:fail …'`. With a callback the call returns undefined, otherwise a promise.
 */
export function asynchronous(name: string, handler: Handler): WxFunction {
  return (given: unknown = {}) => {
    const options = (given ?? {}) as Options
    const callbacks = ['success', 'fail', 'complete'].some((key) => typeof options[key] === 'function')
    const answer = settle(name, handler, options)
    if (!callbacks) {
      return answer.then(({ ok, result }) => {
        if (!ok) throw Object.assign(new Error(String(result['errMsg'])), result)
        return result
      })
    }
    void answer.then(({ ok, result }) => {
      call(options[ok ? 'success' : 'fail'], result)
      call(options['complete'], result)
    })
    return undefined
  }
}

async function settle(
  name: string,
  handler: Handler,
  options: Options,
): Promise<{ ok: boolean; result: Record<string, unknown> }> {
  const resume = taskTime.keep()
  const end = atWork.begin()
  await new Promise((resolve) => setTimeout(resolve))
  try {
    const result = (await handler(options)) as Record<string, unknown> | undefined
    resume()
    return { ok: true, result: { ...result, errMsg: `${name}:ok` } }
  } catch (error) {
    resume()
    if (!(error instanceof ApiError)) reportError(error)
    const details = error instanceof ApiError ? error.details : {}
    return { ok: false, result: { errMsg: `${name}:fail ${(error as Error).message}`, ...details } }
  } finally {
    end()
  }
}

/** Calls an app's callback; what it throws is the app's error, not the API's. */
function call(callback: unknown, result: Record<string, unknown>): void {
  if (typeof callback !== 'function') return
  try {
    ;(callback as Callback)(result)
  } catch (error) {
    reportError(error)
  }
}

/** Defines several asynchronous APIs at once. */
export function asynchronousAll(handlers: Record<string, Handler>): WxTable {
  return Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, asynchronous(name, handler)]))
}

/** A string option. @throws ApiError when it is missing */
export function requireText(options: Options, name: string): string {
  const value = options[name]
  if (typeof value !== 'string' || value === '')
    throw new ApiError(`parameter error: parameter.${name} should be String instead of ${typeName(value)};`)
  return value
}

function typeName(value: unknown): string {
  return value === undefined ? 'Undefined' : Object.prototype.toString.call(value).slice(8, -1)
}
