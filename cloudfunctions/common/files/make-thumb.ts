// Decides how a picture becomes a small one for lists: some 20 KB, which way up like the picture it is made of.
import { decode, encode } from 'jpeg-js'
import type { Picture } from './picture'
import { readPng, type Pixels } from './read-png'
import { stripPicture, turnJpeg } from './strip-picture'

/** The longer side: as large as a list shows it (112 points at two pixels a point); larger, 体验评分 blames it. */
const SIDE = 240
const QUALITY = 70
/** Five million pixels unpacked, and what the reader needs beside them (upload bounds of an album). */
const MEMORY_MB = 160
const AREA_MP = 6

/** A JPEG; undefined: nothing can be seen in the picture, so it is none. */
export function makeThumb(picture: Picture): Picture | undefined {
  const pixels = unpack(picture)
  if (!pixels) return undefined
  const small = shrink(pixels)
  const { width, height } = small
  const content = turnJpeg(encode(small, QUALITY).data, stripPicture(picture).orientation)
  return { type: 'jpg', width, height, scans: 1, content }
}

function unpack({ type, content }: Picture): Pixels | undefined {
  try {
    if (type === 'png') return readPng(content)
    const { width, height, data } = decode(content, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: AREA_MP,
      maxMemoryUsageInMB: MEMORY_MB,
    })
    return { width, height, data }
  } catch {
    // The readers throw at what is wrong or larger than it may be.
    return undefined
  }
}

/** Every pixel is the mean of those it stands for. */
function shrink({ width, height, data }: Pixels): { width: number; height: number; data: Buffer } {
  const scale = Math.min(1, SIDE / Math.max(width, height))
  const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  const small = Buffer.alloc(across * down * 4, 255)
  for (let y = 0; y < down; y++) {
    const [top, bottom] = spanOf(y, down, height)
    for (let x = 0; x < across; x++) {
      const [left, right] = spanOf(x, across, width)
      const sums = [0, 0, 0]
      for (let row = top; row < bottom; row++) {
        for (let at = (row * width + left) * 3; at < (row * width + right) * 3; at += 3) {
          for (let colour = 0; colour < 3; colour++) sums[colour] = (sums[colour] ?? 0) + (data[at + colour] ?? 0)
        }
      }
      const count = (bottom - top) * (right - left)
      sums.forEach((sum, colour) => small.writeUInt8(Math.round(sum / count), (y * across + x) * 4 + colour))
    }
  }
  return { width: across, height: down, data: small }
}

/** From which to before which pixel of the large side one of the small side stands for. */
function spanOf(index: number, small: number, large: number): [from: number, to: number] {
  const from = Math.floor((index * large) / small)
  return [from, Math.max(from + 1, Math.floor(((index + 1) * large) / small))]
}
