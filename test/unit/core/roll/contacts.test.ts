// Proves the rules of a search: when the leaders are to know, what ends it, what begins its clock anew (L05, L08, H27).
import fc from 'fast-check'
import type { CheckedWords } from '@class-pact/core/contract'
import {
  closeByLeave,
  followLines,
  isComplete,
  isDue,
  isOpen,
  noteContact,
  openContact,
  owedFor,
  wantsLeaders,
  type KeptContact,
  type KeptNote,
} from '@class-pact/core/roll'

const MINUTE = 60_000
const SINCE = 1_000 * MINUTE
const CHILD = { no: '16', name: '李雷' }
const search = (more: Partial<KeptContact> = {}): KeptContact => ({
  ...openContact(CHILD, { why: 'absent', since: SINCE, minutes: 30, by: '王老师', owner: '王老师' }),
  ...more,
})
const note = (outcome: KeptNote['outcome'], more: Partial<KeptNote> = {}): KeptNote => ({
  ...{ id: 'r', at: SINCE + MINUTE, by: { card: '王老师' }, outcome },
  ...more,
})
const line = (mark: 'present' | 'late' | 'absent' | 'leave', at?: number) => ({
  c: { ...CHILD, mark, ...(at !== undefined && { at }) },
})
const ground = { minutes: 30, by: '王老师', at: SINCE + 10 * MINUTE }

test('L05 given a search, then it is due from its minute on and not a millisecond before', () => {
  expect(isDue(search(), SINCE + 30 * MINUTE - 1)).toBe(false)
  expect(isDue(search(), SINCE + 30 * MINUTE)).toBe(true)
  expect(isDue(noteContact(search(), note('arrived'), 30), SINCE + 31 * MINUTE)).toBe(false)
})

test.each([
  [{ outcome: 'reached' }, false],
  [{ outcome: 'reached', cause: 'sick' }, true],
  [{ outcome: 'reached', cause: 'other' }, false],
  [{ outcome: 'reached', cause: 'other', words: '车坏了' as CheckedWords }, true],
  [{ outcome: 'no_answer' }, true],
  [{ outcome: 'arrived' }, true],
] as const)('L05 given %j, then whether it says enough is %s', (said, enough) => {
  expect(isComplete(said)).toBe(enough)
})

test('L05 未接通 goes on, 在路上 with a clock of its own, every other outcome ends it with time and reason', () => {
  expect(noteContact(search(), note('no_answer'), 30)).toMatchObject({ dueAt: SINCE + 30 * MINUTE, notes: [{}] })
  const onWay = noteContact(search(), note('reached', { cause: 'on_way', at: SINCE + 20 * MINUTE }), 30)
  expect([isOpen(onWay), onWay.dueAt]).toEqual([true, SINCE + 50 * MINUTE])
  expect(noteContact(search(), note('reached', { cause: 'sick' }), 30).closed).toEqual({
    ...{ at: SINCE + MINUTE, by: '王老师', how: 'reached', cause: 'sick' },
  })
  const over = noteContact(search(), note('arrived'), 30)
  expect(noteContact(over, note('reached', { cause: 'family' }), 30).closed).toEqual(over.closed)
})

test('L05 given 在路上 after the leaders were told, then they are told again when that time is over', () => {
  const told = search({ leadersAt: SINCE + 30 * MINUTE, leadersFor: SINCE + 30 * MINUTE })
  expect(wantsLeaders(told, SINCE + 40 * MINUTE)).toBe(false)
  const onWay = noteContact(told, note('reached', { cause: 'on_way', at: SINCE + 40 * MINUTE }), 30)
  expect(wantsLeaders(onWay, SINCE + 69 * MINUTE)).toBe(false)
  expect(wantsLeaders(onWay, SINCE + 70 * MINUTE)).toBe(true)
})

test('L05 the lines open a search, a later mark ends it, and a still later 未到 begins anew with what was noted', () => {
  const opened = followLines(line('absent', SINCE), {}, ground)
  expect(opened['c']).toMatchObject({ why: 'absent', since: SINCE, dueAt: SINCE + 30 * MINUTE, by: '王老师' })
  expect(followLines(line('absent', SINCE), opened, ground)).toEqual(opened)
  const late = followLines(line('late', SINCE + 5 * MINUTE), opened, ground)
  expect(late['c']?.closed).toMatchObject({ how: 'arrived', at: SINCE + 5 * MINUTE })
  expect(followLines(line('present', SINCE + 5 * MINUTE), opened, ground)['c']?.closed?.how).toBe('corrected')
  expect(followLines(line('leave', SINCE), opened, ground)['c']?.closed).toMatchObject({ how: 'leave', at: ground.at })
  const again = followLines(line('absent', SINCE + 9 * MINUTE), late, ground)
  expect(again['c']).toMatchObject({ since: SINCE + 9 * MINUTE })
  expect(again['c']?.closed).toBeUndefined()
})

test('L08 who is expected is not back, and any roll that sees the child ends that search, also one that came late', () => {
  const expected = new Map([['c', {}]])
  expect(followLines(line('absent', SINCE), {}, { ...ground, expected })['c']?.why).toBe('not_back')
  const sought = { c: search({ why: 'not_back', since: SINCE + 8 * MINUTE }) }
  const seen = followLines(line('late', SINCE), sought, ground)['c']?.closed
  expect(seen).toMatchObject({ how: 'arrived', at: SINCE + 8 * MINUTE })
  const default_ = followLines(line('present'), sought, { ...ground, takenAt: SINCE + 9 * MINUTE })['c']?.closed
  expect(default_).toMatchObject({ how: 'arrived', at: SINCE + 9 * MINUTE })
})

test('L05 leave ends an open search once, and no other', () => {
  const closed = closeByLeave({ c: search(), d: search() }, new Map([['c', {}]]), ground.at)
  expect(closed['c']?.closed).toMatchObject({ how: 'leave', at: ground.at })
  expect(closed['d']?.closed).toBeUndefined()
  expect(closeByLeave(closed, new Map([['c', {}]]), ground.at + 1)).toEqual(closed)
})

test('H27 whose a search was adds up to all of its time, the head teacher first, the leaders from when they were told', () => {
  const times = fc.nat({ max: 120 * MINUTE })
  fc.assert(
    fc.property(fc.option(times), fc.option(times), times, (closed, told, now) => {
      const contact = search({
        ...(closed !== null && { closed: { at: SINCE + closed, by: '', how: 'arrived' } }),
        ...(told !== null && { leadersAt: SINCE + 30 * MINUTE + told }),
      })
      const { owed, unmet } = owedFor(contact, SINCE + now)
      const end = closed === null ? SINCE + now : SINCE + closed
      expect(owed[0]).toMatchObject({ by: 'teacher', from: SINCE })
      expect(owed.at(-1)?.to).toBe(end)
      if (owed.length === 2) expect(owed[1]).toMatchObject({ by: 'leaders', from: owed[0]?.to })
      expect(unmet).toBe(closed === null && now >= 30 * MINUTE ? true : undefined)
    }),
  )
})
