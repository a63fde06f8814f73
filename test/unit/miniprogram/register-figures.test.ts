// Proves how entries of registers read one under another, what a period's figures say, and the line on 今天.
import type { RegisterSummary, RegisterTable, SummaryLine, TableRow } from '@class-pact/core/contract'
import { daysOf, presentTable, askFor, type Filter } from '../../../miniprogram/packages/register/table/present'
import { presentSummary } from '../../../miniprogram/packages/register/summary/present'
import { presentRegisters } from '../../../miniprogram/pages/today/parts/register-cell/present'

const NOW = Date.parse('2026-09-02T10:00:00+08:00')
const ALL: Filter = { classId: '', childId: '', state: '', from: '', to: '' }

describe('given entries of a register', () => {
  const row = (patch: Partial<TableRow> = {}): TableRow => ({
    ...{ entryId: 'e', on: '2026-09-01', slot: '2026-09-01', className: '三(2)班', text: '课堂纪律正常' },
    ...{ state: 'open', by: '语文王老师' },
    ...patch,
  })
  const table = (rows: TableRow[], patch: Partial<RegisterTable> = {}): RegisterTable => ({
    ...{ register: 'class-log', title: '班级日志', about: 'class', rows, total: rows.length, now: NOW },
    ...patch,
  })

  it('D01 then each has whom, when and one line; what waits is said, and overdue it is amber', () => {
    const dueAt = Date.parse('2026-09-02T16:30:00+08:00')
    const rows = [row({ waits: { part: '班主任签阅', dueAt } }), row({ waits: { part: '班主任签阅', overdue: true } })]
    const { rows: shown } = presentTable(table(rows), ALL, '')
    expect(shown[0]).toMatchObject({ who: '三（2）班', on: '9月1日', waits: '等班主任签阅，今天16:30前', late: false })
    expect(shown[1]).toMatchObject({ waits: '等班主任签阅，已过期', late: true })
  })

  it('3.24 then what is void or refused says so, points stand beside it, and another year is named', () => {
    const rows = [row({ state: 'void', on: '2025-12-31' }), row({ state: 'done', points: 8.5, subject: '张小明' })]
    const { rows: shown } = presentTable(table(rows, { about: 'child' }), ALL, '')
    expect(shown[0]).toMatchObject({ state: '作废', on: '2025年12月31日' })
    expect(shown[1]).toMatchObject({ state: '', points: '8.5分', who: '三（2）班，张小明' })
  })

  it('3.24 when it is narrowed, then the filter is said and asked for, and nothing found is no empty register', () => {
    const filter: Filter = { ...ALL, classId: 'k', from: '2026-09-01', state: 'done' }
    const classes = [
      { classId: 'k', className: '三(2)班' },
      { classId: 'l', className: '三(3)班' },
    ]
    const view = presentTable(table([], { classes }), filter, '张小明')
    expect(view).toMatchObject({ filter: '三（2）班，张小明，9月1日起', empty: '没有这样的记录' })
    expect(view.classes.map(({ label }) => label)).toEqual(['全部', '三（2）班', '三（3）班'])
    expect(askFor(filter)).toEqual({ classId: 'k', from: '2026-09-01', state: 'done' })
    expect(presentTable(table([]), ALL, '').empty).toBe('还没有记过')
  })

  it('3.24 when last month is asked for, then its days are', () => {
    expect(daysOf('before', NOW)).toEqual({ from: '2026-08-01', to: '2026-08-31' })
    expect(daysOf('month', NOW)).toEqual({ from: '2026-09-01', to: '' })
    expect(daysOf('own', NOW)).toBeUndefined()
  })
})

describe('given the figures of a period', () => {
  const line = (id: string, done: number, needed: number, patch: Partial<SummaryLine> = {}): SummaryLine => ({
    ...{ id, name: id, done, needed },
    ...patch,
  })
  const summary = (patch: Partial<RegisterSummary> = {}): RegisterSummary => ({
    ...{ register: 'contacts', title: '联系家长', slot: 'm2026-09', from: '2026-09-01', to: '2026-09-30' },
    ...{ per: 'teacher', lines: [line('王老师', 3, 4), line('李老师', 4, 4)], counts: [], now: NOW },
    ...patch,
  })
  const leader = { isLeader: true, drawsAll: false }

  it('H01 then three of four are a bar and a sentence, in the order they came', () => {
    const view = presentSummary(summary(), leader)
    expect(view).toMatchObject({ period: '2026年9月', question: '哪些老师还没记够？', after: '', before: '2026-08-31' })
    expect(view.bars.map(({ name, filled, open, value }) => [name, filled, open, value])).toEqual([
      ['王老师', 3, 1, '3/4'],
      ['李老师', 4, 0, '4/4'],
    ])
    expect(view.text).toEqual(['2位老师，1位老师够了', '王老师，要4次，记了3次，还差1次'])
  })

  it('3.24 when a whole school has it, then only who lacks is drawn, in grade order, until one asks for the rest', () => {
    const lines = Array.from({ length: 20 }, (_, index) => line(`班${index}`, index % 5 === 0 ? 0 : 1, 1))
    const view = presentSummary(summary({ per: 'class', lines }), leader)
    expect(view.bars.map(({ name }) => name)).toEqual(['班0', '班5', '班10', '班15'])
    expect(view.rest).toBe('其余16个班都够了')
    expect(presentSummary(summary({ per: 'class', lines }), { ...leader, drawsAll: true }).bars).toHaveLength(20)
  })

  it('Q17 X08 then classes have a place by points for leaders only, children and teachers never', () => {
    const lines = [
      line('a', 1, 0, { points: 8, of: 10 }),
      line('b', 1, 0, { points: 9 }),
      line('c', 1, 0, { points: 8 }),
    ]
    const ranks = (per: RegisterSummary['per'], isLeader: boolean) =>
      presentSummary(summary({ per, lines }), { isLeader, drawsAll: false }).bars.map(({ name, rank }) => name + rank)
    expect(ranks('class', true)).toEqual(['a第2', 'b第1', 'c第2'])
    expect(ranks('class', false)).toEqual(['a', 'b', 'c'])
    expect(ranks('child', true)).toEqual(['a', 'b', 'c'])
    expect(ranks('teacher', true)).toEqual(['a', 'b', 'c'])
  })

  it('E06 then half of the new lessons is below sixty per cent, and what lacks is not rounded away', () => {
    const shares = [
      { label: '新授课使用率', part: 5, whole: 10, least: 60 },
      { label: '复习课使用率', part: 799, whole: 1000, least: 80 },
      { label: '其他课', part: 0, whole: 0, least: 80 },
    ]
    const view = presentSummary(summary({ shares }), leader)
    expect(view.shares.map(({ text, low }) => [text, low])).toEqual([
      ['50%（5/10），目标60%', true],
      ['79%（799/1000），目标80%', true],
      ['还没有，目标80%', false],
    ])
  })

  it('E11 H10 then hours of repair and choices are said in words', () => {
    const choices = [
      { id: 'phone', label: '电话', count: 12 },
      { id: 'face', label: '当面', count: 3 },
    ]
    const view = presentSummary(summary({ hours: 50, counts: [{ field: 'way', label: '方式', choices }] }), leader)
    expect(view.hours).toBe('办完的，一半在3天内')
    expect(view.counts).toEqual([{ key: 'way', label: '方式', text: '电话12，当面3' }])
  })

  it('3.24 when nothing was noted, then that is said; days and terms say from when to when', () => {
    expect(presentSummary(summary({ lines: [line('a', 0, 0)] }), leader).empty).toBe('这段时间还没有记过')
    const of = (slot: string, from: string, to: string) => presentSummary(summary({ slot, from, to }), leader).period
    expect(of('2026-09-01', '2026-09-01', '2026-09-01')).toBe('9月1日 周二')
    expect(of('w2026-08-31', '2026-08-31', '2026-09-06')).toBe('8月31日到9月6日')
    expect(of('t2026-09-01', '2026-09-01', '2027-01-22')).toBe('9月1日到2027年1月22日')
    expect(of('y2026', '2026-09-01', '2027-07-02')).toBe('2026学年')
  })
})

describe('given something is due on 今天', () => {
  it('3.24 then a head teacher reads one line of work, others of registers, a family only of its own', () => {
    expect(presentRegisters({ count: 3, overdue: 1, title: '班级日志' }, 'head_teacher')).toMatchObject({
      ...{ text: '班主任工作 3项', sub: '班级日志等', late: '逾期1项', label: '班主任工作 3项，班级日志等，逾期1项' },
    })
    expect(presentRegisters({ count: 1, overdue: 0, title: '设备报修' }, 'officer')).toMatchObject({
      ...{ text: '台账 1项', sub: '设备报修', late: '' },
    })
    expect(presentRegisters({ count: 1, overdue: 0, title: '家校联系簿' }, 'guardian')?.text).toBe('家校联系簿 1项')
  })

  it('3.24 when nothing is, then there is no line', () => {
    expect(presentRegisters(undefined, 'teacher')).toBeNull()
    expect(presentRegisters({ count: 0, overdue: 0 }, 'teacher')).toBeNull()
  })
})
