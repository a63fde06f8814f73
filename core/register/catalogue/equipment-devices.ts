// Decides which devices and rooms there are, how they are signed over and counted: S4.
import {
  TEACHING,
  check,
  count,
  day,
  fill,
  from,
  number,
  photo,
  pick,
  registers,
  several,
  sign,
  signature,
  single,
  text,
} from './register'

const HOUSE = ['logistics', 'equipment'] as const

/** A device or room is called by its fields `name` and `no`; a device belongs to the class whose entry it is. */
export const EQUIPMENT_DEVICES = registers({
  'room-list': {
    title: '教室和功能室',
    area: 'equipment',
    keeps: ['E26'],
    sources: from('S4', '教室管理(3篇) 十一', '方案 三(三)2(4)'),
    about: 'school',
    parts: [
      fill(HOUSE, [
        text('name', '叫什么'),
        text('no', '门牌号', false),
        single('kind', '用途', { class: '班级教室', special: '功能教室', office: '办公室', store: '库房' }),
        pick('keeper', '谁负责', 'person', 1, false),
      ]),
    ],
    reads: TEACHING,
    period: { kind: 'event' },
    many: true,
    makes: 'room',
  },
  'device-file': {
    title: '设备档案',
    area: 'equipment',
    keeps: ['E01', 'E26'],
    sources: from('S4', '设备管理(四篇) 1', '方案 三(三)2(2)', '规定和方案(二篇) 一.1', '管理工作计划 三.6'),
    about: 'class',
    parts: [
      fill(HOUSE, [
        text('name', '设备'),
        text('no', '编号'),
        text('model', '型号', false),
        number('year', '哪一年买的', { min: 1990, max: 2100, required: false }),
        day('warranty', '保修到哪天', false),
        several('papers', '收好了什么', { manual: '说明书', card: '保修卡', software: '相关软件' }, false),
        pick('room', '放在哪里', 'room', 1, false),
        photo('photo', '照片'),
      ]),
    ],
    reads: TEACHING,
    period: { kind: 'event' },
    many: true,
    makes: 'device',
  },
  'device-handover': {
    title: '设备交付签收',
    area: 'equipment',
    keeps: ['E01'],
    sources: from('S4', '设备管理(四篇) 1', '教室管理(3篇) 一', '规定和方案(二篇) 一.1'),
    about: 'device',
    parts: [
      fill(HOUSE, [
        check('complete', '配件齐全'),
        check('works', '能正常使用'),
        several('given', '一起交付', { key: '机柜钥匙', remote: '遥控器', pen: '电子笔', log: '使用登记册' }, false),
        text('notes', '需要说明的', false),
      ]),
      { ...sign(['head_teacher'], [signature()], '班主任签收'), days: 'days', tells: true },
    ],
    period: { kind: 'once' },
    parameters: { days: count(5, 1, 20, '天') },
    cards: ['班主任签收以后，才能登记使用和报修。'],
  },
  'yearly-handover': {
    title: '新学年设备交接',
    area: 'equipment',
    keeps: ['E02'],
    sources: from('S4', '使用制度范例 一.4', '通用4篇 一.6'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          check('complete', '设备和配件齐全'),
          check('works', '设备完好，能用'),
          check('keys', '钥匙、遥控器、登记册已交'),
          pick('former', '原来的班主任', 'person', 1, false),
          signature('given', '原班主任签名', false),
          signature('taken', '现班主任签名'),
        ],
      ),
      {
        ...{ id: 'settle', title: '处理问题', by: HOUSE, after: ['fill'], days: 'days' },
        fields: [single('result', '结果', { none: '没有问题', mended: '已处理', waits: '在处理' })],
      },
    ],
    period: { kind: 'year', weeks: 'weeks' },
    renews: true,
    parameters: { weeks: count(2, 1, 6, '周'), days: count(5, 1, 20, '天') },
  },
  'stock-taking': {
    title: '设备盘点',
    area: 'equipment',
    keeps: ['E26'],
    sources: from('S4', '方案 (四)3', '方案 三(三)1(2)', '方案 三(三)2(4)', '管理工作计划 三.3', '使用制度范本 1'),
    about: 'device',
    parts: [
      fill(HOUSE, [
        single('found', '在不在', { found: '在', moved: '移到别处', missing: '没找到' }),
        pick('room', '现在在哪里', 'room', 1, false),
        single('state', '完好', { good: '完好', worn: '能用，有损坏', broken: '不能用' }, false),
        text('notes', '说明', false),
      ]),
    ],
    reads: ['head_teacher'],
    period: { kind: 'term', at: 'end', weeks: 'weeks' },
    grid: true,
    parameters: { weeks: count(2, 1, 6, '周') },
  },
})
