// Decides how one signs by hand: on the pad in the slip, or on the whole screen turned sideways.
import { keepOwn, readOwn } from '../../services/own-state'
import { addPoint, drawInk, drawTip, fitInk, turnInk, type InkContext, type Stroke } from './ink'

interface Canvas2d {
  width: number
  height: number
  getContext(kind: '2d'): InkContext & { scale(x: number, y: number): void }
}
interface Surface {
  canvas: Canvas2d
  context: InkContext
  width: number
  height: number
}
/** The file is for paper and for light screens, whatever this phone shows. */
const FILE_INK = '#20262B'
/** Pixels of the file: what a slip shows, 146 × 86, at twice its points (「体验评分 · 图片大小」). */
const FILE_AREA = 146 * 86 * 4
const SCREEN_INK = { light: '#20262B', dark: '#E7EAE7' } as const

interface Own {
  pad?: Surface
  wide?: Surface
  strokes: Stroke[]
  wideStrokes: Stroke[]
  /** Ink is pixels: it does not follow the theme by itself. */
  onTheme?: WechatMiniprogram.OnThemeChangeCallback
}
const screenInk = () => SCREEN_INK[wx.getAppBaseInfo().theme ?? 'light']

Component({
  data: { wide: false, has: false, wideHas: false },
  lifetimes: {
    attached() {
      const onTheme = () => this.redraw()
      keepOwn<Own>(this, { strokes: [], wideStrokes: [], onTheme })
      wx.onThemeChange(onTheme)
    },
    detached() {
      const { onTheme } = this.own()
      if (onTheme) wx.offThemeChange(onTheme)
    },
    async ready() {
      this.own().pad = await this.openSurface('#canvas')
    },
  },
  methods: {
    own(): Own {
      return readOwn<Own>(this, { strokes: [], wideStrokes: [] })
    },
    openSurface(selector: string): Promise<Surface | undefined> {
      return new Promise((resolve) => {
        this.createSelectorQuery()
          .select(selector)
          .fields({ node: true, size: true })
          .exec(([found]: ({ node?: Canvas2d; width: number; height: number } | undefined)[]) => {
            if (!found?.node) return resolve(undefined)
            const { node: canvas, width, height } = found
            const ratio = wx.getWindowInfo().pixelRatio
            canvas.width = width * ratio
            canvas.height = height * ratio
            const context = canvas.getContext('2d')
            context.scale(ratio, ratio)
            resolve({ canvas, context, width, height })
          })
      })
    },
    redraw() {
      const { pad, wide, strokes, wideStrokes } = this.own()
      pad?.context.clearRect(0, 0, pad.width, pad.height)
      wide?.context.clearRect(0, 0, wide.width, wide.height)
      if (pad) drawInk(pad.context, strokes, screenInk())
      if (wide) drawInk(wide.context, wideStrokes, screenInk())
    },
    surface(): { surface?: Surface; strokes: Stroke[] } {
      const own = this.own()
      return this.data.wide
        ? { surface: own.wide, strokes: own.wideStrokes }
        : { surface: own.pad, strokes: own.strokes }
    },
    onStart(event: WechatMiniprogram.TouchCanvas) {
      this.surface().strokes.push([])
      this.onMove(event)
    },
    onMove(event: WechatMiniprogram.TouchCanvas) {
      const { surface, strokes } = this.surface()
      const stroke = strokes[strokes.length - 1]
      const [touch] = event.touches as unknown as { x: number; y: number }[]
      if (!surface || !stroke || !touch) return
      addPoint(stroke, touch.x, touch.y, event.timeStamp)
      drawTip(surface.context, stroke, screenInk())
    },
    onEnd() {
      if (this.data.wide) this.setData({ wideHas: true })
      else this.tell(true)
    },
    tell(has: boolean) {
      if (has === this.data.has) return
      this.setData({ has })
      this.triggerEvent('ink', { has })
    },
    /** [重写] */
    clear() {
      const own = this.own()
      own.strokes = []
      own.pad?.context.clearRect(0, 0, own.pad.width, own.pad.height)
      this.tell(false)
    },
    /** [横屏签] */
    openWide() {
      const own = this.own()
      own.wideStrokes = []
      this.setData({ wide: true, wideHas: false }, () => {
        void this.openSurface('#wide').then((surface) => {
          own.wide = surface
        })
      })
    },
    onWideClear() {
      const own = this.own()
      own.wideStrokes = []
      own.wide?.context.clearRect(0, 0, own.wide.width, own.wide.height)
      this.setData({ wideHas: false })
    },
    onWideClose() {
      this.setData({ wide: false })
    },
    onWideDone() {
      const own = this.own()
      const { pad, wide } = own
      this.setData({ wide: false })
      if (!pad || !wide || own.wideStrokes.length === 0) return
      this.clear()
      own.strokes = turnInk(own.wideStrokes, wide, pad)
      drawInk(pad.context, own.strokes, screenInk())
      this.tell(true)
    },
    /** The ink as a local PNG; '' if nothing is written. */
    async exportInk(): Promise<string> {
      const { pad, strokes } = this.own()
      if (!pad || strokes.length === 0) return ''
      const redraw = (ink: Stroke[], color: string) => {
        pad.context.clearRect(0, 0, pad.width, pad.height)
        drawInk(pad.context, ink, color)
      }
      redraw(fitInk(strokes, pad), FILE_INK)
      try {
        const scale = Math.min(1, Math.sqrt(FILE_AREA / (pad.canvas.width * pad.canvas.height)))
        const { tempFilePath } = await wx.canvasToTempFilePath({
          canvas: pad.canvas as never,
          fileType: 'png',
          destWidth: Math.floor(pad.canvas.width * scale),
          destHeight: Math.floor(pad.canvas.height * scale),
        })
        return tempFilePath
      } finally {
        redraw(strokes, screenInk())
      }
    },
  },
})
