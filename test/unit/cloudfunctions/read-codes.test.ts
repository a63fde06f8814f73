// Decides that a code in a photo is read whatever its size and place, and that no picture is a bomb.
import { deflateSync } from 'node:zlib'
import { readPicture } from '../../../cloudfunctions/common/files/picture'
import { readCodes } from '../../../cloudfunctions/common/files/read-codes'
import { aJpeg, aPng } from '../../cloud/uploads'
import { asJpeg, asPng, paint, pngOf, type PaintedCode } from '../../pictures'

const LINK = 'https://shop.example.com/goods/12345'
const TILL = 'wxp://f2f0abcdefghijklmn'

async function codesIn(content: Buffer): Promise<string[] | undefined> {
  const picture = readPicture(content)
  if (!picture) throw new Error('no picture')
  return readCodes(picture)
}

describe('given a photo with a code', () => {
  test.each<[string, Partial<PaintedCode>]>([
    ['upright', {}],
    ['turned by 17 degrees', { turned: 17 }],
    ['turned by 90 degrees', { turned: 90 }],
    ['upside down', { turned: 180 }],
    ['white on black', { inverted: true }],
    ['small, three pixels a square', { square: 3, at: [0.8, 0.2] }],
    ['nearly as large as the photo', { square: 20 }],
  ])('C11 it is read when it lies %s', async (_, code) => {
    const photo = paint(1080, 810, [{ text: LINK, ...code }])
    expect(await codesIn(asJpeg(photo))).toEqual([LINK])
    expect(await codesIn(asPng(photo))).toEqual([LINK])
  })

  test('C11 it is found in 12 million pixels, down to two and a half pixels a square', async () => {
    const places: [number, number][] = [
      [0.2, 0.2],
      [0.8, 0.3],
      [0.3, 0.8],
      [0.7, 0.7],
    ]
    const codes = [8, 4, 3, 2.5].map((square, at) => ({
      text: `${LINK}${at}`,
      square,
      at: places[at],
      turned: 17 * at,
    }))
    expect((await codesIn(asJpeg(paint(4032, 3024, codes))))?.sort()).toEqual(codes.map(({ text }) => text))
  })

  test('C36 of two codes both are read', async () => {
    const photo = paint(1600, 1200, [
      { text: LINK, at: [0.25, 0.3] },
      { text: TILL, at: [0.7, 0.7], turned: 30 },
    ])
    expect((await codesIn(asJpeg(photo)))?.sort()).toEqual([LINK, TILL].sort())
  })

  test('a code of Chinese words is read as it was written', async () => {
    expect(await codesIn(asJpeg(paint(800, 600, [{ text: '三楼图书角' }])))).toEqual(['三楼图书角'])
  })
})

describe('given a picture without a code', () => {
  test.each([
    ['a photo', asJpeg(paint(1080, 810))],
    ['a plain grey one', aJpeg()],
    ['a signature', aPng()],
  ])('%s says nothing', async (_, content) => {
    expect(await codesIn(content)).toEqual([])
  })
})

describe('given a picture that is a bomb', () => {
  test('one with more pixels than any phone makes is not unpacked', async () => {
    expect(await codesIn(aJpeg(11_000, 9_000))).toBeUndefined()
    expect(await codesIn(pngOf(5_000, 4_000, deflateSync(Buffer.alloc(1_000))))).toBeUndefined()
  })

  test('a small one that unpacks to two hundred megabytes is not unpacked', async () => {
    expect(await codesIn(pngOf(100, 100, deflateSync(Buffer.alloc(200_000_000))))).toBeUndefined()
  })

  test('one that goes through its pixels a thousand times is not unpacked', async () => {
    const plain = aJpeg(800, 600)
    const scan = plain.subarray(plain.indexOf(Buffer.from([0xff, 0xda])), plain.length - 2)
    const bomb = Buffer.concat([plain.subarray(0, -2), ...Array<Buffer>(1_000).fill(scan), plain.subarray(-2)])
    expect(await codesIn(bomb)).toBeUndefined()
  })

  test('one whose pixels are missing is not looked at, and the next one is', async () => {
    expect(await codesIn(pngOf(400, 400, Buffer.from('no pixels')))).toBeUndefined()
    expect(await codesIn(asJpeg(paint(800, 600, [{ text: LINK }])))).toEqual([LINK])
  })
})
