// Decides what of the browser app code can see: the language's own names, and nothing else, whichever way it asks.

/** The language's own globals, which a mini program has as well. */
const LANGUAGE =
  'Object,Array,String,Number,Boolean,Symbol,Map,Set,WeakMap,WeakSet,WeakRef,FinalizationRegistry,Promise,Proxy,Reflect,JSON,Math,RegExp,Error,AggregateError,EvalError,RangeError,ReferenceError,SyntaxError,TypeError,URIError,BigInt,ArrayBuffer,SharedArrayBuffer,Atomics,DataView,Uint8Array,Int8Array,Uint16Array,Int16Array,Uint32Array,Int32Array,Float32Array,Float64Array,BigInt64Array,BigUint64Array,Uint8ClampedArray,parseInt,parseFloat,isNaN,isFinite,encodeURIComponent,decodeURIComponent,encodeURI,decodeURI,escape,unescape,Intl,NaN,Infinity,undefined'.split(
    ',',
  )
const scope = globalThis as unknown as Record<string, unknown>

/** The language's globals with their values, for the mini program's own global object. */
export function languageGlobals(): Record<string, unknown> {
  return Object.fromEntries(LANGUAGE.filter((name) => name in scope).map((name) => [name, scope[name]]))
}

/** Every other name the browser has, `eval` among them: each is laid over by a parameter without a value. */
export function browserNames(): string[] {
  const names = new Set<string>(['process'])
  for (let at: object | null = window; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null)
    for (const name of Object.getOwnPropertyNames(at)) names.add(name)
  for (const name of [...LANGUAGE, 'constructor']) names.delete(name)
  return [...names].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name))
}

/**
 * Gives app code a Function that makes no functions, also where it is reached as some function's constructor.
 * As in WeChat only `Function('return this')` answers, with the mini program's own global object; from others
 * comes nothing: "Function(...) is not a function".
 * @param own the mini program's global object
 */
export function guardFunction(own: () => unknown): unknown {
  const guarded = function (...args: unknown[]): unknown {
    return /^\s*return this;?\s*$/.test(String(args.at(-1))) ? own : undefined
  }
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}]
  for (const kind of kinds)
    Object.defineProperty(Object.getPrototypeOf(kind) as object, 'constructor', { value: guarded, configurable: true })
  guarded.prototype = Object.getPrototypeOf(kinds[0]) as object
  return guarded
}

/** Compiles app code as WeChat does, strictly; what is written for the loose mode only is taken as it is. */
export function compileModule(names: readonly string[], source: string, path: string): (...args: unknown[]) => unknown {
  // The module is an inner function, so that it may declare names of its own that the browser also has.
  const wrap = (mode: string) =>
    new Function(
      ...names,
      `return function(require,module,exports){${mode}${source}\n}\n//# sourceURL=miniprogram/${path}`,
    ) as (...args: unknown[]) => unknown
  try {
    return wrap('"use strict";')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return wrap('')
  }
}
