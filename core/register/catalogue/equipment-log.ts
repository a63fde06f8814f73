// Decides how the use of the classroom equipment is logged, lesson by lesson, and reported: S4.
import type { Field } from '../contract'
import type { Parameter, Quota, Register } from '../types'
import { TEACHING, check, count, fill, from, number, percent, registers, single, text } from './register'

/** What the papers say again and again of using a device (E16, E17, E22). */
const USE_CARDS = [
  '开机：总电源→设备背面电源→屏幕→主机。关机倒过来：先退出程序和U盘。投影关机三分钟后再断电。',
  '意外断电后，等两三分钟再开机。雷雨天不使用，并切断总电源。',
  '资料不存桌面和C盘。不购物、聊天、游戏、听音乐。不自行装删软件、改设置、拆机。',
  '外来U盘先杀毒，发现病毒马上报告。',
  '学生经老师允许才能使用，使用时保持安静。讲台上不放水杯、黑板擦。',
]
/** Whoever uses a device, or reports it, has its class's signature first (E01). */
export const SIGNED_OVER = { requires: { register: 'device-handover', of: 'subject' } } as const

const rate = (choice: 'new' | 'review', value: string) =>
  ({
    per: 'rate',
    among: { field: 'kind', choice },
    having: { field: 'used', choice: 'yes' },
    percent: value,
  }) as const
const ASKED = ['使用管理制度 第七条1', '方案 三(二)2(4)']

interface Log {
  title: string
  keeps: readonly string[]
  articles: readonly string[]
  quota: Quota
  parameters: Readonly<Record<string, Parameter>>
  /** Asked beside the rest. */
  also?: readonly Field[]
}
/** 班班通，堂堂记: the same sheet, whatever a school wants of it; each line is a use, but where shares are asked for (V20). */
const lessonLog = ({ title, keeps, articles, quota, parameters, also = [] }: Log): Register => ({
  ...{ title, area: 'equipment', about: 'device', quota },
  keeps: ['E04', 'E16', 'E17', 'E22', ...keeps],
  sources: from('S4', '设备管理(四篇) 4', '小学(2篇) 4', '通用4篇 一.2', '使用管理制度 第六条4', ...ASKED, ...articles),
  parts: [
    fill(TEACHING, [
      number('lesson', '第几节', { min: 1, max: 12 }),
      text('subject', '科目'),
      single('kind', '什么课', { new: '新授课', review: '复习课', other: '其他' }),
      ...also,
      check('before', '用之前设备完好'),
      check('after', '用之后设备完好，已关机归位'),
      text('source', '资源出处', false),
    ]),
  ],
  reads: ['head_teacher', 'equipment', 'logistics'],
  period: { kind: 'week' },
  many: true,
  ...SIGNED_OVER,
  parameters,
  cards: USE_CARDS,
})

export const EQUIPMENT_LOG = registers({
  'lesson-log': lessonLog({
    title: '班班通使用记录（每周6节）',
    keeps: ['E07'],
    articles: ['方案 三(二)3(2)', '方案 三(二)3(3)'],
    quota: { per: 'filler', least: 'times' },
    parameters: { times: count(6, 1, 30, '节') },
  }),
  'lesson-log-points': {
    ...lessonLog({
      title: '班班通使用记录（每周4次得满分）',
      keeps: ['E08'],
      articles: ['方案 (四)2'],
      quota: { per: 'filler', least: 'times' },
      parameters: { times: count(4, 1, 30), start: count(20, 1, 100, '分'), each: count(2, 0, 20, '分') },
    }),
    points: { kind: 'less', start: 'start', each: 'each', of: 'missing' },
  },
  'lesson-log-share': {
    ...lessonLog({
      title: '班班通使用记录（按比例）',
      keeps: ['E06', 'E09'],
      articles: ['使用制度范例 三.11', '使用制度范例 三.12', '方案 三(二)2(5)', '方案 三(二)2(6)'],
      quota: rate('new', 'new'),
      parameters: { new: percent(60), review: percent(80) },
      also: [single('used', '用了没有', { yes: '用了', no: '没用' })],
    }),
    shares: [rate('new', 'new'), rate('review', 'review')],
  },
  'usage-report': {
    title: '班班通使用周报',
    area: 'equipment',
    keeps: ['E09'],
    sources: from('S4', '使用制度范例 三.13', '使用制度范本 8', '管理制度 三.1'),
    about: 'school',
    parts: [
      fill(
        ['equipment'],
        [
          check('published', '本周汇总已在教职工会上公布'),
          number('lessons', '巡查了几节', { max: 200, unit: '节', required: false }),
          text('notes', '巡查看到的', false),
        ],
      ),
    ],
    reads: TEACHING,
    period: { kind: 'week', on: 5 },
    cards: ['数字在使用记录的汇总里，不用再抄。'],
  },
})
