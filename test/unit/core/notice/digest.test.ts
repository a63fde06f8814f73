// Decides when the summary of a day goes out, and which notices may wait for it (screens.md 5).
import * as fc from 'fast-check'
import { cleanText } from '@class-pact/core/contract'
import { dailyTime, foldForSearch, mayWaitFor, searchTextOf } from '@class-pact/core/notice'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const open = (time: number) => time

test.each([
  ['2026-09-01T10:00:00', '2026-09-01T17:30:00'],
  ['2026-09-01T17:30:00', '2026-09-01T17:30:00'],
  ['2026-09-01T17:30:01', '2026-09-02T17:30:00'],
])('N10 what comes at %s is told at %s', (now, told) => {
  expect(dailyTime(at(now), open)).toBe(at(told))
})

test('N10 on a day that is quiet it is told at the opening', () => {
  const monday = at('2026-09-07T07:00:00')
  expect(dailyTime(at('2026-09-05T10:00:00'), () => monday)).toBe(monday)
})

test('N10 important and urgent notices, and those due before, do not wait', () => {
  const summary = at('2026-09-01T17:30:00')
  const ordinary = { important: false, isUrgent: false }
  expect(mayWaitFor(ordinary, summary)).toBe(true)
  expect(mayWaitFor({ ...ordinary, deadline: summary + 1 }, summary)).toBe(true)
  expect(mayWaitFor({ ...ordinary, deadline: summary }, summary)).toBe(false)
  expect(mayWaitFor({ ...ordinary, important: true }, summary)).toBe(false)
  expect(mayWaitFor({ ...ordinary, isUrgent: true }, summary)).toBe(false)
})

test('N12 a stretch of a text is found whatever its case and width', () => {
  const { line, body } = searchTextOf({ title: '三（２）班ＡＢＣ运动会', sender: '语文王老师', body: '第一行\n第二行' })
  for (const words of ['三(2)班', '三（2）班abc', 'Abc运动会', '语文王老师'])
    expect(line).toContain(foldForSearch(words))
  expect(body).toContain(foldForSearch('第一行 第二行'))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const folded = foldForSearch(cleanText(text, 'one'))
      expect(foldForSearch(folded)).toBe(folded)
    }),
  )
})
