// Decides the registers of meetings with families and of open days: S3, and how S2 and S1 want them.
import { LEADING, TEACHING, count, day, fill, from, number, photo, pick, registers, several, text } from './register'
import { ALL, MINUTES, first, planOf, step } from './parts'

/** S3 篇3 三.3 */
const TOPICS = {
  study: '学习情况',
  home: '家庭教育',
  rules: '学校制度',
  fees: '收取费用',
  safety: '安全',
  other: '其他',
}
const PLAN = planOf(TOPICS)
const ONE_CHILD_EACH = '作业、成绩只和这个孩子的家长当面看，不在会上念名次。'

export const HOME_MEETINGS = registers({
  'parents-meeting': {
    title: '家长会',
    area: 'home',
    keeps: ['H03', 'H23'],
    sources: [
      ...from('S3', '篇1 二.4', '篇4.2'),
      ...from('S2', '二.4(3)', '工作制度 4(1)', '工作制度(2) 一.3', '第十六条', '第二十条'),
      ...from('S1', 'c 于淑红'),
    ],
    about: 'class',
    parts: [first('方案', ['head_teacher'], PLAN), step('minutes', '会议记录', ['head_teacher'], MINUTES)],
    period: { kind: 'term' },
    cards: [ONE_CHILD_EACH],
  },
  'parents-meetings': {
    title: '学期初、学期末家长会',
    area: 'home',
    keeps: ['H14', 'H23'],
    sources: from('S3', '篇3 三.3'),
    about: 'class',
    parts: [first('方案', ['head_teacher'], PLAN), step('minutes', '会议记录', ['head_teacher'], MINUTES)],
    period: { kind: 'term', at: 'both', weeks: 'weeks' },
    parameters: { weeks: count(4, 1, 8, '周') },
    cards: [ONE_CHILD_EACH],
  },
  'layered-meetings': {
    title: '分层家长会',
    area: 'home',
    keeps: ['H25'],
    sources: from('S2', '第十七条', '第十八条', '第十九条', '第二十条'),
    about: 'class',
    parts: [
      first(
        '方案',
        ['head_teacher'],
        [
          pick('invited', '请哪些孩子的家长', 'child', ALL),
          ...PLAN,
          pick('with', '一起开会的老师', 'person', 15, false),
        ],
      ),
      step('minutes', '会议记录', ['head_teacher'], MINUTES, { after: ['fill'], days: 'days' }),
    ],
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(10, 1, 30, '天') },
    cards: [ONE_CHILD_EACH, '评价要一分为二，实事求是，和家长一起想办法。'],
  },
  'open-day': {
    title: '学校开放日',
    area: 'home',
    keeps: ['H15'],
    sources: from('S3', '篇3 四.1', '篇3 四.2', '篇4.2'),
    about: 'school',
    parts: [
      first('计划', LEADING, [
        day('day', '哪一天'),
        several('open', '请谁来', { families: '家长', public: '社会各界', press: '媒体' }),
        several('shown', '展示什么', {
          lessons: '课堂',
          works: '学生作品',
          sports: '活动',
          canteen: '食堂',
          other: '其他',
        }),
        text('plan', '详细计划'),
      ]),
      step('report', '开放情况', LEADING, [
        number('visitors', '来了多少人', { unit: '人' }),
        text('report', '情况'),
        text('feedback', '来的人提的意见', false),
        photo('photos', '照片'),
      ]),
    ],
    reads: TEACHING,
    period: { kind: 'term' },
  },
  'community-meeting': {
    title: '学校、社区交流会',
    area: 'home',
    keeps: ['H19'],
    sources: from('S3', '篇3 三.1'),
    about: 'school',
    parts: [
      fill(LEADING, [
        day('day', '哪一天'),
        text('guests', '社区来的人'),
        several('topics', '谈什么', {
          hardship: '困难学生减免',
          fees: '收费情况',
          activities: '社区教育活动',
          other: '其他',
        }),
        text('minutes', '会议记录'),
        text('agreed', '说好做什么', false),
      ]),
    ],
    period: { kind: 'term' },
    many: true,
    cards: ['不写学生姓名。'],
  },
})
