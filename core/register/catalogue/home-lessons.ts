// Decides the registers of what parents learn, from the school and from one another: S3, S1.
import { LEADING, TEACHING, count, day, fill, from, pick, registers, several, single, text } from './register'
import { ALL, first, step } from './parts'

export const HOME_LESSONS = registers({
  'parents-school-plan': {
    title: '家长学校计划',
    area: 'home',
    keeps: ['H21'],
    sources: from('S3', '篇4.2'),
    about: 'school',
    parts: [
      fill(LEADING, [
        several('topics', '讲什么', {
          ages: '孩子的身心',
          study: '学习习惯',
          talk: '怎样和孩子说话',
          safety: '安全',
          other: '其他',
        }),
        text('dates', '哪天、谁讲'),
      ]),
    ],
    reads: TEACHING,
    period: { kind: 'term', at: 'begin', weeks: 'weeks' },
    parameters: { weeks: count(4, 1, 8, '周') },
  },
  'parents-school': {
    title: '家庭教育指导',
    area: 'home',
    keeps: ['H21'],
    sources: from('S3', '篇4.2', '篇3 一.3'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          single('kind', '哪种活动', { training: '家长培训', guidance: '家庭教育指导', sharing: '家长经验交流' }),
          day('day', '哪一天'),
          text('topic', '主题'),
          pick('came', '哪些孩子的家长到场', 'child', ALL),
          text('feedback', '家长的意见', false),
        ],
      ),
    ],
    period: { kind: 'term' },
    many: true,
  },
  'learning-topics': {
    title: '家长学习主题',
    area: 'home',
    keeps: ['H24'],
    sources: from('S1', 'c 刘金花'),
    about: 'child',
    parts: [
      first(
        '报名',
        ['guardian'],
        [text('topic', '想带大家学什么'), text('outline', '打算怎么讲'), day('day', '哪一天', false)],
      ),
      step(
        'approve',
        '班主任意见',
        ['head_teacher'],
        [single('agree', '同意吗', { yes: '同意', no: '先不办' }), text('words', '想说的', false)],
        { after: ['fill'], days: 'days', tells: true, decides: 'agree' },
      ),
      step('report', '学习情况', ['head_teacher', 'guardian'], [text('report', '大家学了什么')], {
        after: ['approve'],
        optional: true,
      }),
    ],
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(3, 1, 10, '天') },
    cards: ['一次一个主题，不推销，不收费。'],
  },
})
