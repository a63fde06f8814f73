// Proves how a search reads on the phone: its timer, its record, and the rows on everybody's 今天 (L05, L08, H27).
import type { Contact, ContactRecord, TodayGuardian } from '@class-pact/core/contract'
import { presentContact } from '../../../miniprogram/domains/roll/contact-view'
import { sayElapsed } from '../../../miniprogram/domains/roll/elapsed'
import { presentRecord } from '../../../miniprogram/packages/roll/record/present'
import { presentMissing, presentMissingClasses } from '../../../miniprogram/pages/today/parts/missing-rows/present'
import { presentGuardian } from '../../../miniprogram/pages/today/parts/today-guardian/present'

const at = (clock: string, day = '2026-09-01') => Date.parse(`${day}T${clock}+08:00`)
const LI_LEI: Contact = {
  ...{ childId: 'c', no: '16', name: '李雷', why: 'absent', by: '语文王老师' },
  ...{ since: at('08:00:00'), dueAt: at('08:30:00'), toldAt: at('08:00:20'), notes: [] },
}
const TRIED = { at: at('08:05:00'), by: '语文王老师', outcome: 'no_answer' as const }
const SICK = { at: at('08:41:00'), by: '李校长', outcome: 'reached' as const, cause: 'sick' as const }

test.each([
  ['08:00:00', '00:00'],
  ['08:11:59', '00:11'],
  ['08:12:00', '00:12'],
  ['10:05:00', '02:05'],
  ['07:59:00', '00:00'],
])('L05 given 08:00 and %s, then the timer says %s', (clock, said) => {
  expect(sayElapsed(at('08:00:00'), at(clock))).toBe(said)
})

test('L05 given an open search, then the card says who, why, and when the principal is told', () => {
  const view = presentContact(LI_LEI, at('08:12:00'))
  expect(view).toMatchObject({
    no: '16号',
    what: '未到（未请假）',
    leaders: '08:30告知校长',
    untold: '',
    open: true,
    end: '',
  })
  expect(presentContact(LI_LEI, at('08:30:00')).leaders).toBe('08:30已告知校长')
  expect(presentContact({ ...LI_LEI, why: 'not_back' }, at('08:12:00')).what).toBe('请假后未返校')
})

test('L05 given no message reached the family, then the card says to call, once that is sure', () => {
  const { toldAt: _told, ...untold } = LI_LEI
  expect(presentContact(untold, at('08:01:00')).untold).toBe('')
  expect(presentContact(untold, at('08:02:00')).untold).toBe('还没有收到微信提醒')
})

test('H27 every minute is in the record, once and in order', () => {
  const closed = { at: SICK.at, by: SICK.by, how: 'reached' as const, cause: SICK.cause }
  const contact = { ...LI_LEI, notes: [TRIED, SICK], leadersAt: at('08:30:00'), closed }
  const view = presentContact(contact, at('09:00:00'))
  expect(view.end).toBe('08:41已联系上：生病')
  expect(view.log.map(({ time, text }) => `${time} ${text}`)).toEqual([
    '08:00 语文王老师记为未到',
    '08:00 已微信通知家长',
    '08:05 未接通，语文王老师',
    '08:30 已告知校长',
    '08:41 已联系上：生病，李校长',
  ])
  const left = { ...LI_LEI, closed: { at: at('08:20:00'), by: '', how: 'leave' as const } }
  expect(presentContact(left, at('09:00:00')).log.at(-1)).toMatchObject({ time: '08:20', text: '家长已请假' })
})

test('H27 the record says whose it was and how long, and names what nobody has met', () => {
  const record: ContactRecord = {
    ...LI_LEI,
    ...{ classId: 'k', className: '三(2)班', day: '2026-09-01', half: 'am', unmet: true },
    owed: [
      { by: 'teacher', card: '语文王老师', from: at('08:00:00'), to: at('08:30:00') },
      { by: 'leaders', card: '', from: at('08:30:00'), to: at('08:50:00') },
    ],
  }
  expect(presentRecord([record], at('08:50:00'))).toMatchObject([
    {
      place: '三（2）班，9月1日晨检',
      how: '未到（未请假），还没有人查明',
      unmet: true,
      owed: ['08:00至08:30由语文王老师负责，30分钟', '08:30至现在由校长和教导处负责，20分钟'],
    },
  ])
})

test('L05 on 今天 a teacher sees the child and the minute, a leader the class and the number', () => {
  const now = at('08:12:00')
  const place = { classId: 'k', day: '2026-09-01', half: 'am' as const, since: at('08:00:00') }
  const child = { ...place, childId: 'c', no: '16', name: '李雷', dueAt: at('08:30:00') }
  expect(presentMissing([child], now)).toMatchObject([{ text: '李雷', sub: '16号，08:30告知校长' }])
  expect(presentMissing(undefined, now)).toEqual([])
  expect(presentMissingClasses([{ ...place, className: '三(2)班', count: 2 }], now)).toMatchObject([
    { text: '三（2）班2个孩子', sub: '从08:00起没有找到' },
  ])
})

test('L05 on a family’s 今天 one red line has the number to call, and is gone when the child is here', () => {
  const child = { childId: 'c', name: '张小明', classId: 'k', className: '三(2)班', teacher: '语文王老师' }
  const today: TodayGuardian = {
    ...{ role: 'guardian', now: at('08:12:00'), unsigned: [], total: 0, moves: [], latest: [], credits: {} },
    children: [{ ...child, teacherPhone: '0510-1', missing: { since: at('08:00:00') } }],
  }
  expect(presentGuardian(today).missing).toEqual([{ childId: 'c', text: '张小明今天08:00未到校', phone: '0510-1' }])
  const here = presentGuardian({ ...today, children: [{ ...child, here: true }] })
  expect([here.missing, here.here]).toEqual([[], ['小明已到校']])
})
