// Decides how strokes become ink: a pen that thins with speed, drawn the same on the pad, the wide pad and the file.

export interface InkPoint {
  x: number
  y: number
  /** ms */
  at: number
}
export type Stroke = InkPoint[]

/** Pen width in px, slow and fast; px per ms at which it is thinnest. */
const PEN_SLOW = 5
const PEN_FAST = 2.4
const FAST = 1.6

/** The part of CanvasRenderingContext2D that ink needs. */
export interface InkContext {
  lineWidth: number
  lineCap: string
  lineJoin: string
  strokeStyle: unknown
  beginPath(): void
  moveTo(x: number, y: number): void
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void
  lineTo(x: number, y: number): void
  stroke(): void
  clearRect(x: number, y: number, width: number, height: number): void
}

function penWidth(from: InkPoint, to: InkPoint): number {
  const speed = Math.hypot(to.x - from.x, to.y - from.y) / Math.max(to.at - from.at, 1)
  return PEN_SLOW - (PEN_SLOW - PEN_FAST) * Math.min(speed / FAST, 1)
}

/** Draws the newest piece of a stroke, from the middle of one pair of points to the middle of the next. */
export function drawTip(context: InkContext, stroke: Stroke, color: string): void {
  const [before, corner, tip] = stroke.length > 2 ? stroke.slice(-3) : [stroke[0], stroke[0], stroke[stroke.length - 1]]
  if (!before || !corner || !tip) return
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = color
  context.lineWidth = penWidth(corner, tip)
  context.beginPath()
  context.moveTo((before.x + corner.x) / 2, (before.y + corner.y) / 2)
  context.quadraticCurveTo(corner.x, corner.y, (corner.x + tip.x) / 2, (corner.y + tip.y) / 2)
  if (stroke.length < 3) context.lineTo(tip.x + 0.1, tip.y)
  context.stroke()
}

/** Draws everything again. */
export function drawInk(context: InkContext, strokes: Stroke[], color: string): void {
  for (const stroke of strokes) {
    for (let end = 1; end <= stroke.length; end++) drawTip(context, stroke.slice(Math.max(0, end - 3), end), color)
  }
}

/** Ink written on the turned screen, as it lies on the pad: turned back, shrunk to fit, centred. */
export function turnInk(
  strokes: Stroke[],
  wide: { width: number; height: number },
  pad: { width: number; height: number },
): Stroke[] {
  const scale = Math.min(pad.width / wide.height, pad.height / wide.width)
  const left = (pad.width - wide.height * scale) / 2
  const top = (pad.height - wide.width * scale) / 2
  return strokes.map((stroke) =>
    stroke.map(({ x, y, at }) => ({ x: left + y * scale, y: top + (wide.width - x) * scale, at: at / scale })),
  )
}
