// Decides the sheets of a school's figures: classes with the school as their sum, notices, days, rules, what is open.
import type { TermInspection, OpenItem, OpenKind } from '@class-pact/core/contract'
import { isRuleId, RULES } from '@class-pact/core/pact'
import { URGENT_WORDS } from '@class-pact/core/report-words'
import {
  addSums,
  countAttendance,
  countLeaves,
  countOverrides,
  countRules,
  figuresOf,
  type Reading,
} from '@class-pact/core/statistics'
import { beijingDay } from '@class-pact/core/calendar'
import type { Cell, Table } from '../../common/files/write-workbook'
import type { CountedSlip } from '../today'
import type { FoundBook } from '../statistics'
import type { FoundInspection } from './read-inspection'

const MINUTES_OF_HOUR = 60
/** One decimal: figures of hours are looked at, not counted with. */
const hours = (minutes: number | undefined): Cell =>
  minutes === undefined ? undefined : Math.round((minutes / MINUTES_OF_HOUR) * 10) / 10
const share = (rate: number | undefined): Cell => (rate === undefined ? undefined : { share: rate })

const OPEN_WORDS: Record<OpenKind, string> = {
  notice: '通知未到',
  register: '台账未办',
  part: '待下一步',
  seat: '没有家长',
  feedback: '学期反馈未收集',
}

export function figureTables({ facts, slips, inspection }: FoundInspection, heading: readonly string[]): Table[] {
  const { school, classes, before } = facts
  const today = beijingDay(inspection.now)
  const reading: Reading = { now: inspection.now, before, seesStaff: true }
  const { verdicts, overrides } = addSums(classes.map(({ sums }) => sums))
  const leaves = countLeaves(classes, today, school.calendar)
  const attendance = countAttendance(classes, today, school.calendar)
  return [
    classTable(classes, reading, heading),
    noticeTable(slips, heading),
    {
      ...{ name: '请假', heading: [...heading, '最近30个上学日'], columns: titled('日期', '病假', '事假') },
      rows: withSum(leaves.map(({ day, sick, personal }) => [{ day }, sick, personal])),
    },
    {
      ...{ name: '出勤', heading: [...heading, '最近30个上学日'], columns: titled('日期', '迟到', '早退', '未到') },
      rows: withSum(attendance.map(({ day, late, early, absent }) => [{ day }, late, early, absent])),
    },
    {
      ...{
        name: '条款',
        heading,
        columns: [{ title: '条款', width: 10 }, { title: '名称', width: 30 }, ...titled('不能发', '先审核')],
      },
      rows: countRules(verdicts).map(({ rule, refused, held }) => [
        rule,
        isRuleId(rule) ? RULES[rule].title : '',
        refused,
        held,
      ]),
    },
    {
      ...{ name: '紧急通道', heading, columns: titled('那一周的周一', '原因', '次数') },
      rows: withSum(
        countOverrides(overrides).map(({ week, cause, count }) => [{ day: week }, URGENT_WORDS[cause], count]),
        2,
      ),
    },
    openTable(inspection, heading),
  ]
}

const titled = (...titles: string[]) => titles.map((title) => ({ title }))

/** The last row adds up the columns of numbers. */
function withSum(rows: Cell[][], from = 1): Cell[][] {
  const [first] = rows
  if (!first) return rows
  const sum = first.map((_, at): Cell => {
    if (at < from) return at === 0 ? '合计' : undefined
    return rows.reduce((total, row) => total + (typeof row[at] === 'number' ? row[at] : 0), 0)
  })
  return [...rows, sum]
}

/** In grade order; the school is counted anew, for rates do not add up. */
function classTable(classes: readonly FoundBook[], reading: Reading, heading: readonly string[]): Table {
  const all = [
    ...classes.map((each) => ({ className: each.className, ...figuresOf([each], reading) })),
    { className: '全校', ...figuresOf(classes, reading) },
  ]
  return {
    ...{ name: '各班', heading },
    columns: [
      { title: '班级', width: 14 },
      ...titled(
        '孩子',
        '通知',
        '应签收',
        '家长已签',
        '电话纸质',
        '签收率',
        '通知到率',
        '一半签收(小时)',
        '九成签收(小时)',
      ),
      ...titled('没有家长', '一位家长', '两位家长', '出勤率', '紧急通道', '不能发', '先审核'),
    ],
    rows: all.map((each) => [
      ...[each.className, each.children, each.notices, each.entries, each.signed, each.followed],
      ...[share(each.signRate), share(each.reachedRate), hours(each.medianMinutes), hours(each.p90Minutes)],
      ...[...each.seats, share(each.attendance.rate), each.overrides, each.refusals, each.held],
    ]),
  }
}

function noticeTable(slips: readonly CountedSlip[], heading: readonly string[]): Table {
  return {
    ...{ name: '通知', heading },
    columns: [
      ...[
        { title: '通知', width: 30 },
        { title: '班级', width: 14 },
      ],
      ...[
        { title: '发出', width: 17 },
        { title: '截止', width: 17 },
      ],
      ...titled('孩子', '家长已签', '电话纸质', '没通知到'),
    ],
    rows: slips.map(({ title, className, publishedAt, deadline, counts }): Cell[] => [
      ...[title, className, { at: publishedAt }, deadline === undefined ? undefined : { at: deadline }],
      ...[counts.total, counts.signed, counts.followed, counts.missing],
    ]),
  }
}

/** 督查清单: what is open, where, and until when (G13). */
function openTable({ classes, school }: TermInspection, heading: readonly string[]): Table {
  const rowOf =
    (place: string) =>
    ({ kind, title, count, until, overdue }: OpenItem): Cell[] => [
      ...[place, OPEN_WORDS[kind], title, count, until === undefined ? undefined : { at: until }],
      overdue ? '逾期' : '',
    ]
  return {
    ...{ name: '督查清单', heading },
    columns: [
      ...[{ title: '班级', width: 14 }, { title: '事项' }, { title: '名称', width: 30 }, { title: '还差' }],
      ...[{ title: '截止', width: 17 }, { title: '情况' }],
    ],
    rows: [...classes.flatMap(({ className, items }) => items.map(rowOf(className))), ...school.map(rowOf('学校'))],
  }
}
