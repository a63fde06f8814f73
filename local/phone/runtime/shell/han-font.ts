// Decides where Chinese characters come from when the browser's machine has no font for them: slices of one.

/** The family of the web font that the server has. */
const FAMILY = "'Noto Sans SC Variable'"
const SHEET = '/fonts/index.css'
/** Two characters that look alike only as the box for a missing glyph. */
const [ONE, OTHER] = ['家', '校']
const SIZE = 24

/** Loads the web font where Chinese would be boxes; whether it was needed. */
export function ensureHanFont(): boolean {
  if (draw(ONE) !== draw(OTHER)) return false
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = SHEET
  document.head.append(link)
  document.fonts.addEventListener('loadingdone', shapeAnew)
  return true
}

/** Chromium sometimes keeps the boxes that it drew while a slice was on its way; another rendering shapes all text anew. */
function shapeAnew(): void {
  const { style } = document.documentElement
  style.textRendering = style.textRendering === '' ? 'geometricPrecision' : ''
}

function draw(character: string): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return character
  context.font = `${SIZE - 4}px sans-serif`
  context.fillText(character, 0, SIZE - 4)
  return String(context.getImageData(0, 0, SIZE, SIZE).data)
}

const FONT = /(^|[\s;{])(font(?:-family)?)\s*:\s*([^;}!]+)/g
const NO_FAMILY = /^(inherit|initial|unset|revert)\b/

/** A sheet in which every font falls back to the web font: an app names fonts of its own, and none of them is there. */
export function addHanFont(css: string): string {
  return css.replace(FONT, (match, before: string, property: string, value: string) =>
    NO_FAMILY.test(value) ? match : `${before}${property}: ${value.trimEnd()}, ${FAMILY}`,
  )
}
