// Proves that the end of the audit can be carried on paper and known again (G12).
import { compareAnchor, readAnchor, writeAnchor } from '@class-pact/core/audit'
import fc from 'fast-check'

const HASH = '9f3a0c5e7d2188e041bc' + 'a'.repeat(44)

test('G12 the code has the number and the seal, in groups one can copy by hand', () => {
  expect(writeAnchor({ seq: 128, hash: HASH })).toBe('128-9f3a-0c5e-7d21-88e0-41bc')
})

test.each([
  '128-9f3a-0c5e-7d21-88e0-41bc',
  ' 128 9F3A 0C5E 7D21 88E0 41BC ',
  '128-9f3a0c5e7d2188e041bc',
  '128－9f3a－0c5e－7d21－88e0－41bc',
])('G12 %s is read however it was written down', (written) => {
  expect(readAnchor(written)).toEqual({ seq: 128, hash: '9f3a0c5e7d2188e041bc' })
})

test.each(['', '128', '0-9f3a-0c5e-7d21-88e0-41bc', '128-9f3a-0c5e', '128-9f3a-0c5e-7d21-88e0-41bg', '一二八'])(
  'G12 %p is no code',
  (written) => expect(readAnchor(written)).toBeUndefined(),
)

test('G12 whatever the row, its code finds it and no other', () => {
  const row = fc.record({
    seq: fc.integer({ min: 1, max: 999_999_999 }),
    hash: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  })
  fc.assert(
    fc.property(row, row, (one, other) => {
      const anchor = readAnchor(writeAnchor(one))
      expect(anchor && compareAnchor(anchor, one)).toBe('unbroken')
      expect(anchor && compareAnchor(anchor, undefined)).toBe('cut')
      expect(anchor && compareAnchor(anchor, { ...other, seq: one.seq })).toBe(
        other.hash.startsWith(one.hash.slice(0, 20)) ? 'unbroken' : 'forked',
      )
    }),
  )
})
