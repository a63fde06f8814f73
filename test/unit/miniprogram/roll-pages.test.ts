// Proves that no roll is lost on its way to the cloud, and what the page of the roll says of it (L04, L05).
import type { Contact, Roll } from '@class-pact/core/contract'
import { footOf } from '../../../miniprogram/packages/roll/take/foot'
import { freshRoll, presentRoll, type RollMark } from '../../../miniprogram/packages/roll/take/present'
import { installWx, type FakeWx } from './fake-wx'

const DAY = '2026-09-01'
const at = (clock: string, day = DAY) => Date.parse(`${day}T${clock}+08:00`)
const [NOBODY, SAVE] = [
  { kept: {}, set: {} },
  { changed: false, waits: false },
]

function aRoll(more: Partial<Roll> = {}): Roll {
  const lines = ['1', '2', '3'].map((no) => ({ childId: `c${no}`, no, name: `孩子${no}`, mark: 'present' as const }))
  const counts = { total: 3, present: 3, late: 0, early: 0, leave: 0, absent: 0 }
  const place = { schoolId: 's', classId: 'k', className: '三（2）班', day: DAY, half: 'am' as const }
  return { ...place, now: at('08:00:00'), dueAt: '08:00', lines, counts, contacts: [], ...more }
}
const markOf = (childId: string, mark: RollMark['mark'], clock: string): RollMark => ({ childId, mark, at: at(clock) })
const searchFor = (childId: string): Contact => ({
  ...{ childId, no: '1', name: '孩子1', why: 'absent', by: '王老师', notes: [] },
  ...{ since: at('08:00:00'), dueAt: at('08:30:00') },
})

describe('given a roll with a child that is not here', () => {
  const lines = aRoll().lines.map((line, index) => (index === 0 ? { ...line, mark: 'absent' as const } : line))
  const roll = aRoll({ lines, contacts: [searchFor('c1')], takenAt: at('08:00:00'), takenBy: '王老师' })

  test('L05 then it is red in three places and nowhere else: card, cell and sum', () => {
    const view = presentRoll(roll, NOBODY, at('08:12:00'))
    expect(view.looking).toMatchObject([{ childId: 'c1', leaders: '08:30告知校长', what: '未到（未请假）' }])
    expect(view.cells.filter(({ look }) => look === 'absent').map(({ childId }) => childId)).toEqual(['c1'])
    expect(view.tally.filter(({ red }) => red)).toEqual([{ text: '未到1', red: true }])
    expect(view.missing).toEqual([])
  })

  test('L05 when a hand says that it is here, then the card goes at once', () => {
    const set = { c1: markOf('c1', 'present', '08:05:00') }
    expect(presentRoll(roll, { kept: {}, set }, at('08:12:00')).looking).toEqual([])
  })

  test('L05 given no network, then what is kept on the phone has a timer from the true time, and no second card', () => {
    const kept = { c1: markOf('c1', 'absent', '08:00:00'), c2: markOf('c2', 'absent', '08:02:00') }
    const view = presentRoll(roll, { kept, set: {} }, at('08:14:00'))
    expect(view.looking.map(({ childId }) => childId)).toEqual(['c1'])
    expect(view.missing).toEqual([{ childId: 'c2', name: '孩子2', timer: '未到00:12', sub: '2号，未到（未请假）' }])
  })

  test('L04 C04 a remark that waits unread is said, also when the child is marked again', () => {
    const held = aRoll({ lines: lines.map((line) => ({ ...line, remarkHeld: true as const })) })
    const set = { c2: markOf('c2', 'late', '08:05:00') }
    const view = presentRoll(held, { kept: {}, set }, at('08:12:00'))
    expect(view.cells.map(({ seen }) => seen)).toEqual(Array.from({ length: 3 }, () => '备注没通过检查'))
  })
})

describe('given no network on another morning', () => {
  test('L04 then the list of the last time is there, and everybody is here until a hand says otherwise', () => {
    const old = aRoll({ takenAt: at('08:00:00'), contacts: [searchFor('c1')] })
    const fresh = freshRoll(old, undefined, at('08:00:00', '2026-09-02'))
    expect(fresh).toMatchObject({ day: '2026-09-02', half: 'am', contacts: [], counts: { total: 3, present: 3 } })
    expect(fresh.takenAt).toBeUndefined()
    expect(freshRoll(old, undefined, at('09:00:00'))).toBe(old)
  })
})

test.each([
  ['nobody has taken it', aRoll(), SAVE, '08:00:00', '保存晨检', 'brand'],
  ['it is taken', aRoll({ takenAt: 1 }), SAVE, '08:00:00', '晨检已保存', 'off'],
  ['a hand has set more', aRoll({ takenAt: 1 }), { ...SAVE, changed: true }, '08:00:00', '保存更正', 'brand'],
  ['it waits for the network', aRoll(), { changed: false, waits: true }, '08:00:00', '晨检已存在本机', 'off'],
  ['it is too early', aRoll({ half: 'pm' }), SAVE, '11:59:59', '保存午检', 'off'],
  ['it is noon', aRoll({ half: 'pm' }), SAVE, '12:00:00', '保存午检', 'brand'],
] as const)('L04 given %s, then ▶ says so', (_given, roll, changes, clock, label, tone) => {
  expect(footOf(roll, { asking: [] }, changes, at(clock))).toMatchObject({ label, tone })
})

describe('given two rolls kept without a network', () => {
  let fake: FakeWx
  const keep = async (requestId: string, half: 'am' | 'pm') => {
    const { keepRoll } = await import('../../../miniprogram/domains/roll/kept-rolls')
    const input = { classId: 'k', day: DAY, half, takenAt: at('08:00:00'), children: [], marks: [] }
    keepRoll({ requestId, className: '三（2）班', input })
  }
  /** The program as it starts anew: only what the phone keeps is left. */
  const start = async () => {
    jest.resetModules()
    return import('../../../miniprogram/domains/roll/kept-rolls')
  }
  const sent = () => fake.calls.map(({ data }) => [data.requestId, (data.input as { half: string }).half])
  const offline = () => {
    throw { errMsg: 'cloud.callFunction:fail request:fail' }
  }
  beforeEach(async () => {
    fake = installWx()
    await start()
    await keep('morning', 'am')
    await keep('afternoon', 'pm')
  })

  test('L04 when there is a network, then they go in order, each once', async () => {
    const { keptRolls, sendKeptRolls } = await start()
    const [first, second] = await Promise.all([sendKeptRolls(), sendKeptRolls()])
    expect(sent()).toEqual([
      ['morning', 'am'],
      ['afternoon', 'pm'],
    ])
    expect([first.size, second.size, keptRolls().length]).toEqual([2, 0, 0])
  })

  test('L04 given the program ends between the two, then the second goes when it starts again, under its own id', async () => {
    fake.answers = [() => ({ ok: true, data: {} }), offline]
    await (await start()).sendKeptRolls()
    const again = await start()
    expect(again.keptRolls().map(({ requestId }) => requestId)).toEqual(['afternoon'])
    fake.calls.length = 0
    fake.answers = [() => ({ ok: true, data: {} })]
    await again.sendKeptRolls()
    expect(sent()).toEqual([['afternoon', 'pm']])
    expect(again.keptRolls()).toEqual([])
  })

  test('L04 given one that the cloud refuses, then it is said and kept, and the other goes all the same', async () => {
    const refused = () => ({ ok: false, error: { code: 'ROLL_CHANGED' } })
    fake.answers = [refused, () => ({ ok: true, data: {} })]
    const { keptRolls, sendKeptRolls } = await start()
    await sendKeptRolls()
    expect(keptRolls()).toMatchObject([{ requestId: 'morning', refused: 'ROLL_CHANGED' }])
    await sendKeptRolls()
    expect(fake.calls).toHaveLength(2)
  })
})
