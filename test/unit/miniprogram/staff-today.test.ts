// Proves what teachers and principals see first.
import type { RunningNotice, TodayPrincipal, TodayStaff } from '@class-pact/core/contract'
import { presentRunning } from '../../../miniprogram/components/running-cell/present'
import { presentPrincipal } from '../../../miniprogram/pages/today/parts/today-principal/present'
import { presentStaff } from '../../../miniprogram/pages/today/parts/today-staff/present'

const at = (beijing: string) => Date.parse(`${beijing}+08:00`)
const NOW = at('2026-09-02T16:10:00')

const running = (patch: Partial<RunningNotice> = {}): RunningNotice => ({
  noticeId: 'n',
  classId: 'k',
  className: '三（2）班',
  kind: 'outing',
  title: '秋游通知',
  important: true,
  deadline: at('2026-09-02T18:00:00'),
  overdue: false,
  counts: { total: 40, signed: 35, followed: 3, read: 1, missing: 2 },
  ...patch,
})
const staff = (patch: Partial<TodayStaff> = {}): TodayStaff => ({
  role: 'head_teacher',
  now: NOW,
  classId: 'k',
  className: '三（2）班',
  children: 40,
  leavesToday: 3,
  pendingLeaves: 2,
  applications: 1,
  moves: 0,
  held: 0,
  toReview: 0,
  ...{ tasks: [], tasksTotal: 0 },
  queued: [],
  queuedTotal: 0,
  running: [running()],
  total: 1,
  weekCount: 3,
  warnings: [],
  dropouts: [],
  reviewDue: false,
  weekCap: 5,
  others: [],
  ...patch,
})

describe("a teacher's today", () => {
  it('N06 a running notice says until when, how many signed and how many are not reached', () => {
    expect(presentRunning(running(), NOW)).toMatchObject({ deadline: '今天18:00前', text: '签35/40，未送达2' })
  })

  it('N10 an overdue notice says so in words', () => {
    expect(presentRunning(running({ overdue: true, deadline: at('2026-09-02T12:00:00') }), NOW).deadline).toBe(
      '今天12:00前，已过',
    )
  })

  it('L03 M02 a head teacher sees three counts to clear, a teacher none', () => {
    expect(presentStaff(staff()).counts.map(({ word, count }) => [word, count])).toEqual([
      ['假条', 2],
      ['加入申请', 1],
      ['待审', 0],
    ])
    expect(presentStaff(staff({ role: 'teacher' })).counts).toEqual([])
  })

  it('T12 the week is counted against its cap, with one dot a notice', () => {
    const view = presentStaff(staff())
    expect(view.week).toBe('本周已发3份，上限5份')
    expect(view.dots.map(({ full }) => full)).toEqual([true, true, true, false, false])
    expect(presentStaff(staff({ weekCap: undefined })).week).toBe('本周已发3份')
    expect(presentStaff(staff({ weekCap: 20 })).dots).toEqual([])
  })

  it('T01 C04 a queued notice says when it goes out, one whose photos are checked says that', () => {
    const row = { noticeId: 'q', classId: 'k', title: '秋季作息时间' } as TodayStaff['queued'][number]
    const queued = [
      { ...row, state: 'queued' as const, releaseAt: at('2026-09-03T07:00:00') },
      { ...row, state: 'checking' as const },
    ]
    expect(presentStaff(staff({ queued })).queued.map(({ text }) => text)).toEqual(['明早7:00送达', '检查中'])
  })

  it('M15 what waits for the same person as a guardian is one line', () => {
    const others = [
      { key: 'guardian:c', card: '张小雨妈妈', count: 1 },
      { key: 'stand_in:k', card: '三（2）班', standsIn: true as const, count: 2 },
    ]
    expect(presentStaff(staff({ others })).others).toEqual([
      { key: 'guardian:c', text: '作为张小雨妈妈：1件待办' },
      { key: 'stand_in:k', text: '作为三（2）班代理班主任：2件待办' },
    ])
  })

  it('given more than a page runs or waits for its hour, it says how many', () => {
    expect(presentStaff(staff({ total: 200, next: 'x', queuedTotal: 7 }))).toMatchObject({ left: 199, queuedLeft: 7 })
    expect(presentStaff(staff())).toMatchObject({ left: 0, queuedLeft: 0 })
  })

  it('given nothing waits and nothing runs, today is done', () => {
    expect(presentStaff(staff({ pendingLeaves: 0, applications: 0, running: [] })).done).toBe(true)
    expect(presentStaff(staff({ pendingLeaves: 0, applications: 0 })).done).toBe(false)
  })
})

describe("a principal's today", () => {
  const today = (patch: Partial<TodayPrincipal> = {}): TodayPrincipal => ({
    role: 'principal',
    now: NOW,
    schoolId: 's',
    ...{ tasks: [], tasksTotal: 0, incidents: [], incidentsTotal: 0 },
    overdue: [],
    total: 0,
    held: [],
    heldTotal: 0,
    overrides: [],
    overridesTotal: 0,
    unseenOverrides: 0,
    classesWithoutHeadTeacher: 0,
    warnings: [],
    dropouts: [],
    ...{ leaves: 0, cases: 0, reports: 0, applications: 0, leavings: [], leavingsTotal: 0 },
    ...patch,
  })

  it('X02 given more than a page, it says how many are held, overdue and urgent', () => {
    const more = { overdue: [running()], total: 180, next: 'x', heldTotal: 130, overridesTotal: 2 }
    expect(presentPrincipal(today(more))).toMatchObject({ overdueLeft: 179, heldLeft: 130, overridesLeft: 2 })
  })

  it('given nothing waits, it says so', () => {
    expect(presentPrincipal(today()).done).toBe(true)
  })

  it('X02 an urgent notice names class, author, time and cause', () => {
    const overrides: TodayPrincipal['overrides'] = [
      {
        noticeId: 'n',
        title: '明天停课',
        author: '语文王老师',
        className: '三（2）班',
        cause: 'closure',
        at: at('2026-09-01T21:40:00'),
      },
    ]
    const view = presentPrincipal(today({ overrides }))
    expect(view.overrides[0]?.sub).toBe('三（2）班，语文王老师，昨天21:40，临时停课')
    expect(view.done).toBe(false)
  })

  it('M06 G06 what supervisors told and what is open too long waits on the leaders’ page', () => {
    const view = presentPrincipal(today({ reports: 2, cases: 1, unseenOverrides: 3 }))
    expect(view.waiting.map(({ to, count }) => [to, count])).toEqual([
      ['overrides', '3条'],
      ['reports', '2件'],
      ['cases', '1件'],
    ])
    expect(view.done).toBe(false)
  })

  it('N06 M04 overdue notices name their class, classes without a head teacher are counted', () => {
    const view = presentPrincipal(today({ overdue: [running({ overdue: true })], classesWithoutHeadTeacher: 2 }))
    expect(view.overdue[0]?.text).toBe('三（2）班，签35/40，未送达2')
    expect(view.withoutHeadTeacher).toBe('2个班还没有班主任')
  })
})
