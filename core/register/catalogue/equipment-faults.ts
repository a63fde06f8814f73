// Decides how a fault, a theft, a damage of the classroom equipment is reported and settled: S4.
import { SIGNED_OVER } from './equipment-log'
import {
  TEACHING,
  check,
  count,
  day,
  fill,
  from,
  photo,
  pick,
  registers,
  several,
  single,
  text,
  time,
} from './register'

export const EQUIPMENT_FAULTS = registers({
  'device-repair': {
    title: '设备报修',
    area: 'equipment',
    keeps: ['E11', 'E13', 'E19'],
    sources: from(
      'S4',
      ...[
        '设备管理(四篇) 4',
        '通用4篇 一.1',
        '使用制度范本 3',
        '小学(2篇) 1',
        '小学(2篇) 5',
        '方案 三(三)2(1)',
        '方案 (四)3',
      ],
      ...['的使用管理制度 三.2', '班级管理制度 三.3(3)', '使用制度范例 二.8', '使用制度范例 二.10', '设备管理(五篇) 4'],
      ...['规定和方案(二篇) 二.1', '管理工作计划 三.3'],
    ),
    about: 'device',
    parts: [
      fill(TEACHING, [
        single('kind', '哪里有问题', {
          ...{
            screen: '屏幕、投影',
            computer: '电脑',
            sound: '声音',
            net: '网络',
            virus: '病毒',
            power: '电源',
            other: '其他',
          },
        }),
        text('fault', '出了什么问题'),
        photo('photo', '照片'),
      ]),
      {
        ...{ id: 'repair', title: '处理', by: ['equipment', 'logistics'], after: ['fill'], days: 'days', tells: true },
        fields: [
          single('result', '结果', { mended: '已修好', parts: '等配件', sent: '送修或保修', none: '修不好' }),
          single(
            'cause',
            '什么原因',
            { wear: '用久了', setting: '设置或软件', misuse: '操作不当', damage: '人为损坏' },
            false,
          ),
          text('what', '做了什么', false),
        ],
      },
      {
        ...{ id: 'accept', title: '验收', by: TEACHING, after: ['repair'], days: 3, tells: true },
        fields: [
          single('works', '能不能用', { yes: '能用', no: '不能用' }),
          pick('with', '一起看的老师', 'person', 1, false),
        ],
      },
      {
        ...{ id: 'settle', title: '赔偿', by: ['logistics'], after: ['repair'], optional: true },
        fields: [single('settled', '结果', { agreed: '已说好', done: '已在学校办妥', none: '不用赔' })],
      },
    ],
    reads: ['equipment', 'logistics'],
    period: { kind: 'event' },
    many: true,
    points: { kind: 'less', start: 'start', each: 'each', of: 'entries' },
    ...SIGNED_OVER,
    parameters: { days: count(3, 1, 30, '天'), start: count(20, 1, 100, '分'), each: count(2, 0, 20, '分') },
    cards: ['请不要自己修理，也不要让学生动手。', '赔偿只记结果，不在这里收钱。'],
  },
  'device-loss': {
    title: '设备被盗、损坏、丢失',
    area: 'equipment',
    keeps: ['E14', 'E19', 'E25'],
    sources: from(
      'S4',
      ...[
        '规定和方案(二篇) 一.2',
        '设备管理(四篇) 2',
        '设备管理(五篇) 2',
        '通用4篇 一.1',
        '方案 (四)5',
        '方案 三(三)2(2)',
        '小学(2篇) 1',
      ],
      ...['教室管理(3篇) 九', '教室管理(3篇) 十二', '设备管理(五篇) 4', '的使用管理制度 五.2'],
    ),
    about: 'device',
    parts: [
      fill(
        [...TEACHING, 'equipment', 'logistics', 'weekly_duty'],
        [
          single('kind', '怎么了', { stolen: '被盗', missing: '不见了', damaged: '人为损坏', burnt: '烧损、雷击' }),
          day('day', '哪天发现的'),
          time('time', '几点发现的', false),
          check('locked', '门窗是关好锁好的'),
          text('seen', '看到的情况'),
          photo('photo', '照片'),
        ],
      ),
      { ...{ id: 'told', title: '校长知晓', by: ['principal'], fields: [], after: ['fill'], days: 0, tells: true } },
      {
        ...{ id: 'finding', title: '查明原因', by: ['discipline', 'equipment', 'logistics'], after: ['fill'] },
        ...{ days: 'days', tells: true },
        fields: [
          single('cause', '原因', {
            outside: '外人',
            care: '保管不当',
            misuse: '违规操作',
            accident: '意外',
            nature: '天气',
          }),
          text('finding', '查到的情况'),
        ],
      },
      {
        ...{ id: 'outcome', title: '责任和处理', by: ['principal'], after: ['finding'], days: 'days', tells: true },
        fields: [
          pick('responsible', '负责任的老师', 'person', 5, false),
          several('outcome', '怎么处理', {
            ...{
              pay: '照价赔偿，校内办理',
              warn: '批评教育',
              police: '已报警',
              repair: '学校维修或更换',
              none: '不追究',
            },
          }),
          text('notes', '说明', false),
        ],
      },
    ],
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(3, 1, 15, '天') },
    cards: ['发现当天就登记。不写孩子的名字；和孩子有关的，另和家长私下说。'],
  },
})
