// Decides the registers of the classroom equipment (section E): S4.
import { fill, from, pick, registers, single, text } from './register'

export const EQUIPMENT = registers({
  'device-repair': {
    title: '设备报修',
    area: 'equipment',
    keeps: ['E11'],
    sources: from('S4', '设备管理(四篇) 4'),
    about: 'device',
    parts: [
      fill(['head_teacher', 'teacher'], [text('fault', '出了什么问题')]),
      {
        ...{ id: 'repair', title: '处理', by: ['equipment', 'logistics'], after: ['fill'], days: 'days', tells: true },
        fields: [
          single('result', '结果', { mended: '已修好', parts: '等配件', none: '修不好' }),
          text('what', '做了什么'),
        ],
      },
      {
        ...{ id: 'accept', title: '验收', by: ['head_teacher', 'teacher'], after: ['repair'], days: 3, tells: true },
        fields: [
          single('works', '能不能用', { yes: '能用', no: '不能用' }),
          pick('with', '一起看的老师', 'person', 1, false),
        ],
      },
    ],
    reads: ['equipment', 'logistics'],
    period: { kind: 'event' },
    many: true,
    parameters: { days: { kind: 'number', usual: 3, least: 1, most: 30, unit: '天' } },
    cards: ['请不要自己修理，也不要让学生动手。'],
  },
})
