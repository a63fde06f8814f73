// Decides when children who fall ill together are a warning: three in a day, five in three, each child once.
import { findOutbreaks, sightLeave, sightRoll, type Sighting } from '@class-pact/core/attendance'
import type { OutbreakSymptom } from '@class-pact/core/contract'

const TODAY = '2026-09-03'
const seen = (child: number, day: string, at = 0, symptom: OutbreakSymptom = 'fever'): Sighting => ({
  ...{ childId: `c${child}`, no: String(child), name: `孩${child}`, day, at, symptom },
})

test('given three children with one symptom on one day, then it is a warning since the third; two are none', () => {
  const three = [seen(1, TODAY, 10), seen(2, TODAY, 30), seen(3, TODAY, 20)]
  expect(findOutbreaks(three, TODAY)).toMatchObject([{ symptom: 'fever', today: 3, children: 3, since: 30 }])
  expect(findOutbreaks(three.slice(1), TODAY)).toEqual([])
})

test('given five children within three days, then it is a warning; the same child twice is one, and the day before is over', () => {
  const days = ['2026-09-01', '2026-09-02', TODAY]
  const spread = (count: number) =>
    Array.from({ length: count }, (_, index) => seen(index, days[index % 3] ?? TODAY, index))
  expect(findOutbreaks(spread(5), TODAY)).toMatchObject([{ children: 5, since: 4 }])
  expect(findOutbreaks(spread(4), TODAY)).toEqual([])
  expect(
    findOutbreaks(
      days.flatMap((day) => [seen(1, day), seen(2, day)]),
      TODAY,
    ),
  ).toEqual([])
  expect(findOutbreaks([...spread(4), seen(9, '2026-08-31')], TODAY)).toEqual([])
})

test('given a child on sick leave that was also seen at the check, then it counts once', () => {
  const line = {
    no: '1',
    name: '孩1',
    mark: 'present' as const,
    symptoms: ['fever' as const, 'injury' as const],
    at: 5,
  }
  const roll = { day: TODAY, half: 'am' as const, takenAt: 9, lines: { c1: line, c2: { ...line, no: '2' } } }
  const leave = { childId: 'c1', no: '1', childName: '孩1', kind: 'fever' as const }
  const all = [...sightLeave(leave, [TODAY], () => 1), ...sightRoll(roll)]
  expect(all).toHaveLength(3)
  expect(findOutbreaks(all, TODAY)).toEqual([])
  expect(findOutbreaks([...all, seen(3, TODAY)], TODAY)).toMatchObject([{ today: 3 }])
})

test('given other symptoms, other illness, injuries and personal leave, then nothing gathers', () => {
  const of = (kind: 'sick' | 'personal') =>
    [1, 2, 3].flatMap((no) => sightLeave({ childId: `c${no}`, no: '1', childName: '孩', kind }, [TODAY], () => 0))
  expect(findOutbreaks([...of('sick'), ...of('personal')], TODAY)).toEqual([])
  expect(findOutbreaks([seen(1, TODAY), seen(2, TODAY, 0, 'cough'), seen(3, TODAY, 0, 'rash')], TODAY)).toEqual([])
})
