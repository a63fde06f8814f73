// Decides the registers of a parents’ committee: members, meetings, fees that it looks at, proposals (S3).
import { LEADING, count, day, fill, from, photo, pick, registers, several, signature, single, text } from './register'
import { first, step } from './parts'

const TERM_OF_OFFICE = [day('from', '任期从哪天起'), day('until', '到哪天止')]
/** A class has so many members at most; a school writes their names. */
const MEMBERS_MAX = 15
const ANSWER = [
  single('outcome', '学校怎么办', { taken: '采纳', partly: '部分采纳', not: '不采纳，已说明原因' }),
  text('words', '答复'),
]

export const HOME_COMMITTEE = registers({
  'class-committee': {
    title: '班级家委会',
    area: 'home',
    keeps: ['H26'],
    sources: from('S3', '篇3 首段', '篇3 一.2'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          pick('members', '哪些孩子的家长是委员', 'child', MEMBERS_MAX),
          text('tasks', '谁做什么', false),
          ...TERM_OF_OFFICE,
        ],
      ),
    ],
    period: { kind: 'year', weeks: 'weeks' },
    parameters: { weeks: count(6, 1, 12, '周') },
  },
  'school-committee': {
    title: '年级、学校家委会',
    area: 'home',
    keeps: ['H26'],
    sources: from('S3', '篇3 首段', '篇3 一.1', '篇3 一.2'),
    about: 'school',
    parts: [
      fill(
        ['office', 'principal', 'grade_leader'],
        [
          single('level', '哪一级', { school: '学校', grade: '年级' }),
          text('members', '委员（年级请先写年级）'),
          pick('staff', '学校领导和班主任代表', 'person', MEMBERS_MAX, false),
          text('outside', '校外辅导员', false),
          ...TERM_OF_OFFICE,
        ],
      ),
    ],
    period: { kind: 'year', weeks: 'weeks' },
    quota: { per: 'subject', least: 'times' },
    many: true,
    parameters: { weeks: count(6, 1, 12, '周'), times: count(1, 1, 10) },
    cards: ['校外辅导员由学校另行登记为职工，看不到孩子的资料。'],
  },
  'committee-meeting': {
    title: '家委会会议',
    area: 'home',
    keeps: ['H05', 'H26'],
    sources: from('S3', '篇1 二.6', '篇3 一.4'),
    about: 'school',
    parts: [
      fill(
        ['office', 'principal', 'grade_leader'],
        [
          day('day', '哪一天'),
          single('level', '哪一级', { school: '学校', grade: '年级' }),
          several('topics', '通报了什么', {
            teaching: '教育教学',
            fees: '收费',
            plans: '计划',
            safety: '安全',
            other: '其他',
          }),
          text('came', '到会的委员'),
          text('minutes', '会议记录'),
          text('proposals', '委员的建议', false),
        ],
      ),
      step('answer', '学校答复', LEADING, ANSWER, { after: ['fill'], tells: true, optional: true }),
    ],
    period: { kind: 'term' },
    many: true,
  },
  'class-committee-meeting': {
    title: '班级家委会会议',
    area: 'home',
    keeps: ['H26'],
    sources: from('S3', '篇3 一.2', '篇3 一.4'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          day('day', '哪一天'),
          pick('came', '到会的是哪些孩子的家长', 'child', MEMBERS_MAX),
          text('minutes', '会议记录'),
          text('proposals', '委员的建议', false),
        ],
      ),
      step('answer', '学校答复', LEADING, ANSWER, { after: ['fill'], tells: true, optional: true }),
    ],
    period: { kind: 'event' },
    many: true,
  },
  'committee-fees': {
    title: '家委会检查收费',
    area: 'home',
    keeps: ['H17'],
    sources: from('S3', '篇3 一.2', '篇3 一.3'),
    about: 'school',
    parts: [
      first('检查', LEADING, [
        day('day', '哪一天'),
        text('members', '检查的委员'),
        several('looked', '看了什么', {
          list: '收费公示',
          basis: '批准文件',
          receipts: '收据',
          classes: '班级有没有另收',
        }),
        single('result', '结果', { fine: '没有问题', some: '有要改的' }),
        text('findings', '要改什么', false),
        photo('paper', '检查记录的照片'),
        signature('signed', '委员签名'),
      ]),
      step('answer', '学校答复', ['principal'], [text('words', '怎么改的')], {
        after: ['fill'],
        tells: true,
        optional: true,
      }),
    ],
    period: { kind: 'term' },
    many: true,
    cards: ['已经发过的每一项收费和批准人，在收费页面里都有。'],
  },
  'committee-proposals': {
    title: '家委会委员的建议',
    area: 'home',
    keeps: ['H17', 'H26'],
    sources: from('S3', '篇3 一.3', '篇3 一.4'),
    about: 'child',
    parts: [
      first(
        '建议',
        ['guardian'],
        [
          single('kind', '关于什么', { fees: '收费', advice: '学校发展', conduct: '不规范的做法' }),
          text('words', '建议或意见'),
          photo('photos', '照片'),
        ],
      ),
      step('answer', '学校答复', LEADING, ANSWER, { after: ['fill'], days: 'days', tells: true }),
    ],
    isPrivate: true,
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(5, 1, 20, '天') },
    cards: ['写给校长和教导处，别的家长和任课教师看不到。'],
  },
})
