// Decides the registers of single contacts with a family, usual ones and those that can not wait: S3, and what S2 adds.
import { TEACHING, check, count, day, fill, from, percent, pick, registers, several, single, text } from './register'
import { first, step } from './parts'

/** The forms of a contact (S3 篇2 二, 篇4.1). */
const WAYS = { phone: '电话', face: '当面', visit: '家访', online: '网上', paper: '书面', school: '校访' }

/** How a contact is spoken (H22). */
const BALANCED = '先说长处，再说事情，最后说建议；只说看到的，不下定论。'

/** S3 篇2 一(二)4–12 */
const GROUNDS = {
  hospital: '意外、心理或突发病需住院',
  failed: '有不及格课程',
  behind: '学习困难，跟不上课',
  absent: '假后没有按时返校，没有请假',
  return: '休学、复学、退学',
  punished: '受警告以上处分',
  fees: '没有按时缴费',
  hardship: '认定为家庭困难',
  other: '其他要告诉家长的情况',
}

export const HOME_CONTACTS = registers({
  contacts: {
    title: '联系家长',
    area: 'home',
    keeps: ['H01', 'H09', 'H10', 'H20'],
    sources: [
      ...from('S3', '篇1 二.2', '篇2 二', '篇2 三.2', '篇4.1'),
      ...from(
        'S2',
        '家长沟通',
        '二.4(2)',
        '管理制度 2.3',
        '工作制度 1(4)',
        '教学班主任 4',
        '工作职责 4',
        '职责规范 二.5',
      ),
    ],
    about: 'child',
    parts: [
      fill(TEACHING, [
        single('way', '方式', WAYS),
        day('day', '日期'),
        text('matter', '谈了什么'),
        text('feedback', '家长的意见', false),
      ]),
    ],
    period: { kind: 'month' },
    quota: { per: 'filler', least: 'times' },
    many: true,
    contact: 'field',
    feeds: { contacts: {} },
    parameters: { times: count(4, 1, 30) },
    cards: [BALANCED],
  },
  'contact-card': {
    title: '家校联系卡',
    area: 'home',
    keeps: ['H02', 'H10'],
    sources: from('S3', '篇1 二.3'),
    about: 'child',
    parts: [
      fill(TEACHING, [
        single('way', '方式', WAYS),
        text('strength', '孩子的长处'),
        text('matter', '谈了什么'),
        text('feedback', '家长的意见', false),
      ]),
    ],
    period: { kind: 'term' },
    quota: { per: 'subject', least: 'times', marked: 'marked' },
    many: true,
    contact: 'field',
    feeds: { contacts: {} },
    parameters: { times: count(2, 1, 10), marked: count(4, 1, 20) },
    cards: [BALANCED],
  },
  'special-pupils': {
    title: '多联系的孩子',
    area: 'home',
    keeps: ['H02'],
    sources: from('S3', '篇1 二.3'),
    about: 'child',
    parts: [
      fill(
        ['head_teacher'],
        [
          several('why', '为什么要多联系', {
            health: '身体或心理',
            study: '学习吃力',
            family: '家庭有变化',
            hardship: '家庭困难',
            away: '父母不在身边',
            other: '其他',
          }),
          text('notes', '要留意什么', false),
        ],
      ),
    ],
    isPrivate: true,
    period: { kind: 'event' },
    marks: true,
    cards: ['家长看不到这一页。不用再多联系时，请作废这一条。'],
  },
  'home-visits': {
    title: '家访',
    area: 'home',
    keeps: ['H11'],
    sources: [...from('S3', '篇3 二.1', '篇3 二.2'), ...from('S2', '工作制度 4(3)')],
    about: 'child',
    parts: [
      fill(
        ['head_teacher'],
        [
          single('kind', '哪种家访', { own: '小家访（教师个人）', village: '大家访（学校到村）' }),
          day('day', '日期'),
          text('matter', '谈了什么'),
          text('feedback', '家长的意见', false),
          pick('with', '同去的老师', 'person', 5, false),
        ],
      ),
    ],
    period: { kind: 'month' },
    quota: { per: 'filler', least: 'times' },
    many: true,
    contact: 'visit',
    feeds: { contacts: { ways: ['visit'] } },
    parameters: { times: count(1, 1, 10) },
    cards: [BALANCED],
  },
  'family-calls': {
    title: '每周电话联系',
    area: 'home',
    keeps: ['H12'],
    sources: from('S3', '篇3 二.3'),
    about: 'child',
    parts: [
      fill(TEACHING, [
        several('matter', '谈了什么', {
          study: '学习',
          habits: '习惯',
          friends: '和同学',
          health: '身体',
          safety: '安全',
          praise: '报喜',
          other: '其他',
        }),
        text('feedback', '家长的意见', false),
      ]),
    ],
    period: { kind: 'week' },
    quota: { per: 'share', percent: 'percent' },
    many: true,
    contact: 'phone',
    feeds: { contacts: { ways: ['phone'] } },
    parameters: { percent: percent(50) },
    cards: [BALANCED],
  },
  'priority-contact': {
    title: '重点沟通',
    area: 'home',
    keeps: ['H08', 'H09', 'H10', 'H27'],
    sources: from('S3', '篇2 一(二)', '篇2 二', '篇2 三.1', '篇2 三.2', '篇2 三.3'),
    about: 'child',
    parts: [
      first('情况', TEACHING, [single('ground', '哪种情形', GROUNDS), text('what', '发生了什么')]),
      step(
        'contact',
        '与家长沟通',
        TEACHING,
        [
          single('way', '方式', WAYS),
          text('said', '说了什么'),
          text('feedback', '家长的意见'),
          check('agreed', '和家长说好了下一步'),
        ],
        { after: ['fill'], days: 'days', tells: true },
      ),
    ],
    isPrivate: true,
    period: { kind: 'event' },
    many: true,
    contact: 'field',
    parameters: { days: count(1, 1, 5, '天') },
    cards: [BALANCED, '到期没有沟通的，会记下从哪天起、由谁负责；只有校长和教导处看得到。'],
  },
})
