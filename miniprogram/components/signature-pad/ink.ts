// Decides how strokes become ink: a pen that thins with speed, drawn the same on the pad, the wide pad and the file.

export interface InkPoint {
  x: number
  y: number
  /** ms */
  at: number
  /** Of the pen here, px. */
  width: number
}
export type Stroke = InkPoint[]

/** Pen width in px, slow and fast; px per ms at which it is thinnest; share of the old width in the next. */
const PEN_SLOW = 5
const PEN_FAST = 2.6
const FAST = 1.6
const INERTIA = 0.75
/** Air around the ink in the file, px; small writing grows no more than this. */
const MARGIN = 6
const GROWTH_MAX = 2

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

/** The next point of a stroke; the pen changes its width no faster than a brush would. */
export function addPoint(stroke: Stroke, x: number, y: number, at: number): void {
  const last = stroke[stroke.length - 1]
  if (!last) stroke.push({ x, y, at, width: PEN_SLOW })
  else {
    const speed = Math.hypot(x - last.x, y - last.y) / Math.max(at - last.at, 1)
    const aim = PEN_SLOW - (PEN_SLOW - PEN_FAST) * Math.min(speed / FAST, 1)
    stroke.push({ x, y, at, width: last.width * INERTIA + aim * (1 - INERTIA) })
  }
}

/** Draws the newest piece of a stroke, from the middle of one pair of points to the middle of the next. */
export function drawTip(context: InkContext, stroke: Stroke, color: string): void {
  const [before, corner, tip] = stroke.length > 2 ? stroke.slice(-3) : [stroke[0], stroke[0], stroke[stroke.length - 1]]
  if (!before || !corner || !tip) return
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = color
  context.lineWidth = tip.width
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

/** Ink as large as the pad allows, centred: what is stored is the name, not the paper around it. */
export function fitInk(strokes: Stroke[], pad: { width: number; height: number }): Stroke[] {
  const points = strokes.flat()
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))]
  const room = { width: pad.width - 2 * MARGIN, height: pad.height - 2 * MARGIN }
  const scale = Math.min(room.width / Math.max(right - left, 1), room.height / Math.max(bottom - top, 1), GROWTH_MAX)
  const move = (at: number, from: number, to: number, whole: number) => (at - (from + to) / 2) * scale + whole / 2
  return strokes.map((stroke) =>
    stroke.map((point) => ({
      ...point,
      x: move(point.x, left, right, pad.width),
      y: move(point.y, top, bottom, pad.height),
      width: point.width * scale,
    })),
  )
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
    stroke.map((point) => ({ ...point, x: left + point.y * scale, y: top + (wide.width - point.x) * scale })),
  )
}
