// Proves what a family's pages show: one duty on paper, the state of a notice in words, never another child.
import { instantOf } from '@class-pact/core/calendar'
import type { NoticeDetail, NoticeRow, TodayGuardian } from '@class-pact/core/contract'
import { presentDetail } from '../../../miniprogram/packages/notice/detail/present'
import { addPoint, fitInk, turnInk, type Stroke } from '../../../miniprogram/components/signature-pad/ink'
import { breakLines } from '../../../miniprogram/packages/notice/print/draw-archive'
import { groupOf, listRules } from '../../../miniprogram/packages/pact/rules/present'
import { presentGuardian } from '../../../miniprogram/pages/today/parts/today-guardian/present'
import { presentNoticeRow } from '../../../miniprogram/domains/notice/rows'

const now = instantOf('2026-09-01', '18:40')
const deadline = instantOf('2026-09-02', '18:00')
const mine = { childId: 'c1', childName: '张小明', state: 'unread' as const }
const notice: NoticeDetail = {
  noticeId: 'n1',
  classId: 'k1',
  className: '三（2）班',
  schoolName: '幸福街小学',
  source: 'class',
  kind: 'outing',
  state: 'published',
  version: 1,
  title: '秋游通知',
  salutation: '三（2）班各位家长：',
  body: '带午餐。',
  issuer: '幸福街小学三（2）班 语文王老师',
  publishedAt: instantOf('2026-09-01', '16:30'),
  photos: [],
  replyMode: 'sign',
  important: true,
  deadline,
  mine: [mine],
}
const row: NoticeRow = {
  noticeId: 'n1',
  classId: 'k1',
  className: '三（2）班',
  source: 'class',
  kind: 'outing',
  title: '秋游通知',
  sender: '语文王老师',
  replyMode: 'sign',
  important: true,
  deadline,
  publishedAt: now,
  state: 'published',
  version: 1,
  mine: [mine],
}
const state = (patch: Partial<NoticeDetail>, at = now) => {
  const { first, rest } = presentDetail({ ...notice, ...patch }, 'c1', at, false).state
  return first + rest
}

describe('a notice of a family', () => {
  test('N07 before the deadline it waits for a signature, later it is made up for', () => {
    expect(state({})).toBe('待签字，9月2日18:00前')
    expect(presentDetail(notice, 'c1', now, false)).toMatchObject({ act: '提交签字', slip: { look: 'sign' } })
    expect(presentDetail(notice, 'c1', deadline + 1, false)).toMatchObject({ act: '补签' })
    expect(state({}, deadline + 1)).toBe('逾期，已过今天18:00')
  })

  test('N05 a notice that wants no reply asks for none', () => {
    const view = presentDetail({ ...notice, replyMode: 'read' }, 'c1', now, false)
    expect(view).toMatchObject({ act: '', slip: { look: 'none' }, nextChildId: '' })
    expect(state({ replyMode: 'read' })).toBe('已读即可，不用回复')
  })

  test('N07 once signed the seal bears who and when, and nothing is left to do', () => {
    const signed = {
      ...mine,
      state: 'signed' as const,
      signer: '张小明妈妈',
      signedAt: instantOf('2026-09-01', '19:02'),
    }
    const view = presentDetail({ ...notice, mine: [{ ...signed, signedByMe: true }] }, 'c1', now, false)
    expect(view.act).toBe('')
    expect(view.slip).toMatchObject({ look: 'done', who: '张小明妈妈', word: '已签', when: '9月1日19:02' })
    expect(state({ mine: [{ ...signed, signedByMe: false }] })).toBe('妈妈已签，您不用再签')
  })

  test('N06 a family that was told by phone may still sign', () => {
    const told = { ...notice, mine: [{ ...mine, state: 'followed' as const }] }
    expect(presentDetail(told, 'c1', now, false)).toMatchObject({ act: '提交签字', slip: { look: 'sign' } })
    expect(state(told)).toBe('老师已告知您家，也可以补签字')
    expect(presentNoticeRow({ ...row, mine: told.mine }, now).endText).toBe('已告知')
  })

  test('N17 closed and withdrawn notices say so', () => {
    expect(state({ state: 'closed' })).toBe('这份通知已办结')
    expect(state({ state: 'withdrawn' })).toBe('这份通知已撤回')
    expect(presentDetail({ ...notice, state: 'withdrawn' }, 'c1', now, false).act).toBe('')
  })

  test('N07 with two children the second comes after the first', () => {
    const two = {
      ...notice,
      mine: [
        { ...mine, state: 'signed' as const },
        { ...mine, childId: 'c2', childName: '张小雨' },
      ],
    }
    expect(presentDetail(two, 'c1', now, false)).toMatchObject({ act: '', nextChildId: 'c2' })
    expect(presentDetail(two, 'c2', now, false)).toMatchObject({ act: '提交签字', nextChildId: '' })
  })

  test('N16 a family is shown no figures of the class', () => {
    const counts = { total: 40, signed: 35, followed: 3, read: 1, missing: 2 }
    expect(presentDetail({ ...notice, counts }, 'c1', now, false).counts).toBeNull()
  })
})

describe('lists', () => {
  test('N01 a row says where it comes from and how it stands, in words', () => {
    expect(presentNoticeRow(row, now)).toMatchObject({ source: '班级', end: 'tag', endText: '待签' })
    expect(presentNoticeRow(row, deadline + 1).endText).toBe('逾期')
    expect(presentNoticeRow({ ...row, mine: [{ ...mine, state: 'signed' }] }, now)).toMatchObject({ endText: '已签' })
    const queued = { ...row, mine: undefined, state: 'queued' as const, releaseAt: instantOf('2026-09-02', '07:00') }
    expect(presentNoticeRow(queued, now).endText).toBe('明早7:00送达')
  })

  test('N10 today has one duty on paper, the others as cells', () => {
    const duty = { ...row, ...mine, overdue: false }
    const today: TodayGuardian = {
      role: 'guardian',
      now,
      unsigned: [duty, { ...duty, noticeId: 'n2', replyMode: 'confirm' }],
      total: 200,
      next: 'x',
      children: [{ childId: 'c1', name: '张小明', classId: 'k1', className: '三（2）班', teacher: '语文王老师' }],
      moves: [],
      latest: [],
      credits: {},
    }
    const view = presentGuardian(today)
    expect(view.first).toMatchObject({ title: '秋游通知', due: '9月2日18:00前签字' })
    expect(view.more).toHaveLength(1)
    expect(view.left).toBe(198)
    expect(view).toMatchObject({ act: '去签字', deaf: true, day: '9月1日 周二' })
  })
})

describe('reaching the school', () => {
  const child = { childId: 'c1', name: '张小明', classId: 'k1', className: '三（2）班', teacher: '语文王老师' }
  const today = (children: TodayGuardian['children']): TodayGuardian => {
    return { role: 'guardian', now, unsigned: [], total: 0, children, moves: [], latest: [], credits: {} }
  }
  const callsOf = (...children: TodayGuardian['children']) => presentGuardian(today(children)).calls

  test('M16 a family may call whoever gave a number, the head teacher first', () => {
    expect(callsOf({ ...child, schoolPhone: '010-87654321', teacherPhone: '13800001111' })).toEqual([
      { label: '打电话给班主任', place: '三（2）班语文王老师', phone: '13800001111' },
      { label: '打电话给校长室', place: '010-87654321', phone: '010-87654321' },
    ])
  })

  test('M16 two children of one school have its number once', () => {
    const other = { ...child, childId: 'c2', name: '张小雨', schoolPhone: '010-87654321' }
    expect(callsOf({ ...child, schoolPhone: '010-87654321' }, other)).toHaveLength(1)
  })

  test('M16 while the class has lessons the head teacher is one tap away, and it is said that they teach', () => {
    const numbers = { ...child, schoolPhone: '010-87654321', teacherPhone: '13800001111' }
    expect(presentGuardian(today([numbers]))).toMatchObject({ urgent: null, lesson: '' })
    const view = presentGuardian(today([{ ...numbers, inLesson: true }]))
    expect(view.urgent).toMatchObject({ label: '打电话给班主任', phone: '13800001111' })
    expect(view.lesson).toContain('上课')
    expect(presentGuardian(today([{ ...child, inLesson: true }])).urgent).toBeNull()
  })

  test('M16 without a number there is nobody to call, and it says so', () => {
    expect(presentGuardian(today([child]))).toMatchObject({ calls: [], noCalls: true })
  })
})

test('G15 a refusal leads to the tab of its rule, and every rule shows its source', () => {
  expect(groupOf('C18')).toBe('内容')
  expect(groupOf('T01')).toBe('时间')
  const pact = { schoolId: 's1', version: 3, preset: 'x', effectiveFrom: '2026-09-01', rules: { C18: {}, T01: {} } }
  const [rule, ...rest] = listRules(pact, '内容')
  expect(rest).toEqual([])
  expect(rule).toMatchObject({ id: 'C18', title: '成绩和名次不发到班级，也不单独发。', effect: '不能发', tag: 'amber' })
  expect(rule?.sources[0]?.from).toBe('来源：小学班级微信群管理制度之三，二（一）6')
})

describe('ink', () => {
  const stroke: Stroke = []
  addPoint(stroke, 100, 20, 0)
  addPoint(stroke, 100, 60, 10)

  test('N17 the file holds the name as large as it may be, centred', () => {
    const [fitted = []] = fitInk([stroke], { width: 300, height: 130 })
    expect(fitted.map(({ x, y }) => [x, y])).toEqual([
      [150, 25],
      [150, 105],
    ])
  })

  test('ink of the turned screen lies level on the pad', () => {
    const [turned = []] = turnInk([stroke], { width: 300, height: 600 }, { width: 300, height: 150 })
    expect(turned[0]?.y).toBe(turned[1]?.y)
    expect((turned[1]?.x ?? 0) - (turned[0]?.x ?? 0)).toBe(20)
  })
})

test('N17 lines of the archive fit, and no line starts with a closing mark', () => {
  expect(breakLines('请给孩子带午餐，水。', 7, (part) => part.length)).toEqual(['请给孩子带午餐，', '水。'])
})
