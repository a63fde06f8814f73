// Decides what teachers learn and share for the classroom equipment: training, open lessons, courseware: S4.
import { TEACHING, check, count, day, fill, from, photo, pick, registers, single, text } from './register'

const present = pick('present', '到场的老师', 'person', 80)

export const EQUIPMENT_STUDY = registers({
  'equipment-training': {
    title: '班班通培训',
    area: 'equipment',
    keeps: ['E18'],
    sources: from(
      'S4',
      ...[
        '方案 三(一)1',
        '方案 三(一)3(3)',
        '方案 三(一)3(4)',
        '方案 三(一)3(9)',
        '管理工作计划 三.4',
        '使用管理工作计划 三.2',
      ],
      ...['管理制度 六.1', '使用管理制度 第六条3'],
    ),
    about: 'school',
    parts: [
      fill(
        ['equipment', 'office'],
        [
          single('topic', '内容', {
            ...{
              basics: '操作和基础知识',
              board: '电子白板',
              courseware: '课件制作',
              office: '演示、表格、文档',
              remote: '远程教育资源',
            },
            ...{ safety: '用电和网络安全', other: '其他' },
          }),
          day('day', '日期'),
          single('by', '谁讲', { own: '校内老师', guest: '请来的老师', away: '外出学习', self: '自学、观看' }, false),
          present,
          photo('photo', '照片'),
        ],
      ),
    ],
    reads: TEACHING,
    period: { kind: 'week', on: 1 },
  },
  'observation-lesson': {
    title: '每月观摩课',
    area: 'equipment',
    keeps: ['E18'],
    sources: from('S4', '方案 三(一)3(5)', '方案 三(二)2(1)', '管理工作计划 三.4'),
    about: 'school',
    parts: [
      fill(
        ['office', 'equipment'],
        [
          pick('teacher', '谁上课', 'person', 3),
          day('day', '日期'),
          text('lesson', '什么课'),
          present,
          text('notes', '评议', false),
        ],
      ),
    ],
    reads: TEACHING,
    period: { kind: 'month' },
    quota: { per: 'subject', least: 'times' },
    many: true,
    parameters: { times: count(1, 1, 5) },
  },
  'open-lesson': {
    title: '本期观摩研讨课',
    area: 'equipment',
    keeps: ['E18'],
    sources: from('S4', '方案 三(二)2(2)', '方案 三(二)2(1)'),
    about: 'class',
    parts: [
      fill(TEACHING, [
        day('day', '日期'),
        text('lesson', '什么课'),
        text('use', '怎么用班班通的', false),
        { ...present, required: false },
      ]),
    ],
    reads: ['office', 'equipment'],
    period: { kind: 'term' },
    quota: { per: 'filler', least: 'times' },
    many: true,
    parameters: { times: count(1, 1, 5) },
  },
  courseware: {
    title: '自制课件和文档',
    area: 'equipment',
    keeps: ['E12'],
    sources: from('S4', '方案 (四)1', '方案 三(一)2(3)', '方案 三(二)3(4)', '方案 三(二)3(5)', '方案 三(二)4'),
    about: 'class',
    parts: [
      fill(TEACHING, [
        text('name', '名称'),
        single('kind', '是什么', { slides: '课件', paper: '文档', test: '试题' }),
        text('lesson', '第几课，哪天第几节用的', false),
        check('shared', '放进学校资源库了'),
      ]),
    ],
    reads: ['office', 'equipment'],
    period: { kind: 'term' },
    quota: { per: 'filler', least: 'pieces' },
    many: true,
    // 30 pieces are 24 points: each is four fifths of one.
    points: { kind: 'sum', field: 'kind', choices: { slides: 0.8, paper: 0.8, test: 0.8 }, most: 'most' },
    parameters: { pieces: count(30, 1, 200, '个'), most: count(24, 1, 100, '分') },
  },
  'courseware-contest': {
    title: '课件评比',
    area: 'equipment',
    keeps: ['E12', 'E18'],
    sources: from('S4', '方案 (四)1', '方案 三(一)3(6)'),
    about: 'teacher',
    parts: [
      fill(
        ['equipment'],
        [
          single('rank', '结果', { entered: '参赛', first: '一等奖', second: '二等奖', merit: '优秀奖' }),
          text('name', '课件名称', false),
          check('sent', '优秀的已送上一级评比'),
        ],
      ),
    ],
    reads: TEACHING,
    period: { kind: 'term' },
    quota: { per: 'filler', least: 1 },
    many: true,
    points: {
      ...{ kind: 'sum', field: 'rank', most: 6 },
      choices: { entered: 'entered', first: 'first', second: 'second', merit: 'merit' },
    },
    parameters: {
      ...{ entered: count(3, 0, 20, '分'), first: count(6, 0, 20, '分') },
      ...{ second: count(5, 0, 20, '分'), merit: count(4, 0, 20, '分') },
    },
  },
})
