// Decides that bytes are a picture only if they are a whole one, wherever they are cut and whatever hangs on behind.
import fc from 'fast-check'
import { readPicture } from '../../../cloudfunctions/common/files/picture'
import { aJpeg, aPng } from '../../cloud/uploads'

describe.each([
  ['a JPEG', aJpeg(800, 600), 'jpg', 800, 600],
  ['a PNG', aPng(292, 172), 'png', 292, 172],
])('given %s', (_, content, type, width, height) => {
  test('C04 its type and measures are read', () => {
    expect(readPicture(content)).toEqual({ type, width, height, scans: 1, content })
  })

  test('C04 cut anywhere it is none', () => {
    const cut = fc.integer({ min: 0, max: content.length - 1 })
    fc.assert(fc.property(cut, (end) => readPicture(content.subarray(0, end)) === undefined))
  })

  test('C04 what hangs on behind is left out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (tail) => {
        expect(readPicture(Buffer.concat([content, tail]))?.content).toEqual(content)
      }),
    )
  })

  test('C04 one byte more in front of it and it is none', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), (head) => readPicture(Buffer.concat([head, content])) === undefined)) // prettier-ignore
  })
})

test('C04 any bytes, also with the head of a picture, end without a fault', () => {
  const heads = fc.constantFrom(
    Buffer.alloc(0),
    aJpeg().subarray(0, 2),
    aJpeg().subarray(0, 60),
    aPng().subarray(0, 33),
  )
  fc.assert(
    fc.property(heads, fc.uint8Array({ maxLength: 500 }), (head, rest) => {
      const content = Buffer.concat([head, rest])
      const picture = readPicture(content)
      return picture === undefined || picture.content.length <= content.length
    }),
    { numRuns: 2_000 },
  )
})
