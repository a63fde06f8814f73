// Decides who may use the classroom equipment: request, training, lending, teachers from outside: S4.
import { TEACHING, check, count, day, fill, from, pick, registers, single, text, time } from './register'

const STATES = { good: '完好', fault: '有问题' }

export const EQUIPMENT_REQUESTS = registers({
  'device-request': {
    title: '设备使用申请',
    area: 'equipment',
    keeps: ['E05'],
    sources: from(
      'S4',
      ...['使用管理制度 第六条1', '使用管理制度 第六条2', '使用管理制度 第六条3', '使用管理制度 第六条4'],
      ...['使用管理制度 第六条5', '设备管理(四篇) 4', '小学(2篇) 4'],
    ),
    about: 'device',
    parts: [
      fill(TEACHING, [
        single('purpose', '用来做什么', {
          lesson: '课堂教学',
          activity: '课外活动',
          study: '教学研究',
          manage: '教育管理',
        }),
        day('day', '哪天'),
        time('from', '几点开始'),
        pick('room', '在哪里', 'room', 1, false),
        text('notes', '说明', false),
      ]),
      {
        ...{ id: 'approve', title: '审批', by: ['equipment', 'office'], after: ['fill'], days: 'days', tells: true },
        fields: [single('approved', '同意吗', { yes: '同意', no: '不同意' }), text('reason', '为什么', false)],
        decides: 'approved',
      },
      {
        ...{ id: 'record', title: '使用记录', by: TEACHING, after: ['approve'] },
        fields: [time('start', '开始'), time('end', '结束'), text('content', '内容'), text('effect', '效果', false)],
      },
      {
        ...{ id: 'feedback', title: '反馈', by: TEACHING, after: ['record'], days: 'days' },
        fields: [
          single('state', '设备运行', STATES),
          single('effect-of', '教学效果', { good: '好', fair: '一般', poor: '不好' }),
          text('advice', '建议', false),
        ],
      },
    ],
    period: { kind: 'event' },
    many: true,
    requires: { register: 'training-mark', of: 'filler' },
    parameters: { days: count(2, 1, 10, '天') },
  },
  'training-mark': {
    title: '设备使用培训合格',
    area: 'equipment',
    keeps: ['E05', 'E15'],
    sources: from('S4', '使用管理制度 第六条3', '设备管理(四篇) 4', '设备管理(五篇) 4', '教室管理(3篇) 六'),
    about: 'teacher',
    parts: [
      fill(
        ['equipment'],
        [check('operates', '会开关机和日常操作'), check('safety', '知道用电安全和操作规程'), day('day', '哪天培训的')],
      ),
    ],
    period: { kind: 'once' },
    grid: true,
  },
  'device-lending': {
    title: '设备外借',
    area: 'equipment',
    keeps: ['E15'],
    sources: from('S4', '使用制度范例 一.2', '通用4篇 一.4', '教室管理(3篇) 二', '使用制度范本 7'),
    about: 'device',
    parts: [
      fill(
        [...TEACHING, 'equipment', 'logistics'],
        [text('to', '借给谁'), text('reason', '为什么借'), day('from', '哪天借'), day('until', '哪天还')],
      ),
      {
        ...{ id: 'approve', title: '校长审批', by: ['principal'], after: ['fill'], days: 'days', tells: true },
        fields: [single('approved', '同意吗', { yes: '同意', no: '不同意' })],
        decides: 'approved',
      },
      {
        ...{ id: 'back', title: '归还', by: ['equipment', 'logistics'], after: ['approve'] },
        fields: [day('day', '哪天还的'), single('state', '还来时', STATES), text('notes', '说明', false)],
      },
    ],
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(3, 1, 10, '天') },
  },
  'outside-teacher': {
    title: '校外教师使用',
    area: 'equipment',
    keeps: ['E15'],
    sources: from('S4', '使用制度范例 一.2', '通用4篇 一.4'),
    about: 'class',
    parts: [
      fill(
        ['office', 'head_teacher'],
        [
          text('teacher', '哪位老师，哪个单位'),
          day('day', '哪天上课'),
          check('trained', '培训过，了解设备性能'),
          check('operates', '能熟练操作'),
          pick('host', '校内谁陪同', 'person', 1, false),
        ],
      ),
      {
        ...{ id: 'approve', title: '校长审批', by: ['principal'], after: ['fill'], days: 'days', tells: true },
        fields: [single('approved', '同意吗', { yes: '同意', no: '不同意' })],
        decides: 'approved',
      },
    ],
    reads: ['equipment'],
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(3, 1, 10, '天') },
  },
})
