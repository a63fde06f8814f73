// Decides the registers of a head teacher’s months and terms, from plan and meetings to remarks and awards: S2.
import { LEADING, check, count, day, fill, from, photo, pick, registers, several, single, text } from './register'
import { ALL, INSPECTING } from './parts'

export const HEAD_TERM = registers({
  'class-teachers-meeting': {
    title: '科任教师会',
    area: 'head',
    keeps: ['D05'],
    sources: from('S2', '第四条1', '第四条3', '第五条3', '教学班主任 3', '工作制度(2) 一.7'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          day('day', '哪一天'),
          pick('came', '到会的老师', 'person', 20),
          several('topics', '商量什么', {
            discipline: '课堂纪律',
            study: '学习',
            homework: '作业量',
            children: '要帮助的学生',
            activities: '活动',
            other: '其他',
          }),
          text('agreed', '商定了什么'),
        ],
      ),
    ],
    reads: ['teacher'],
    period: { kind: 'month' },
    quota: { per: 'subject', least: 'times' },
    many: true,
    parameters: { times: count(1, 1, 5) },
  },
  'monthly-summary': {
    title: '当月总结，下月目标',
    area: 'head',
    keeps: ['D05'],
    sources: from('S2', '第四条4'),
    about: 'class',
    parts: [fill(['head_teacher'], [text('summary', '这个月做了什么'), text('goals', '下个月的目标')])],
    reads: INSPECTING,
    period: { kind: 'month' },
  },
  'monthly-meeting': {
    title: '班主任例会',
    area: 'head',
    keeps: ['D05', 'D10'],
    sources: from('S2', '第四条2', '第十二条', '第十三条', '第十四条', '第十五条'),
    about: 'school',
    parts: [
      fill(LEADING, [
        several('topics', '内容', {
          theory: '学习德育理论、政策法规',
          pupils: '研究学生思想、心理状况',
          exchange: '经验交流、现场观摩',
          plans: '讨论德育计划、专题方案',
          tasks: '布置德育中心工作',
        }),
        text('minutes', '会议记录'),
        pick('absent', '没到会的老师', 'person', ALL, false),
      ]),
    ],
    reads: ['head_teacher', 'youth_league'],
    period: { kind: 'month', on: 'last_working_day' },
    cards: ['第一、二节课开会：请先调好课，带上准备的内容；会上不会客。'],
  },
  'term-plan': {
    title: '班主任工作计划',
    area: 'head',
    keeps: ['D06'],
    sources: from('S2', '第五条1', '管理制度 3.1', '三.1'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          text('situation', '班级情况'),
          text('goals', '班级工作目标'),
          text('steps', '分几步做'),
          photo('paper', '写在纸上的计划'),
        ],
      ),
    ],
    reads: INSPECTING,
    period: { kind: 'term', at: 'begin', weeks: 'weeks' },
    parameters: { weeks: count(2, 1, 6, '周') },
  },
  'term-summary': {
    title: '班主任工作总结',
    area: 'head',
    keeps: ['D07'],
    sources: from('S2', '第五条5'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          single('kind', '写的是', { whole: '一学期的全面总结', topic: '一个方面的体会', paper: '工作小论文' }),
          text('summary', '总结'),
          photo('paper', '写在纸上的总结'),
        ],
      ),
    ],
    reads: INSPECTING,
    period: { kind: 'term', at: 'end', weeks: 'weeks' },
    parameters: { weeks: count(2, 1, 6, '周') },
  },
  'class-evaluation': {
    title: '期中、期末评估',
    area: 'head',
    keeps: ['D07'],
    sources: from('S2', '管理制度 3.2', '管理制度 3.3'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          single('when', '哪一次', { middle: '期中', end: '期末' }),
          text('strengths', '做得好的'),
          text('measures', '要改进的和办法'),
        ],
      ),
    ],
    period: { kind: 'term' },
    quota: { per: 'subject', least: 'times' },
    many: true,
    parameters: { times: count(2, 1, 4) },
  },
  remarks: {
    title: '通知书评语',
    area: 'head',
    keeps: ['D07'],
    sources: from('S2', '第五条4'),
    about: 'child',
    parts: [fill(['head_teacher'], [text('remark', '评语')])],
    period: { kind: 'term', at: 'end', weeks: 'weeks' },
    grid: true,
    unlike: 'remark',
    parameters: { weeks: count(2, 1, 6, '周') },
    cards: ['写这个孩子自己的事，让他感到老师的爱心，有信心。'],
  },
  awards: {
    title: '评选受表彰的学生',
    area: 'head',
    keeps: ['D07'],
    sources: from('S2', '第五条2'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          single('award', '评什么', { merit: '三好学生', officer: '优秀干部', progress: '进步', other: '其他' }),
          text('name', '奖项名称', false),
          pick('children', '评上的学生', 'child', 40),
          check('teachers', '听了科任教师的意见'),
          check('pupils', '听了学生的意见'),
        ],
      ),
    ],
    reads: ['teacher'],
    period: { kind: 'term' },
    many: true,
  },
})
