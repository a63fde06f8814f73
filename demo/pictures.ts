// Decides the photos of the demo: drawn hills, trees and kites, so that nobody is in them; small PNG files.
import { deflateSync } from 'node:zlib'

export interface Picture {
  png: Buffer
  width: number
  height: number
}

type Color = readonly [number, number, number]
/** A picture has few colours: one byte a pixel, an index into these. */
const COLORS: readonly Color[] = [
  [196, 222, 236],
  [236, 226, 206],
  [244, 200, 92],
  [124, 170, 130],
  [92, 140, 104],
  [150, 112, 84],
  [206, 116, 92],
  [246, 244, 236],
  [112, 142, 178],
  [226, 168, 120],
]
const [SKY, EVENING, SUN, MEADOW, WOOD, TRUNK, TRACK, WHITE, BLUE, SAND] = COLORS.keys()

const [WIDTH, HEIGHT] = [480, 360]
/** As a list shows it. */
const THUMB_FACTOR = 3
const KITES = [BLUE, TRACK, SUN, WHITE]

/** The picture of this number, and its small one: the same each time. */
export function drawPicture(number: number): { photo: Picture; thumb: Picture } {
  const pixels = paintScene(number)
  const small = new Uint8Array((WIDTH / THUMB_FACTOR) * (HEIGHT / THUMB_FACTOR))
  const across = WIDTH / THUMB_FACTOR
  for (let at = 0; at < small.length; at++) {
    const [x, y] = [at % across, Math.floor(at / across)]
    small[at] = pixels[y * THUMB_FACTOR * WIDTH + x * THUMB_FACTOR] ?? 0
  }
  return {
    photo: { png: encode(pixels, WIDTH, HEIGHT), width: WIDTH, height: HEIGHT },
    thumb: { png: encode(small, across, HEIGHT / THUMB_FACTOR), width: across, height: HEIGHT / THUMB_FACTOR },
  }
}

function paintScene(number: number): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill((number % 3 === 2 ? EVENING : SKY) ?? 0)
  const paint = (color: number | undefined, [left, top, right, bottom]: number[], inside: Inside) =>
    fill(pixels, color ?? 0, [left ?? 0, top ?? 0, right ?? WIDTH, bottom ?? HEIGHT], inside)
  const ellipse = (color: number | undefined, x: number, y: number, wide: number, high: number) =>
    paint(
      color,
      [x - wide, y - high, x + wide, y + high],
      (px, py) => ((px - x) / wide) ** 2 + ((py - y) / high) ** 2 < 1,
    )
  const all = () => true

  ellipse(SUN, 70 + ((number * 97) % 340), 70, 30, 30)
  ellipse(WOOD, 110 + ((number * 53) % 90), 300, 240, 130)
  ellipse(MEADOW, 360 - ((number * 41) % 120), 320, 300, 120)
  paint(MEADOW, [0, 270, WIDTH, HEIGHT], all)
  if (number % 2) {
    for (const [index, color] of [TRACK, WHITE, TRACK, MEADOW].entries()) {
      ellipse(color, 240, 330, 210 - index * 26, 62 - index * 12)
    }
  } else paint(SAND, [0, 312, WIDTH, 338], all)
  for (let tree = 0; tree < 2 + (number % 3); tree++) {
    const x = 40 + ((tree * 167 + number * 71) % 400)
    paint(TRUNK, [x - 5, 236, x + 5, 286], all)
    ellipse(WOOD, x, 214, 30, 38)
  }
  for (let kite = 0; kite < 1 + (number % 4); kite++) {
    const [x, y] = [60 + ((kite * 131 + number * 89) % 360), 90 + ((kite * 47 + number * 31) % 70)]
    paint(KITES[kite], [x - 18, y - 24, x + 18, y + 24], (px, py) => Math.abs(px - x) / 18 + Math.abs(py - y) / 24 < 1)
  }
  return pixels
}

type Inside = (x: number, y: number) => boolean

function fill(
  pixels: Uint8Array,
  color: number,
  [left, top, right, bottom]: [number, number, number, number],
  inside: Inside,
) {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(HEIGHT, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(WIDTH, right); x++) {
      if (inside(x, y)) pixels[y * WIDTH + x] = color
    }
  }
}

/**
 * A PNG with a palette (PNG specification, chapters 5 and 11).
 * @param opacity how opaque each colour is, up to 255; absent: all are
 */
export function encode(
  pixels: Uint8Array,
  width: number,
  height: number,
  colors: readonly Color[] = COLORS,
  opacity?: readonly number[],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const lines = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colors.flat())),
    ...(opacity ? [chunk('tRNS', Buffer.from(opacity))] : []),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(sumOf(body))
  return Buffer.concat([length, body, sum])
}

/** CRC-32 as PNG has it. */
function sumOf(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
