// Proves how figures read on the principal's desk: their days, their own past, and the list that each leads to.
import type {
  Figures,
  Period,
  StaffFigures,
  StaffPage,
  Statistics,
  StatisticsItem,
  StatisticsItems,
  WorkPage,
} from '@class-pact/core/contract'
import { presentPeriod, sayPast } from '../../../miniprogram/domains/statistics/period'
import { presentPast, presentRates } from '../../../miniprogram/domains/statistics/rates'
import { presentCounts, presentRules, TOO_FEW } from '../../../miniprogram/domains/statistics/rows'
import { presentItems } from '../../../miniprogram/packages/statistics/items/present'
import { presentNotice } from '../../../miniprogram/packages/statistics/notice/present'
import { presentStaff } from '../../../miniprogram/packages/statistics/staff/present'
import { presentWork } from '../../../miniprogram/packages/statistics/work/present'
import { presentStatistics } from '../../../miniprogram/pages/statistics/present'

const at = (beijing: string) => Date.parse(`${beijing}+08:00`)
const NOW = at('2026-10-21T09:05:00')
const THIS_WEEK: Period = { range: 'week', from: '2026-10-19', to: '2026-10-21', earlier: '2026-10-18' }
const ABOUT = { schoolId: 's', range: 'week' as const }

const figures = (changes: Partial<Figures> = {}): Figures => ({
  ...{ children: 40, notices: 3, entries: 40, signed: 38, followed: 1, signRate: 0.95, reachedRate: 0.975 },
  ...{ histogram: [0, 0, 0, 0, 0, 0, 0], seats: [0, 10, 30], openLeaves: 0, absentToday: 0 },
  followUps: { done: 4, ways: { phone: 3, paper: 1, face: 0, visit: 0 }, owed: 1 },
  attendance: {
    ...{ total: 40, present: 39, late: 0, early: 0, leave: 1, absent: 0, rate: 0.975 },
    causes: { sick: 0, family: 0, on_way: 0, other: 0 },
  },
  ...{ overrides: 0, refusals: 2, held: 1 },
  ...changes,
})
const work: StaffFigures = {
  ...{ posts: 0, late: 0, overrides: 0, refused: 0, held: 0, rules: [], followUps: 0, contacts: 0 },
  ...{ replies: 0, repliesInTime: 0, registers: { done: 0, overdue: 0 } },
}

describe('the days of figures', () => {
  it('X01 given this week, then it runs to today and leads to the week before', () => {
    const view = presentPeriod(THIS_WEEK, NOW)
    expect(view).toMatchObject({ text: '10月19日到今天', earlier: '2026-10-18', later: '', earlierWord: '前一周' })
    expect(view.ranges.map(({ label }) => label)).toEqual(['本周', '本月', '本学期', '本学年'])
  })

  it('X01 given a school year that is over, then its years are said and it is not called this one', () => {
    const past: Period = { range: 'year', from: '2025-08-01', to: '2026-07-31', later: '2026-08-01' }
    const view = presentPeriod(past, NOW)
    expect(view.text).toBe('2025年8月1日到7月31日')
    expect(view.ranges.map(({ label }) => label)).toEqual(['周', '月', '学期', '学年'])
  })

  it('X08 given a past of its own, then one sentence holds the rates against it; without one nothing is said', () => {
    const before = { from: '2026-10-12', to: '2026-10-14', signRate: 0.93, reachedRate: 0.975 }
    expect(presentPast(figures({ before }), THIS_WEEK)).toBe('已通知到和上周同期一样，家长签收比上周同期多2%。')
    expect(presentPast(figures(), THIS_WEEK)).toBe('')
    expect(sayPast(0.9, 0.95, { ...THIS_WEEK, later: '2026-10-26' })).toBe('比前一周少5%')
  })
})

describe('a figure', () => {
  it('X02 X04 given a leader, then what is not naught leads to its list, of the same days and class', () => {
    const rows = presentCounts(figures(), { ...ABOUT, classId: 'c', who: '三（2）班' })
    const followUps = rows.find(({ key }) => key === 'follow_ups')
    expect(followUps).toMatchObject({ value: '4次', sub: '电话3，纸质1', label: '跟进，4次，电话3，纸质1' })
    expect(followUps?.url).toMatch(/items\/items\?.*range=week.*classId=c.*figure=follow_ups/)
    expect(rows.find(({ key }) => key === 'overrides')).toMatchObject({ value: '0份', url: '' })
  })

  it('X01 X06 given a leader, then each rate leads to the slips or rolls it is made of; without a rate or the right to nothing', () => {
    const about = { ...ABOUT, grade: '三' as const, who: '三年级' }
    const urls = presentRates(figures(), about).map(({ url }) => url)
    expect(urls.map((url) => /figure=(\w+)/.exec(url)?.[1])).toEqual(['slips', 'slips', 'rolls'])
    expect(urls[0]).toContain(`grade=${encodeURIComponent('三')}`)
    const { signRate: _, reachedRate: __, ...unasked } = figures()
    expect(presentRates(unasked, about).map(({ count, url }) => [count, url !== ''])).toEqual([
      ['无', false],
      ['无', false],
      ['97%', true],
    ])
    expect(presentRates(figures()).every(({ url }) => url === '')).toBe(true)
  })

  it('G08 given so few that it tells of one person, then it says so and leads nowhere', () => {
    const { overrides: _, refusals: __, held: ___, ...few } = figures()
    const rows = presentCounts(few)
    expect(rows.filter(({ value }) => value === TOO_FEW).map(({ key }) => key)).toEqual([
      'overrides',
      'refused',
      'held',
    ])
    expect(rows.every(({ url }) => url === '')).toBe(true)
  })

  it('X03 given a rule that refused and held, then each has its list of that rule', () => {
    const rows = presentRules([{ rule: 'C18', refused: 2, held: 1 }], ABOUT)
    expect(rows.map(({ sub, value }) => [sub, value])).toEqual([
      ['C18，没能发出', '2次'],
      ['C18，先审核', '1次'],
    ])
    expect(rows.map(({ url }) => /figure=(\w+)&rule=C18/.exec(url)?.[1])).toEqual(['refused', 'held'])
  })
})

describe('统计 by grade', () => {
  const statistics = {
    ...{ ...THIS_WEEK, asOf: NOW, school: figures(), rules: [{ rule: 'C18', refused: 2, held: 0 }] },
    classes: [
      { classId: 'a', className: '一（1）班', grade: '一', ...figures() },
      { classId: 'b', className: '三（2）班', grade: '三', ...figures() },
    ],
    grades: [
      { grade: '一', classes: 1, ...figures() },
      { grade: '三', classes: 1, ...figures({ notices: 7 }) },
    ],
    unreached: ['a', 'b'].map((classId) => ({
      ...{ classId, className: classId, noticeId: 'n', title: '秋游通知' },
      counts: { total: 40, signed: 38, followed: 1, missing: 1 },
    })),
    ...{ overrides: [], leaves: [], clusters: [], attendance: [] },
  } as unknown as Statistics

  it('X01 given a grade, then only its classes and its own figures are shown, and what the school alone counts is not', () => {
    const view = presentStatistics(statistics, '三', ABOUT)
    expect(view.reach.rows.map(({ name }) => name)).toEqual(['三（2）'])
    expect(view.counts[0]).toMatchObject({ value: '7份' })
    expect(view.counts[0]?.url).toContain(`grade=${encodeURIComponent('三')}`)
    expect([view.leaves, view.attendance, view.overrides, view.rules]).toEqual([null, null, null, []])
    expect(view.grades.map(({ label }) => label)).toEqual(['全校', '一年级', '三年级'])
  })

  it('X01 given a notice that two classes did not all answer, then it is one line that leads to all of its classes', () => {
    const view = presentStatistics(statistics, '', ABOUT)
    expect(view.unreached).toMatchObject([{ noticeId: 'n', sub: '2个班，未送达2' }])
    expect(presentStatistics(statistics, '一').unreached).toMatchObject([{ sub: 'a，未送达1' }])
  })
})

describe('one notice', () => {
  it('X01 X04 given a class where nine tenths have not signed, then only the half is said, and the class leads to its board', () => {
    const line = {
      ...{ counts: { total: 40, signed: 30, followed: 2, missing: 8 }, signRate: 0.75, reachedRate: 0.8 },
      ...{ halfMinutes: 150, ways: { phone: 2, paper: 0, face: 0, visit: 0 }, owed: 8 },
    }
    const view = presentNotice({
      ...{ noticeId: 'n', title: '秋游通知', kind: 'trip', publishedAt: NOW - 86_400_000, asOf: NOW },
      ...{ all: line, classes: [{ ...line, classId: 'c', className: '三(2)班' }] },
    } as unknown as Parameters<typeof presentNotice>[0])
    expect(view.rows.map(({ word, value }) => [word, value])).toEqual([
      ['一半签收用了', '3小时'],
      ['九成签收用了', '还没有到'],
      ['跟进', '2人'],
      ['待跟进', '8人'],
    ])
    expect(view.classes[0]).toMatchObject({ noticeId: 'n', classId: 'c', title: '三（2）班', deadline: '80%' })
    expect(view.classes[0]?.text).toBe('签30/40，未送达8，一半3小时内签收，电话2，待跟进8人')
  })
})

describe('the staff by name', () => {
  it('G08 G09 X08 given three, then they stand in the order they came in, and whoever has gone is named so', () => {
    const page = {
      ...{ ...THIS_WEEK, asOf: NOW, total: 3, all: work },
      staff: [
        { ...work, staffId: '1', card: '李校长', classNames: [] },
        { ...work, ...{ posts: 5, late: 2, overrides: 1 }, staffId: '2', card: '语文王老师', classNames: ['三(2)班'] },
        { ...work, ...{ replies: 9, repliesInTime: 8 }, staffId: '3', classNames: [] },
      ],
    } as StaffPage
    const { staff, all } = presentStaff(page, ABOUT)
    expect(staff.map(({ name, sub, text }) => [name, sub, text])).toEqual([
      ['李校长', '', '这段时间没有要数的'],
      ['语文王老师', '三（2）班', '发出的通知5份，安静时间写的2份，紧急发出1份'],
      ['已离任的老师', '', '回复家长9次'],
    ])
    expect(staff[1]?.rows.find(({ key }) => key === 'late')?.url).toMatch(/staffId=2.*figure=late/)
    expect(staff[2]?.rows.find(({ key }) => key === 'replies')).toMatchObject({ sub: '在公约时间内8次' })
    expect(all.every(({ url }) => url === '')).toBe(true)
  })
})

describe('work in classes', () => {
  const ways = { phone: 2, face: 0, visit: 1, online: 0, paper: 0, school: 0 }
  const line = { registers: { done: 3, overdue: 1 }, contacts: 3, ways }
  const page = {
    ...{ ...THIS_WEEK, asOf: NOW, school: line, grades: [{ grade: '三', ...line }] },
    classes: [
      { ...line, classId: 'c', className: '三（2）班', grade: '三' },
      {
        ...{ ...line, classId: 'd', className: '三（3）班', grade: '三' },
        photos: { children: 40, median: 6, least: 2, leastChildren: 1 },
      },
    ],
  } as WorkPage

  it('X07 P01 given albums in one class, then Ch6 draws that class alone and says the same', () => {
    const view = presentWork(page, '', ABOUT)
    expect(view.photos?.text).toEqual(['三（3）班：中间6次，最少2次，1人'])
    expect(view.photos?.plot.columns[0]?.label).toBe('三（3）班：中间6次，最少2次，1人')
    expect(view.classes[0]?.text).toBe('台账已做3项，台账逾期1项，联系家长3次')
    expect(view.classes[0]?.rows.find(({ key }) => key === 'contacts')?.sub).toBe('电话2，家访1')
    expect(view.grades).toEqual([])
  })

  it('X07 given a grade leader, then no figure leads to a list that is the leaders’ alone', () => {
    expect(presentWork(page, '').classes.flatMap(({ rows }) => rows.filter(({ url }) => url))).toEqual([])
  })
})

describe('the list behind a figure', () => {
  const list = (figure: StatisticsItems['figure'], ...items: StatisticsItem[]): StatisticsItems => ({
    ...{ ...THIS_WEEK, figure, items, total: items.length },
  })
  const present = (shown: StatisticsItems) =>
    presentItems(shown, { schoolId: 's', who: '语文王老师', rule: '', now: NOW })
  const own = { at: at('2026-10-20T21:10:00'), by: '语文王老师', classId: 'c', className: '三(2)班' }

  it('X02 given an urgent post, then its reason stands with it, and it leads to the notice', () => {
    const urgent = { cause: 'closure' as const, reason: '明天停水' }
    const view = present(list('overrides', { ...own, kind: 'post', noticeId: 'n', title: '停课', urgent }))
    expect(view).toMatchObject({ title: '紧急发出', about: '语文王老师，10月19日到今天，共1份' })
    expect(view.rows[0]).toMatchObject({ lines: ['三（2）班，语文王老师，昨天21:10', '临时停课，明天停水'] })
    expect(view.rows[0]?.url).toMatch(/notice\/detail.*noticeId=n/)
  })

  it('X01 X06 given slips and rolls, then their sums stand over them, and each leads to its board or its day', () => {
    const counts = { total: 40, signed: 37, followed: 1, read: 38, missing: 2 }
    const slips = present({
      ...list('slips', { ...own, kind: 'slip', noticeId: 'n', title: '秋游', counts }),
      slips: { total: 40, signed: 37, followed: 1 },
    })
    expect(slips.sums).toBe('应签收40人次，家长已签37，电话或纸质1，未送达2')
    expect(slips.rows[0]).toMatchObject({
      lines: ['三（2）班，昨天21:10', '签37/40，电话或纸质1，未送达2'],
    })
    expect(slips.rows[0]?.url).toMatch(/notice\/board.*noticeId=n.*classId=c/)
    const roll = { total: 80, present: 75, late: 1, early: 1, leave: 2, absent: 1 }
    const rolls = present({ ...list('rolls', { ...own, kind: 'roll', day: '2026-10-20', counts: roll }), rolls: roll })
    expect(rolls.sums).toBe('应到80人次，到校77，请假2，未到1')
    expect(rolls.rows[0]).toMatchObject({ title: '三（2）班', lines: ['10月20日，应到80人次', '到校77，请假2，未到1'] })
    expect(rolls.rows[0]?.url).toMatch(/attendance\/day.*day=2026-10-20/)
  })

  it('X07 given a contact, then it says who, when and how; only one that stands in a register leads there', () => {
    const { rows, sums } = present(
      list(
        'contacts',
        { ...own, kind: 'contact', way: 'phone' },
        { ...own, kind: 'contact', way: 'visit', register: 'visits' },
      ),
    )
    expect(sums).toBe('')
    expect(rows.map(({ title, lines }) => [title, ...lines])).toEqual([
      ['电话', '三（2）班，语文王老师，昨天21:10'],
      ['家访', '三（2）班，语文王老师，昨天21:10'],
    ])
    expect(rows.map(({ url }) => url.split('?')[0])).toEqual(['', '/packages/register/table/table'])
  })

  it('C24 given what went to one family, then it has no title and nobody is led to it', () => {
    const view = present(list('posts', { ...own, kind: 'post', noticeId: 'n' }))
    expect(view.rows[0]).toMatchObject({ title: '写给一个家庭的通知', url: '' })
  })

  it('X03 G09 given a refused post, a told family, an answer and a register, then each leads to its own page', () => {
    const { rows } = present(
      list(
        'refused',
        { ...own, kind: 'verdict', verdict: 'refuse', rules: ['C18'] },
        { ...own, kind: 'line', noticeId: 'n', title: '秋游', childId: 'k', no: '23', name: '张小明', way: 'phone' },
        { ...own, kind: 'reply', talkId: 't', askedAt: own.at, minutes: 40, inTime: true },
        { ...own, kind: 'register', register: 'class-log', title: '班级日志', slot: '2026-10-20', from: '2026-10-20' },
        { ...own, kind: 'post', noticeId: 'm', title: '全校通知', classId: undefined as never, className: '' },
      ),
    )
    expect(rows.map(({ url }) => url.split('?')[0])).toEqual([
      '/packages/pact/log/log',
      '/packages/notice/board/board',
      '/packages/statistics/replies/replies',
      '/packages/register/table/table',
      '/packages/statistics/notice/notice',
    ])
    expect(rows[2]?.lines).toEqual(['语文王老师，昨天21:10', '用了40分钟，在公约时间内'])
  })
})
