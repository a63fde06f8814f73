// Decides what of a picture stays: pixels, colours and which way is up; not where, when and with what it was taken.
import { orientationOf, writeOrientation } from './orientation'
import { endOfScan, type Picture } from './picture'

/** JPEG's markers (B.1.1.3). */
const FIRST_FRAME = 0xc0
const SCAN = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const END = 0xd9
const START = Buffer.from([0xff, 0xd8])
const EXIF = 'Exif\0\0'
/** JFIF's version and density; a small picture may follow, which stays behind. */
const JFIF_BYTES = 12
const NO_SMALL_PICTURE = Buffer.alloc(2)

/** Of a PNG what pixels and colours need (PNG, 11.2 and 11.3); words, times, places and what nobody knows go. */
const PNG_KEPT = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'bKGD',
  'pHYs',
]
const PNG_SIGNATURE = 8
const PNG_FRAME = 12

/** 1: as it is stored; 5 to 8: it lies on its side (EXIF, 4.6.4). */
interface Stripped extends Picture {
  orientation: number
}

/** The same picture, as the phone shows it; a picture that has been stripped stays as it is. */
export function stripPicture(picture: Picture): Stripped {
  const { content, orientation } = picture.type === 'jpg' ? stripJpeg(picture.content) : stripPng(picture.content)
  return { ...picture, content, orientation }
}

interface Content {
  content: Buffer
  orientation: number
}

function stripJpeg(content: Buffer): Content {
  const kept: Buffer[] = []
  let head: Buffer = Buffer.alloc(0)
  let orientation = 1
  for (let at = 2; at + 1 < content.length;) {
    const marker = content.readUInt8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === END) break
    const end = at + 2 + content.readUInt16BE(at + 2)
    const data = content.subarray(at + 4, end)
    if (marker === SCAN) {
      const next = endOfScan(content, end)
      kept.push(content.subarray(at, next))
      at = next
      continue
    }
    if (marker === APP0) head = startsWith(data, 'JFIF\0') ? jfif(data) : head
    else if (marker === APP1)
      orientation = startsWith(data, EXIF) ? orientationOf(data.subarray(EXIF.length)) : orientation
    else if (isPicture(marker, data)) kept.push(content.subarray(at, end))
    at = end
  }
  const whole = [START, head, exifOf(orientation), ...kept, Buffer.from([0xff, END])]
  return { content: Buffer.concat(whole), orientation }
}

/** A JPEG that says nothing of it, which way up it is shown. */
export function turnJpeg(content: Buffer, orientation: number): Buffer {
  return Buffer.concat([START, exifOf(orientation), content.subarray(START.length)])
}

/** Nothing is said of a picture that stands upright. */
function exifOf(orientation: number): Buffer {
  if (orientation === 1) return Buffer.alloc(0)
  return segment(APP1, Buffer.concat([Buffer.from(EXIF, 'latin1'), writeOrientation(orientation)]))
}

/** A colour profile and Adobe's word on the colours; of the rest everything that is not an application's or a comment. */
function isPicture(marker: number, data: Buffer): boolean {
  if (marker === APP2) return startsWith(data, 'ICC_PROFILE\0')
  if (marker === APP14) return startsWith(data, 'Adobe')
  return marker >= FIRST_FRAME && marker < APP0
}

const startsWith = (data: Buffer, mark: string) => data.toString('latin1', 0, mark.length) === mark

function jfif(data: Buffer): Buffer {
  return segment(APP0, Buffer.concat([data.subarray(0, JFIF_BYTES), NO_SMALL_PICTURE]))
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

function stripPng(content: Buffer): Content {
  const kept: Buffer[] = [content.subarray(0, PNG_SIGNATURE)]
  let orientation = 1
  for (let at = PNG_SIGNATURE; at + PNG_FRAME <= content.length;) {
    const name = content.toString('latin1', at + 4, at + 8)
    const end = at + PNG_FRAME + content.readUInt32BE(at)
    const data = content.subarray(at + 8, end - 4)
    if (name === 'eXIf') orientation = orientationOf(data)
    if (name === 'IDAT' && orientation !== 1 && !kept.some(isOrientation))
      kept.push(chunk('eXIf', writeOrientation(orientation)))
    if (PNG_KEPT.includes(name)) kept.push(content.subarray(at, end))
    at = end
  }
  return { content: Buffer.concat(kept), orientation }
}

const isOrientation = (part: Buffer) => part.toString('latin1', 4, 8) === 'eXIf'

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(checksum(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** PNG's checksum (PNG, annex D). */
function checksum(data: Buffer): number {
  let sum = 0xffffffff
  for (const byte of data) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
