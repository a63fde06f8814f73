// Decides how a test paints photos with QR codes in them: a room with light and grain, and codes as paper lies in it.
import { deflateSync } from 'node:zlib'
import { encode as encodeJpeg } from 'jpeg-js'
import { encode as encodeCode } from 'uqr'

export interface PaintedCode {
  text: string
  /** The middle, as parts of width and height. */
  at?: [x: number, y: number]
  /** Of the smallest square, pixels. */
  square?: number
  /** Turned, degrees. */
  turned?: number
  /** White on black. */
  inverted?: boolean
}

interface Painting {
  data: Buffer
  width: number
  height: number
}

const DARK = 25
const BRIGHT = 235

/** A photo of this size with these codes. */
export function paint(width: number, height: number, codes: readonly PaintedCode[] = []): Painting {
  const data = Buffer.alloc(width * height * 4, 255)
  const across = Array.from({ length: width }, (_, x) => 60 * Math.sin(x / 97))
  let grain = 1
  for (let y = 0, at = 0; y < height; y++) {
    const down = Math.cos(y / 61)
    for (const light of across) {
      grain = (grain * 1_103 + 12_345) & 0xffff
      put(data, at, 150 + light * down + (grain & 15))
      at += 4
    }
  }
  const painting = { data, width, height }
  for (const code of codes) paintCode(painting, code)
  return painting
}

function put(data: Buffer, at: number, light: number): void {
  data[at] = data[at + 1] = data[at + 2] = light
}

function paintCode({ data, width, height }: Painting, code: PaintedCode): void {
  const { text, at: [across, down] = [0.5, 0.5], square = 6, turned = 0, inverted = false } = code
  const { data: squares, size } = encodeCode(text, { border: 3 })
  const [sin, cos] = [Math.sin((turned * Math.PI) / 180), Math.cos((turned * Math.PI) / 180)]
  const half = (size * square) / 2
  const reach = Math.ceil(half * Math.SQRT2)
  const [left, top] = [Math.round(width * across), Math.round(height * down)]
  for (let y = Math.max(0, top - reach); y < Math.min(height, top + reach); y++) {
    for (let x = Math.max(0, left - reach); x < Math.min(width, left + reach); x++) {
      const column = Math.floor((cos * (x - left) + sin * (y - top) + half) / square)
      const row = Math.floor((cos * (y - top) - sin * (x - left) + half) / square)
      const isDark = squares[row]?.[column]
      if (isDark !== undefined) put(data, (y * width + x) * 4, isDark !== inverted ? DARK : BRIGHT)
    }
  }
}

/** As a phone saves what WeChat made smaller. */
export const asJpeg = (painting: Painting, quality = 75): Buffer => encodeJpeg(painting, quality).data

/** As a screenshot is saved. */
export function asPng({ data, width, height }: Painting): Buffer {
  const lines = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.alloc(1), data.subarray(y * width * 4, (y + 1) * width * 4)]),
  )
  return pngOf(width, height, deflateSync(Buffer.concat(lines)))
}

/** A PNG of four samples a pixel that claims a size and has these packed pixels. */
export function pngOf(width: number, height: number, packed: Buffer): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(content.length, 0)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, content, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))],
  ])
}
