// Decides who answers for the classroom equipment, who holds keys, how it is stored and watched: S4.
import {
  LEADING,
  TEACHING,
  check,
  clock,
  count,
  day,
  fill,
  from,
  pick,
  registers,
  several,
  sign,
  signature,
} from './register'

const HOUSE = ['logistics', 'equipment'] as const

export const EQUIPMENT_KEEPING = registers({
  'device-duties': {
    title: '设备三级责任人',
    area: 'equipment',
    keeps: ['E03', 'E27'],
    sources: from(
      'S4',
      ...['设备管理(四篇) 2', '设备管理(四篇) 3', '通用4篇 一.1', '通用4篇 一.2', '规定和方案(二篇) 二.1'],
      ...['规定和方案(二篇) 二.2', '方案 三(三)1(4)', '使用与管理制度 第三章3'],
    ),
    about: 'device',
    parts: [
      fill(HOUSE, [
        pick('school', 'A级：学校维护的人', 'person', 2),
        pick('first', 'B级：第一责任人（班主任）', 'person'),
        pick('second', 'B级：第二责任人（任课教师）', 'person', 10),
      ]),
      {
        ...sign(['head_teacher'], [pick('helpers', 'C级：电教委员', 'child', 3, false)], '班主任确认'),
        days: 'days',
        tells: true,
      },
    ],
    reads: ['teacher'],
    period: { kind: 'year', weeks: 'weeks' },
    parameters: { weeks: count(2, 1, 6, '周'), days: count(5, 1, 20, '天') },
    cards: ['A级修，B级管和用，C级提醒关机、看好设备，不动手修。'],
  },
  'equipment-group': {
    title: '班班通管理小组',
    area: 'equipment',
    keeps: ['E27'],
    sources: from(
      'S4',
      ...[
        '管理工作计划 三.1',
        '使用管理工作计划 五.1',
        '方案 二',
        '方案 三(一)3(1)',
        '设备管理(四篇) 1',
        '通用4篇 一.1',
        '的使用管理制度 四.1',
      ],
    ),
    about: 'school',
    parts: [
      fill(LEADING, [
        pick('leader', '组长', 'person'),
        pick('use', '教学应用（教务处）', 'person', 5),
        pick('care', '维护（信息中心）', 'person', 5),
        pick('safety', '卫生和安全（政教处）', 'person', 5),
        pick('members', '组员', 'person', 80, false),
      ]),
    ],
    reads: [...TEACHING, ...HOUSE, 'discipline'],
    period: { kind: 'year', weeks: 'weeks' },
    parameters: { weeks: count(4, 1, 8, '周') },
  },
  'device-keys': {
    title: '钥匙领用',
    area: 'equipment',
    keeps: ['E24'],
    sources: from('S4', '设备管理(四篇) 4', '规定和方案(二篇) 二.2', '方案 三(三)1(4)'),
    about: 'room',
    parts: [
      fill(HOUSE, [
        pick('holder', '交给谁', 'person'),
        day('since', '哪天起'),
        several('keys', '什么钥匙', { door: '门', cabinet: '机柜', store: '库房' }),
      ]),
      {
        ...{ id: 'back', title: '交回', by: HOUSE, after: ['fill'] },
        fields: [day('day', '哪天交回'), check('all', '钥匙齐全')],
      },
    ],
    reads: TEACHING,
    period: { kind: 'event' },
    many: true,
    cards: ['钥匙专人保管；交给学生保管的，不算专人。'],
  },
  'holiday-storage': {
    title: '假期设备存放',
    area: 'equipment',
    keeps: ['E24'],
    sources: from('S4', '规定和方案(二篇) 一.5'),
    about: 'room',
    parts: [
      fill(HOUSE, [
        pick('devices', '收走的设备', 'device', 80, false),
        pick('store', '存在哪里', 'room'),
        check('power', '其余的已断电、盖好、锁好'),
        signature('out', '收走的人签名'),
      ]),
      {
        ...{ id: 'back', title: '放回', by: HOUSE, after: ['fill'], days: 'days' },
        fields: [check('all', '都放回了'), check('works', '开机正常'), signature('in', '放回的人签名')],
      },
    ],
    reads: ['head_teacher'],
    period: { kind: 'term', at: 'end', weeks: 'weeks' },
    parameters: { weeks: count(1, 1, 3, '周'), days: count(5, 1, 15, '天') },
  },
  'night-patrol': {
    title: '值夜巡查',
    area: 'equipment',
    keeps: ['E24'],
    sources: from('S4', '规定和方案(二篇) 一.4', '规定和方案(二篇) 一.5', '方案 三(三)2(5)'),
    about: 'school',
    parts: [
      fill(
        ['weekly_duty', 'logistics'],
        [
          check('doors', '各教室门窗锁好'),
          check('power', '没有亮着的灯和屏'),
          check('devices', '设备都在'),
          check('gate', '校门和围墙没有异常'),
        ],
      ),
    ],
    reads: ['equipment', 'discipline'],
    period: { kind: 'day', before: 'before' },
    parameters: { before: clock('23:00', '18:00', '23:59') },
  },
  'closing-check': {
    title: '放学设备检查',
    area: 'equipment',
    keeps: ['E24'],
    sources: from(
      'S4',
      ...[
        '方案 三(三)1(4)',
        '方案 三(三)1(5)',
        '教室管理(3篇) 三',
        '规定和方案(二篇) 一.4',
        '使用制度范本 6',
        '小学(2篇) 2',
      ],
    ),
    about: 'class',
    parts: [
      fill(TEACHING, [
        check('off', '设备已关机'),
        check('power', '已断电、断网'),
        check('cabinet', '机柜已锁'),
        check('doors', '门窗已关好锁好'),
      ]),
    ],
    reads: ['equipment', 'weekly_duty'],
    period: { kind: 'day', before: 'before' },
    parameters: { before: clock('18:00', '11:00', '21:00') },
  },
})
