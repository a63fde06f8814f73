// Proves that of a picture the pixels and which way up stay, and not where, when and with what it was taken (P06).
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { decode, encode } from 'jpeg-js'
import { makeThumb } from '../../../cloudfunctions/common/files/make-thumb'
import { orientationOf, writeOrientation } from '../../../cloudfunctions/common/files/orientation'
import { readPicture, type Picture } from '../../../cloudfunctions/common/files/picture'
import { readPng } from '../../../cloudfunctions/common/files/read-png'
import { stripPicture } from '../../../cloudfunctions/common/files/strip-picture'

const CAMERA = 'Pear Phone 99 Pro'
const PLACE = 'GPS N39.9042 E116.4074'

const pixelsOf = (width: number, height: number) => {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let at = 0; at < data.length; at += 4) data.set([(at / 4) % width, Math.floor(at / 4 / width), 90], at)
  return { width, height, data }
}
const PLAIN = encode(pixelsOf(64, 32), 85).data

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** EXIF as a camera writes it: which way up, its name, and where it was, in either byte order. */
function exif(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const little = order === 'II'
  const short = (value: number) =>
    little ? Buffer.from([value & 255, value >> 8]) : Buffer.from([value >> 8, value & 255])
  const long = (value: number) =>
    little ? Buffer.concat([short(value), short(0)]) : Buffer.concat([short(0), short(value)])
  const field = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([short(tag), short(type), long(count), value])
  const texts = Buffer.from(`${CAMERA}\0${PLACE}\0`)
  return Buffer.concat([
    Buffer.from(order),
    ...[short(42), long(8), short(2)],
    field(0x010f, 2, CAMERA.length + 1, long(38)),
    field(0x0112, 3, 1, Buffer.concat([short(orientation), short(0)])),
    ...[long(0), texts],
  ])
}
const app1 = (orientation: number, order?: 'II' | 'MM') =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation, order)]))
const XMP = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${PLACE}</x>`))
const MPF = segment(0xe2, Buffer.from(`MPF\0${PLACE}`))
const IPTC = segment(0xed, Buffer.from(`Photoshop 3.0\0${PLACE}`))
const COMMENT = segment(0xfe, Buffer.from(`${CAMERA} ${PLACE}`))
const MAKER = segment(0xe7, Buffer.from(CAMERA))
const ICC = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours'))
const ADOBE = segment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01'))

const withSegments = (parts: readonly Buffer[]) => Buffer.concat([PLAIN.subarray(0, 2), ...parts, PLAIN.subarray(2)])
const read = (content: Buffer): Picture => {
  const picture = readPicture(content)
  if (!picture) throw new Error('no picture')
  return picture
}
const saysNothing = (content: Buffer) => {
  const text = content.toString('latin1')
  for (const told of [CAMERA, PLACE, '39.9042', 'xap', 'Photoshop', 'MPF']) expect(text).not.toContain(told)
}

describe('P06 given a JPEG with a camera’s name and a place in it', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('when it is stripped, then only that it lies as %d stays', (orientation) => {
    const whole = withSegments([app1(orientation, orientation % 2 ? 'II' : 'MM'), XMP, ICC, ADOBE, COMMENT])
    expect(whole.toString('latin1')).toContain(PLACE)
    const stripped = stripPicture(read(whole))
    saysNothing(stripped.content)
    expect(stripped.orientation).toBe(orientation)
    expect(stripped.content.includes(ICC)).toBe(true)
    // Said once more, it stays as it is.
    expect(stripPicture(read(stripped.content)).content).toEqual(stripped.content)
    expect(stripPicture(read(stripped.content)).orientation).toBe(orientation)
  })

  test('when the segments come in any order and number, then nothing is told, and the pixels are the same', () => {
    const parts = fc.constantFrom(app1(6), app1(6, 'MM'), XMP, MPF, IPTC, COMMENT, MAKER, ICC)
    const before = decode(PLAIN).data
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (found) => {
        const { content, orientation } = stripPicture(read(withSegments(found)))
        saysNothing(content)
        expect(orientation).toBe(found.some((each) => each.includes('Exif')) ? 6 : 1)
        expect(decode(content).data.equals(before)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('when a small picture is made of it, then it is small, lies the same way, and tells nothing', () => {
    const large = encode(pixelsOf(900, 300), 85).data
    const whole = Buffer.concat([large.subarray(0, 2), app1(6), COMMENT, large.subarray(2)])
    const thumb = makeThumb(read(whole))
    expect(thumb).toMatchObject({ type: 'jpg', width: 240, height: 80 })
    saysNothing(thumb?.content ?? Buffer.alloc(0))
    expect(stripPicture(read(thumb?.content ?? Buffer.alloc(0))).orientation).toBe(6)
  })

  test('when EXIF is broken anywhere, then it is stripped all the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom('II', 'MM', ''), (junk, order) => {
        const tiff = Buffer.concat([Buffer.from(order), Buffer.from(junk)])
        expect(orientationOf(tiff)).toBeGreaterThanOrEqual(1)
        const whole = withSegments([segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]))])
        expect(decode(stripPicture(read(whole)).content).width).toBe(64)
      }),
    )
  })
})

const chunk = (name: string, data: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}
function png(width: number, height: number, colour: number, depth: number, lines: Buffer, more: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...more,
    ...[chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))],
  ])
}

describe('P06 given a PNG', () => {
  const told = [
    chunk('eXIf', exif(8)),
    ...['tEXt', 'iTXt', 'zTXt', 'tIME', 'prVt'].map((name) => chunk(name, Buffer.from(`${CAMERA} ${PLACE}`))),
  ]

  test('when it is stripped, then words, times, places and what nobody knows go; which way up stays', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: 1 }), (found) => {
        const whole = read(png(16, 16, 0, 8, Buffer.alloc(16 * 17), found))
        const { content, orientation } = stripPicture(whole)
        saysNothing(content)
        expect(orientation).toBe(found.some((each) => each.includes('eXIf')) ? 8 : 1)
        expect(content.includes('eXIf')).toBe(orientation !== 1)
        expect(stripPicture(read(content)).orientation).toBe(orientation)
      }),
    )
  })

  test.each([
    ['colours', 2, 8, [0, 9, 8, 7, 10, 9, 8], [9, 8, 7, 10, 9, 8]],
    ['grey', 0, 8, [0, 9, 200], [9, 9, 9, 200, 200, 200]],
    ['black and white', 0, 1, [0, 0b01000000], [0, 0, 0, 255, 255, 255]],
    ['a transparent point', 6, 8, [0, 9, 8, 7, 255, 1, 1, 1, 0], [9, 8, 7, 255, 255, 255]],
  ])('when it has %s, then its points are those', (_, colour, depth, line, points) => {
    expect([...(readPng(png(2, 1, colour, depth, Buffer.from(line)))?.data ?? [])]).toEqual(points)
  })

  test.each([0, 1, 2, 3, 4])('when its lines are told by filter %d, then a thumbnail can be made', (filter) => {
    const lines = Buffer.concat(Array.from({ length: 20 }, () => Buffer.from([filter, ...Array<number>(60).fill(3)])))
    expect(makeThumb(read(png(20, 20, 2, 8, lines)))).toMatchObject({ width: 20, height: 20 })
  })

  test('when it unpacks to more than it says, or to less, then it is no picture', () => {
    expect(makeThumb(read(png(20, 20, 2, 8, Buffer.alloc(10_000_000))))).toBeUndefined()
    expect(makeThumb(read(png(20, 20, 2, 8, Buffer.alloc(10))))).toBeUndefined()
  })
})

test('given every way up, then what is written is read again', () => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    expect(orientationOf(writeOrientation(orientation))).toBe(orientation)
  }
})
