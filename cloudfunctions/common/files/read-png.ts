// Decides which pixels a PNG has: of every depth and colour, not of those whose lines are interlaced.
import { inflateSync } from 'node:zlib'

export interface Pixels {
  width: number
  height: number
  /** Red, green and blue of each pixel, line after line. */
  data: Uint8Array
}

/** Where a PNG's header has what (PNG, 11.2.2). */
const AT = { width: 16, height: 20, depth: 24, colour: 25, interlace: 28, chunks: 8 }
const FRAME = 12
/** Samples of a pixel by colour type: grey, colour, palette, grey with alpha, colour with alpha. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const PALETTE = 3
const WHITE = 255

/** Undefined: interlaced, or not what it says. A PNG that unpacks to more than it says is not unpacked further. */
export function readPng(png: Buffer): Pixels | undefined {
  const [width, height] = [png.readUInt32BE(AT.width), png.readUInt32BE(AT.height)]
  const [depth, colour] = [png.readUInt8(AT.depth), png.readUInt8(AT.colour)]
  const samples = SAMPLES[colour]
  if (samples === undefined || png.readUInt8(AT.interlace) !== 0) return undefined
  const { palette, packed } = chunksOf(png)
  const stride = Math.ceil((width * samples * depth) / 8)
  const lines = inflateSync(packed, { maxOutputLength: (stride + 1) * height })
  if (lines.length < (stride + 1) * height) return undefined
  undoFilters(lines, { stride, height, step: Math.max(1, (samples * depth) / 8) })

  const data = new Uint8Array(width * height * 3)
  const most = colour === PALETTE ? WHITE : Math.min(2 ** depth - 1, WHITE)
  for (let y = 0, to = 0; y < height; y++) {
    const line = y * (stride + 1) + 1
    const sample = (index: number) => {
      if (depth === 8) return lines[line + index] ?? 0
      if (depth === 16) return lines[line + index * 2] ?? 0
      const bit = index * depth
      return ((lines[line + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
    }
    for (let x = 0; x < width; x++, to += 3) {
      const first = sample(x * samples)
      const shade = (index: number) => (sample(x * samples + index) * WHITE) / most
      if (colour === PALETTE) data.set(palette.subarray(first * 3, first * 3 + 3), to)
      else if (samples < 3) data.fill((first * WHITE) / most, to, to + 3)
      else data.set([shade(0), shade(1), shade(2)], to)
      if (samples === 2 || samples === 4) onWhite(data, to, shade(samples - 1) / WHITE)
    }
  }
  return { width, height, data }
}

/** What is transparent shows the paper it lies on. */
function onWhite(data: Uint8Array, at: number, alpha: number): void {
  for (let index = at; index < at + 3; index++) data[index] = (data[index] ?? 0) * alpha + WHITE * (1 - alpha)
}

function chunksOf(png: Buffer): { palette: Buffer; packed: Buffer } {
  const packed: Buffer[] = []
  let palette: Buffer = Buffer.alloc(0)
  for (let at = AT.chunks; at + FRAME <= png.length; at += FRAME + png.readUInt32BE(at)) {
    const name = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    if (name === 'PLTE') palette = data
    if (name === 'IDAT') packed.push(data)
  }
  return { palette, packed: Buffer.concat(packed) }
}

/** Every line says how it was told from its neighbours (PNG, 9.2). */
function undoFilters(lines: Buffer, { stride, height, step }: { stride: number; height: number; step: number }): void {
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1) + 1
    const filter = lines[from - 1] ?? 0
    if (filter === 0) continue
    for (let x = 0; x < stride; x++) {
      const left = x < step ? 0 : (lines[from + x - step] ?? 0)
      const up = y === 0 ? 0 : (lines[from + x - stride - 1] ?? 0)
      const corner = x < step || y === 0 ? 0 : (lines[from + x - step - stride - 1] ?? 0)
      lines[from + x] = ((lines[from + x] ?? 0) + guess(filter, left, up, corner)) & WHITE
    }
  }
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
