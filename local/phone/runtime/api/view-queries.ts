// Decides how an app asks the view: createSelectorQuery, createIntersectionObserver and friends.
import type { PhoneParts } from '../phone-parts'
import { SelectorQuery } from '../engine/selector-query'
import { PageIntersectionObserver } from '../engine/intersection'
import { animate, clearAnimation } from '../engine/keyframes'
import { adapter, type Caller } from '../engine/glass-easel'
import type { WxTable } from './define-api'

type Rest<F> = F extends (owner: Caller, ...rest: infer R) => void ? R : never

/** Gives callers and wx the view queries. */
export function viewQueriesApi({ router }: PhoneParts): WxTable {
  const prototype = adapter.component.ComponentCaller.prototype as unknown as Caller
  prototype['createSelectorQuery'] = function createSelectorQuery(this: Caller) {
    return new SelectorQuery(() => this)
  }
  prototype['createIntersectionObserver'] = function createIntersectionObserver(this: Caller, options?: object) {
    return new PageIntersectionObserver(this, options ?? {})
  }
  prototype['animate'] = function start(this: Caller, ...options: Rest<typeof animate>) {
    animate(this, ...options)
  }
  prototype['clearAnimation'] = function clear(this: Caller, ...options: Rest<typeof clearAnimation>) {
    clearAnimation(this, ...options)
  }
  // Libraries ask which engine draws them.
  prototype['renderer'] = 'webview'
  prototype['setUpdatePerformanceListener'] = () => undefined
  const current = () => router.current.caller
  return {
    createSelectorQuery: () => new SelectorQuery(() => router.stack.at(-1)?.caller),
    createIntersectionObserver: (owner?: Caller, options?: object) =>
      new PageIntersectionObserver(owner ?? current(), options ?? {}),
    createOffscreenCanvas: (options: { width?: number; height?: number } = {}) => {
      const canvas = new OffscreenCanvas(options.width ?? 300, options.height ?? 150)
      return Object.assign(canvas, { createImage: () => new Image() })
    },
  }
}
