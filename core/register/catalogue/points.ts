// Decides the registers of class assessment (section Q): S0-4.
import { fill, from, number, registers, text } from './register'

export const POINTS = registers({
  'points-hygiene': {
    title: '班级卫生',
    area: 'points',
    keeps: ['Q01', 'Q08'],
    sources: from('S0', '4 三(一)7'),
    about: 'class',
    parts: [
      fill(['weekly_duty'], [number('points', '得分', { max: 10, unit: '分' }), text('notes', '扣分原因', false)]),
    ],
    period: { kind: 'day', before: '18:00' },
    points: { kind: 'mean', field: 'points', most: 10 },
  },
})
