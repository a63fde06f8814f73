// Decides the canvas that is only a box: the old one and WebGL's have contexts whose methods do nothing.
import { tellOnce, type Unsupported } from './unsupported'
import type { WxTable } from './define-api'

/** 「wx.createCanvasContext」: the drawing is done at once, and whoever waits for it goes on. */
export function legacyCanvasApi(unsupported: Unsupported): WxTable {
  return {
    createCanvasContext: () => {
      const make = unsupported.get('createCanvasContext') as () => Record<string, unknown>
      return Object.assign(make(), {
        draw: (reserve?: unknown, done?: unknown) => {
          const run = [reserve, done].find((given) => typeof given === 'function') as (() => void) | undefined
          if (run) setTimeout(() => run())
        },
      })
    },
  }
}

/** The node of a `<canvas type="webgl">`: constants are 0, functions do nothing. */
export function makeBoxNode(element: HTMLElement): object {
  const nothing = () => undefined
  const context = new Proxy<Record<string, unknown>>(
    {},
    {
      get: (own, key) => own[String(key)] ?? (typeof key === 'symbol' ? undefined : /^[A-Z]/.test(key) ? 0 : nothing),
    },
  )
  return {
    width: element.offsetWidth,
    height: element.offsetHeight,
    getContext: (kind: string) => {
      tellOnce(`the context "${kind}" of <canvas>`)
      return context
    },
    createImage: () => new Image(),
    requestAnimationFrame: (run: FrameRequestCallback) => window.requestAnimationFrame(run),
    cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
    toDataURL: () => 'data:,',
  }
}
