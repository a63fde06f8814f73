// Decides what the QR codes in a picture say, within bounded memory and time (docs/adr/0022).
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { prepareZXingModule, purgeZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import type { Picture } from './picture'
import { READER_WASM } from './reader-wasm'

/** The largest that is unpacked, pixels: what phones make at 50 million; a PNG needs four times the memory of a JPEG. */
const AREA_MAX: Record<Picture['type'], number> = { jpg: 50_000_000, png: 16_000_000 }
/** A progressive JPEG has some ten; each goes through all pixels. */
const SCANS_MAX = 32
/** Codes of one picture: a poster has two or three. */
const CODES_MAX = 16
/** Signature, length, name, width and height come before what a pixel takes (PNG, 11.2.2). */
const PNG_HEADER = { width: 16, height: 20, depth: 24, colour: 25, chunks: 8 }
/** Samples of a pixel by PNG's colour type. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Interlaced lines are cut, and each piece has a byte of its own: less than this in all. */
const INTERLACED = 1.2

const OPTIONS: ReaderOptions = {
  formats: ['QRCode', 'MicroQRCode'],
  maxNumberOfSymbols: CODES_MAX,
}

let prepared = false

function prepare(): void {
  if (prepared) return
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(READER_WASM)).buffer } })
  prepared = true
}

/** Every code's text; undefined: the picture could not be looked at. */
export async function readCodes(picture: Picture): Promise<string[] | undefined> {
  if (!isBounded(picture)) return undefined
  prepare()
  try {
    const found = await readBarcodes(new Uint8Array(picture.content), OPTIONS)
    return found.flatMap(({ isValid, text }) => (isValid && text ? [text] : []))
  } catch {
    // A program that has run out of memory is not asked again.
    purgeZXingModule()
    prepared = false
    return undefined
  }
}

function isBounded({ type, width, height, scans, content }: Picture): boolean {
  return width * height <= AREA_MAX[type] && scans <= SCANS_MAX && (type === 'jpg' || unpacksAsSaid(content))
}

/** Whether a PNG holds the pixels that it says, and not a thousand times as many. */
function unpacksAsSaid(png: Buffer): boolean {
  const bits = (SAMPLES[png.readUInt8(PNG_HEADER.colour)] ?? 0) * png.readUInt8(PNG_HEADER.depth)
  const line = 1 + Math.ceil((png.readUInt32BE(PNG_HEADER.width) * bits) / 8)
  const maxOutputLength = Math.ceil(png.readUInt32BE(PNG_HEADER.height) * line * INTERLACED)
  try {
    return inflateSync(pixelsOf(png), { maxOutputLength }).length > 0
  } catch {
    return false
  }
}

/** The packed pixels, chunk after chunk: `readPicture` has seen that each is whole. */
function pixelsOf(png: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = PNG_HEADER.chunks; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return Buffer.concat(parts)
}
