// Proves the sentences about how soon families are answered: what is counted is said, and nobody is ranked.
import type { ReplyFigures, TalkFigures } from '@class-pact/core/contract'
import { presentReplies, sayMinutes } from '../../../miniprogram/packages/statistics/replies/present'

const none: ReplyFigures = { threads: 0, waiting: 0, answered: 0, over: 0, begun: 0 }
const some: ReplyFigures = { threads: 12, waiting: 1, answered: 9, medianMinutes: 100, over: 2, begun: 3 }
const figures = (changes: Partial<TalkFigures>): TalkFigures => ({
  ...{ from: '2026-08-04', asOf: Date.parse('2026-09-02T10:00:00+08:00'), limitMinutes: 20, all: some, rows: [] },
  ...changes,
})

test('T10 given a class, then each teacher has a sentence in the order of the class', () => {
  const teacher = (card: string, numbers: ReplyFigures) => ({ who: { kind: 'teacher', card } as const, ...numbers })
  const rows = [teacher('语文王老师', none), teacher('数学李老师', some)]
  const view = presentReplies(figures({ className: '三（2）班', rows }), '校长')
  expect(view).toMatchObject({ where: '三（2）班', label: '各位老师', summary: '一半在2小时内回复，只算开放时间。' })
  expect(view.rows.map(({ name, lines }) => [name, ...lines])).toEqual([
    ['语文王老师', '没有私聊'],
    ['数学李老师', '12件，待回复1件，一半在2小时内回复', '超过20分钟的2次，主动联系家长3次'],
  ])
  expect(view.numbers.map(({ count, word }) => count + word)).toEqual(['12私聊', '1待回复', '3主动联系'])
})

test('T10 T11 given a school, then each class leads to its teachers, and what lies with the leaders is last', () => {
  const one = { ...none, threads: 1, answered: 1, medianMinutes: 40 }
  const rows = [
    { who: { kind: 'class', classId: 'c', className: '三（2）班' } as const, ...one },
    { who: { kind: 'leaders' } as const, ...none },
  ]
  const view = presentReplies(figures({ rows, partial: true, limitMinutes: 1440 }), '园长')
  expect(view.rows).toMatchObject([
    { classId: 'c', lines: ['1件，约40分钟回复'] },
    { classId: '', name: '园长室' },
  ])
  expect(view.notes.join('')).toMatch(/24小时内回复.*只算了最近的/)
  expect(presentReplies(figures({ all: none }), '校长').summary).toBe('这些天还没有回复。')
})

test('T10 given minutes, then an answer is never said to be faster than it was', () => {
  expect([0, 1, 59, 60, 61, 120, 1441].map(sayMinutes)).toEqual([
    ...['1分钟', '1分钟', '59分钟', '1小时', '2小时', '2小时', '25小时'],
  ])
})
