// Decides how the staff of the demo sign: a few strokes as dark ink on nothing, a small PNG file each.
import { createHash } from 'node:crypto'
import type { DemoFile, NameFile } from './albums'
import { WANG, ZHAO } from './class-plans'
import { encode } from './pictures'
import type { InkFile } from './register-documents'
import type { Sign } from './write-entry'

const [WIDTH, HEIGHT] = [240, 140]
const PEN = 3.4
/** Grey at the edge of a stroke, so that it is round. */
const SHADES = [0, 64, 128, 192, 255]
const DARK = [32, 38, 43] as const

type Line = readonly (readonly [number, number])[]
/** 王, 赵, and how a hand goes on: in parts of the height. */
const HANDS: Readonly<Record<string, readonly Line[]>> = {
  [WANG.openid]: [
    [
      [0.2, 0.26],
      [0.62, 0.22],
    ],
    [
      [0.24, 0.48],
      [0.58, 0.45],
    ],
    [
      [0.42, 0.24],
      [0.4, 0.78],
    ],
    [
      [0.14, 0.8],
      [0.72, 0.74],
    ],
    [
      [0.8, 0.36],
      [0.98, 0.3],
      [0.84, 0.52],
      [1.06, 0.46],
      [0.9, 0.72],
      [1.2, 0.6],
    ],
    [
      [1.26, 0.3],
      [1.2, 0.78],
      [1.4, 0.5],
      [1.5, 0.72],
      [1.62, 0.62],
    ],
  ],
  [ZHAO.openid]: [
    [
      [0.22, 0.3],
      [0.52, 0.26],
    ],
    [
      [0.37, 0.16],
      [0.36, 0.5],
    ],
    [
      [0.16, 0.5],
      [0.58, 0.46],
    ],
    [
      [0.36, 0.5],
      [0.36, 0.76],
    ],
    [
      [0.37, 0.62],
      [0.54, 0.6],
    ],
    [
      [0.24, 0.6],
      [0.12, 0.82],
      [0.5, 0.82],
      [0.92, 0.88],
    ],
    [
      [0.86, 0.28],
      [0.62, 0.66],
    ],
    [
      [0.64, 0.32],
      [0.88, 0.66],
    ],
    [
      [1.04, 0.4],
      [1.24, 0.36],
      [1.1, 0.66],
      [1.34, 0.5],
      [1.46, 0.64],
      [1.6, 0.52],
    ],
  ],
}

const drawn = new Map<string, Buffer>()

/** The same bytes for every signature of somebody. */
function drawInk(openid: string): Buffer {
  const known = drawn.get(openid)
  if (known) return known
  const pixels = new Uint8Array(WIDTH * HEIGHT)
  for (const line of HANDS[openid] ?? []) {
    for (const [index, to] of line.slice(1).entries()) stroke(pixels, line[index] ?? to, to)
  }
  const png = encode(
    pixels,
    WIDTH,
    HEIGHT,
    SHADES.map(() => DARK),
    SHADES,
  )
  drawn.set(openid, png)
  return png
}

function stroke(pixels: Uint8Array, [fromX, fromY]: Line[number], [toX, toY]: Line[number]) {
  const [x1, y1, x2, y2] = [fromX * HEIGHT, fromY * HEIGHT, toX * HEIGHT, toY * HEIGHT]
  const long = (x2 - x1) ** 2 + (y2 - y1) ** 2
  for (let at = 0; at < pixels.length; at++) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    const along = Math.min(Math.max(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long, 0), 1)
    const away = Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))
    const shade = Math.round(Math.min(Math.max(PEN - away, 0), 1) * (SHADES.length - 1))
    pixels[at] = Math.max(pixels[at] ?? 0, shade)
  }
}

/** Keeps every signature as a file of its own, as the product does. */
export function keepInk(files: DemoFile[], nameFile: NameFile): Sign {
  return (entryId, openid) => {
    const png = drawInk(openid)
    const path = `kept/entries/${entryId}/signed.png`
    files.push({ path, type: 'image/png', content: png })
    const digest = createHash('sha256').update(png).digest('hex')
    return {
      fileId: nameFile(path),
      ...{ digest, bytes: png.length, type: 'png', width: WIDTH, height: HEIGHT, owner: openid },
    } satisfies InkFile
  }
}
