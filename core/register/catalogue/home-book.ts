// Decides the daily contact book, which a head teacher, a child and its family each write a part of: S3.
import { from, registers, single, text } from './register'
import { first, step } from './parts'

export const HOME_BOOK = registers({
  'contact-book': {
    title: '家校联系簿',
    area: 'home',
    keeps: ['H16'],
    sources: from('S3', '篇3 五.1'),
    about: 'child',
    parts: [
      first(
        '老师',
        ['head_teacher'],
        [
          single('day', '在校一天', { good: '很好', steady: '和平常一样', talk: '想和家长聊聊' }),
          text('homework', '作业', false),
          text('scores', '成绩（只给这个孩子的家长看）', false),
          text('fees', '收费', false),
          text('notes', '还想说的', false),
        ],
      ),
      step(
        'pupil',
        '孩子',
        ['guardian'],
        [
          single('homework', '作业做完了吗', { done: '做完了', some: '还有一些', help: '有不会的' }),
          text('words', '想对老师说', false),
        ],
        { optional: true },
      ),
      step(
        'home',
        '家长',
        ['guardian'],
        [
          single('study', '回家学习情况', { self: '自己学', reminded: '提醒后学', hard: '有困难' }),
          text('words', '想对老师说', false),
        ],
        { optional: true },
      ),
    ],
    isPrivate: true,
    period: { kind: 'day', before: 'before' },
    grid: true,
    parameters: { before: { kind: 'clock', usual: '18:00', earliest: '12:00', latest: '21:00' } },
    cards: ['每个家庭只看得到自己孩子的这一本。'],
  },
})
