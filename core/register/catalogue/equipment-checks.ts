// Decides who inspects the classroom equipment and its use, how often, for which points: S4.
import { ITEM_POINTS } from './marks'
import { LEADING, TEACHING, check, count, fill, from, number, registers, several, single, text } from './register'

export const EQUIPMENT_CHECKS = registers({
  'equipment-check': {
    title: '班班通月检查',
    area: 'equipment',
    keeps: ['E10', 'Q19'],
    sources: from(
      'S4',
      ...[
        '使用制度范例 一.3',
        '通用4篇 一.5',
        '设备管理(四篇) 5',
        '设备管理(五篇) 5',
        '方案 三(三)1(2)',
        '管理工作计划 三.3',
      ],
      ...['使用管理工作计划 三.1', '使用管理工作计划 三.4'],
    ),
    about: 'class',
    parts: [
      fill(
        ['equipment', 'office'],
        [
          number('points', '得分', { max: ITEM_POINTS, unit: '分' }),
          several(
            'lacking',
            '没做到的',
            {
              ...{ state: '设备不完好', guard: '防护不到位', dirty: '不卫生', log: '使用记录没填齐' },
              ...{ rare: '用得少', safety: '用电有隐患', software: '装了无关软件', room: '放置杂乱' },
            },
            false,
          ),
          text('notes', '扣分原因', false),
        ],
      ),
    ],
    reads: ['head_teacher', 'discipline'],
    period: { kind: 'month' },
    grid: true,
    points: { kind: 'mean', field: 'points', most: ITEM_POINTS },
  },
  'use-check': {
    title: '教师应用“四有”检查',
    area: 'equipment',
    keeps: ['E09', 'E10'],
    sources: from(
      'S4',
      '设备管理(四篇) 5',
      '设备管理(五篇) 5',
      '方案 三(二)2(3)',
      '方案 三(二)3(1)',
      '方案 三(二)3(5)',
      '小学(2篇) 4',
    ),
    about: 'teacher',
    parts: [
      fill(
        ['office'],
        [
          check('plan', '教案上有体现'),
          check('lesson', '课堂上有应用'),
          check('log', '登记册上有记载'),
          check('kept', '电脑上有存储'),
        ],
      ),
    ],
    period: { kind: 'month' },
    grid: true,
  },
  'spot-check': {
    title: '班班通抽查',
    area: 'equipment',
    keeps: ['E09', 'E10'],
    sources: from('S4', '使用制度范例 三.13', '使用制度范本 8', '方案 三(二)3(3)', '方案 三(三)1(2)'),
    about: 'class',
    parts: [
      fill(
        [...LEADING, 'equipment'],
        [
          single('used', '这节课用了没有', { yes: '用了', no: '没用', unneeded: '不需要用' }),
          several('seen', '看到的', { idle: '开着没用', other: '做与教学无关的事', pupils: '学生私自动用' }, false),
          text('notes', '说明', false),
        ],
      ),
    ],
    reads: ['head_teacher'],
    period: { kind: 'event' },
    many: true,
  },
  'term-inspection': {
    title: '班班通学期督查',
    area: 'equipment',
    keeps: ['E10'],
    sources: from('S4', '使用与管理制度 第六章1', '管理制度 六.2', '方案 三(三)1(2)', '使用管理工作计划 四'),
    about: 'school',
    parts: [
      fill(LEADING, [
        check('managed', '设备防护、卫生、完好'),
        check('logged', '使用记录填齐，使用率达标'),
        check('lessons', '听过推门课和公开课'),
        check('assessed', '教师应用已考核'),
        text('mend', '要整改的', false),
      ]),
      {
        ...{ id: 'mend', title: '整改完成', by: ['equipment'], after: ['fill'], days: 'days' },
        fields: [text('done', '怎么改的', false)],
      },
    ],
    period: { kind: 'term', at: 'end', weeks: 'weeks' },
    parameters: { weeks: count(3, 1, 8, '周'), days: count(10, 1, 30, '天') },
  },
  'device-care': {
    title: '设备日常维护检查',
    area: 'equipment',
    keeps: ['E14', 'E20'],
    sources: from('S4', '方案 (四)4', '方案 (四)5', '方案 三(三)1(3)', '小学(2篇) 3', '班级管理制度 三.3(1)'),
    about: 'class',
    parts: [
      fill(
        ['equipment', 'discipline'],
        [
          several(
            'lacking',
            '没做到的',
            {
              ...{
                dust: '防尘',
                light: '防光',
                theft: '防盗',
                damp: '防潮',
                fire: '防火',
                knock: '防碰撞',
                shock: '防触电',
              },
              ...{ week: '上次的一周没改', never: '一直没改，学校来改', lost: '管理不当，设备不能用了' },
            },
            false,
          ),
          text('notes', '说明', false),
        ],
      ),
    ],
    reads: TEACHING,
    period: { kind: 'month' },
    many: true,
    points: {
      ...{ kind: 'less', start: 'start', each: 0, of: 'entries' },
      choices: {
        field: 'lacking',
        points: {
          ...{ dust: 'each', light: 'each', theft: 'each', damp: 'each', fire: 'each', knock: 'each', shock: 'each' },
          ...{ week: 'late', never: 'start', lost: 'start' },
        },
      },
    },
    parameters: { start: count(30, 1, 100, '分'), each: count(1, 0, 10, '分'), late: count(5, 0, 30, '分') },
    cards: ['没做到的，一周内再查一次；改好了就什么都不选。'],
  },
  'room-hygiene': {
    title: '班班通教室卫生安全',
    area: 'equipment',
    keeps: ['E20'],
    sources: from(
      'S4',
      ...[
        '设备管理(四篇) 1',
        '教室管理(3篇) 四',
        '教室管理(3篇) 七',
        '教室管理(3篇) 十一',
        '使用制度范本 12',
        '使用制度范本 13',
      ],
      ...['小学(2篇) 2', '小学(2篇) 3', '使用管理工作计划 三.3'],
    ),
    about: 'class',
    parts: [
      fill(
        ['discipline', 'equipment'],
        [
          check('desk', '讲台整洁，没有水杯、黑板擦'),
          check('screen', '屏幕、主机除过尘，没用湿布'),
          check('floor', '讲台下地面干燥'),
          check('air', '主机通风，没压东西'),
          check('power', '插座电线没有隐患'),
        ],
      ),
    ],
    reads: ['head_teacher'],
    period: { kind: 'week' },
    grid: true,
  },
})
