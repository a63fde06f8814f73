// Decides the private files about children that only their head teacher and the leaders read: S2.
import { check, count, day, from, fill, pick, registers, several, single, text } from './register'
import { first, step } from './parts'

export const HEAD_FILES = registers({
  'pupil-file': {
    title: '学生个别档案',
    area: 'head',
    keeps: ['D13'],
    sources: from('S2', '工作制度 1(2)', '二.2(2)', '工作制度(2) 二.1', '工作职责 6'),
    about: 'child',
    parts: [
      fill(
        ['head_teacher'],
        [
          several('about', '记的是哪方面', {
            character: '个性特点',
            study: '学习',
            life: '生活适应',
            family: '家庭情况',
          }),
          text('seen', '看到的情况'),
          text('next', '打算怎么做', false),
        ],
      ),
    ],
    isPrivate: true,
    period: { kind: 'event' },
    many: true,
    cards: ['只写看到的，不下定论；只有班主任和校长、教导处看得到。'],
  },
  'individual-plan': {
    title: '个别学习计划',
    area: 'head',
    keeps: ['D17'],
    sources: from('S2', '三.3', '三.4', '二.3(2)', '教学班主任 2', '职责规范 二.3'),
    about: 'child',
    parts: [
      first(
        '计划',
        ['head_teacher'],
        [
          several('needs', '要帮助什么', { method: '学习方法', subject: '某一门课', habit: '学习习惯', aim: '目标' }),
          text('plan', '怎么帮助'),
          day('next', '下次看是哪一天'),
        ],
      ),
      step(
        'review',
        '回头看',
        ['head_teacher'],
        [
          single('result', '怎么样', { better: '有进步', same: '差不多', change: '要换办法' }),
          text('notes', '情况', false),
        ],
        { after: ['fill'], days: 'days', tells: true },
      ),
    ],
    isPrivate: true,
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(20, 5, 60, '天') },
  },
  counselling: {
    title: '心理辅导',
    area: 'head',
    keeps: ['D17'],
    sources: from('S2', '工作制度 1(5)', '二.3(3)', '管理制度 2.2', '工作制度(2) 一.5', '工作职责 3', '职责规范 二.3'),
    about: 'child',
    parts: [
      fill(
        ['head_teacher'],
        [
          single('seen', '孩子的状态', { calm: '平稳', worried: '有心事', help: '要专业帮助' }),
          text('talk', '谈了什么'),
          text('agreed', '和孩子说好的', false),
          day('next', '下次谈是哪一天', false),
        ],
      ),
    ],
    isPrivate: true,
    period: { kind: 'event' },
    many: true,
    cards: ['要专业帮助时，请当天告诉家长和学校领导。'],
  },
  conflicts: {
    title: '违纪和矛盾记录',
    area: 'head',
    keeps: ['D16'],
    sources: from('S2', '二.1(4)', '三.2', '工作制度(2) 二.2', '职责规范 二.4'),
    about: 'class',
    parts: [
      first(
        '情况',
        ['head_teacher'],
        [
          single('kind', '哪一种', { pupils: '学生之间', teacher: '学生和教师', rules: '违反纪律' }),
          pick('children', '哪些学生', 'child', 20),
          pick('teachers', '哪位教师', 'person', 3, false),
          text('what', '发生了什么'),
        ],
      ),
      step(
        'outcome',
        '结果',
        ['head_teacher', 'office', 'principal'],
        [
          single('outcome', '结果', { settled: '已解决', watch: '继续留意', leaders: '交学校处理' }),
          text('done', '做了什么'),
          check('told', '已分别告诉各自的家长'),
        ],
        { after: ['fill'], days: 'days', tells: true },
      ),
    ],
    isPrivate: true,
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(5, 1, 20, '天') },
    cards: ['和家长只谈他自己的孩子，用私聊或当面，不在班级里说。'],
  },
})
