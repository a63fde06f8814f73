// Decides whether bytes are a picture, by what they are and not by their name, and where the picture ends.
import { JPG } from 'image-size/types/jpg'
import { PNG } from 'image-size/types/png'

export interface Picture {
  type: 'jpg' | 'png'
  width: number
  height: number
  /** Of a JPEG: how often its pixels are gone through. */
  scans: number
  /** The picture alone. */
  content: Buffer
}

const PNG_SIGNATURE = 8
/** Length, name and checksum around the data of a PNG's chunk (PNG, 5.3). */
const CHUNK_FRAME = 12

/** Undefined: not a whole JPEG or PNG. */
export function readPicture(content: Buffer): Picture | undefined {
  try {
    const isJpeg = JPG.validate(content)
    if (!isJpeg && !PNG.validate(content)) return undefined
    const found = isJpeg ? endOfJpeg(content) : endOfPng(content)
    if (found === undefined) return undefined
    const { end, scans } = found
    const { width, height } = (isJpeg ? JPG : PNG).calculate(content)
    return { type: isJpeg ? 'jpg' : 'png', width, height, scans, content: content.subarray(0, end) }
  } catch {
    // The library throws at what is cut off or wrong.
    return undefined
  }
}

interface End {
  end: number
  scans: number
}

/** Behind the end marker, after at least one scan (JPEG, B.1.1). */
function endOfJpeg(content: Buffer): End | undefined {
  let scans = 0
  for (let at = 2; at + 1 < content.length;) {
    const marker = content[at + 1]
    if (content[at] !== 0xff) return undefined
    if (marker === 0xff) at++
    else if (marker === 0xd9) return scans > 0 ? { end: at + 2, scans } : undefined
    else {
      const length = content.readUInt16BE(at + 2)
      if (length < 2) return undefined
      at += 2 + length
      if (marker === 0xda) {
        scans++
        at = endOfScan(content, at)
      }
    }
  }
  return undefined
}

/** The next marker that is no restart and no escaped byte. */
export function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return content.length
}

/** Behind the chunk IEND, after at least one with pixels (PNG, 5.6). */
function endOfPng(content: Buffer): End | undefined {
  let pixels = 0
  for (let at = PNG_SIGNATURE; at + CHUNK_FRAME <= content.length;) {
    const name = content.toString('latin1', at + 4, at + 8)
    if (!/^[A-Za-z]{4}$/.test(name)) return undefined
    const end = at + CHUNK_FRAME + content.readUInt32BE(at)
    if (end > content.length) return undefined
    if (name === 'IDAT') pixels++
    if (name === 'IEND') return pixels > 0 ? { end, scans: 1 } : undefined
    at = end
  }
  return undefined
}
