// Decides the registers of a head teacher's duties (section D): S2.
import { LEADING, clock, fill, from, registers, sign, signature, text, check } from './register'

export const HEAD_TEACHER = registers({
  'class-log': {
    title: '班级日志',
    area: 'head',
    keeps: ['D01'],
    sources: [...from('S2', '第二条8'), ...from('S0', '4 三(一)3')],
    about: 'class',
    parts: [
      fill(
        ['head_teacher', 'teacher'],
        [check('lessons', '课堂纪律正常'), check('breaks', '课间没有追逐打闹'), text('notes', '今天的情况', false)],
      ),
      sign(['head_teacher'], [signature()]),
    ],
    reads: LEADING,
    period: { kind: 'day', before: 'before' },
    parameters: { before: clock('16:30', '12:00', '20:00') },
  },
})
