// Decides the registers of choosing, training, appraising and rewarding head teachers: S2.
import { LEADING, count, day, from, fill, percent, pick, registers, several, single, text } from './register'
import { ALL, first, step } from './parts'

const SATISFIED = { very: '很满意', satisfied: '满意', fair: '一般', poor: '不满意' }
const GRADES = { excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' }
/** What four groups judge by (S2 管理制度 4.1). */
const asked = (choices: Readonly<Record<string, string>>) => [
  single('class', '班级管理', choices),
  single('pupils', '关心学生', choices),
  single('families', '和家长沟通', choices),
  single('teaching', '教学质量', choices),
]
const END = { kind: 'term', at: 'end', weeks: 'weeks' } as const
const weeks = count(3, 1, 8, '周')

export const HEAD_APPRAISAL = registers({
  'appraisal-family': {
    title: '家长评班主任',
    area: 'head',
    keeps: ['D08', 'D09'],
    sources: from('S2', '管理制度 4.2', '第十条'),
    about: 'child',
    parts: [
      first(
        '家长的意见',
        ['guardian'],
        [
          single('class', '班级管理', SATISFIED),
          single('child', '关心孩子', SATISFIED),
          single('talk', '和家长沟通', SATISFIED),
          text('words', '想说的', false),
        ],
      ),
      step(
        'pupil',
        '孩子的意见',
        ['guardian'],
        [
          single('fair', '老师公平吗', { yes: '公平', mostly: '多半公平', no: '有时不公平' }),
          single('help', '有事愿意找老师吗', { yes: '愿意', some: '看情况', no: '不愿意' }),
        ],
        { optional: true },
      ),
    ],
    isPrivate: true,
    period: END,
    parameters: { weeks },
    cards: ['只有校长和教导处看得到，班主任看不到。'],
  },
  'appraisal-peer': {
    title: '同事评班主任',
    area: 'head',
    keeps: ['D08', 'D09'],
    sources: from('S2', '管理制度 4.2', '第十条'),
    about: 'teacher',
    heads: 'others',
    parts: [fill(['teacher', 'head_teacher'], [...asked(GRADES), text('words', '想说的', false)])],
    isPrivate: true,
    period: END,
    quota: { per: 'filler', least: 'times' },
    many: true,
    parameters: { weeks, times: count(1, 1, 10) },
    cards: ['自己写的自己看得到，别的老师看不到。'],
  },
  'appraisal-leaders': {
    title: '学校评班主任',
    area: 'head',
    keeps: ['D08', 'D09'],
    sources: from('S2', '管理制度 4.1', '管理制度 4.2', '管理制度 4.3', '工作制度 3(3)', '第十条'),
    about: 'teacher',
    heads: 'all',
    parts: [fill(LEADING, [...asked(GRADES), text('improve', '整改意见', false)])],
    isPrivate: true,
    period: END,
    parameters: { weeks },
  },
  'head-teacher-grade': {
    title: '班主任等级和津贴',
    area: 'head',
    keeps: ['D11'],
    sources: from('S2', '第二十一条', '第二十一条1', '第二十一条2', '第二十一条3'),
    about: 'teacher',
    heads: 'all',
    parts: [
      fill(LEADING, [
        single('grade', '等级', GRADES),
        several(
          'veto',
          '一票否决',
          {
            accident: '安全责任事故',
            quarrel: '班级之间纠纷，情节严重',
            cheating: '考试、阅卷、统分作假',
            families: '家长集体反对',
            cleaning: '扫除无人监管，提前离校',
          },
          false,
        ),
        text('basis', '依据'),
      ]),
    ],
    isPrivate: true,
    period: END,
    veto: { field: 'veto', choices: ['accident', 'quarrel', 'cheating', 'families', 'cleaning'] },
    parameters: { weeks: count(2, 1, 8, '周'), each: count(1, 0, 100, '元'), failed: percent(50) },
    cards: ['有一票否决的，只能是不合格，按基本津贴的一部分计。津贴由学校发放，这里只算数目。'],
  },
  'head-teacher-application': {
    title: '班主任申请和聘任',
    area: 'head',
    keeps: ['D15', 'D18'],
    sources: from('S2', '第六条', '第七条', '第八条', '第九条', '第十条', '第十一条'),
    about: 'teacher',
    parts: [
      first(
        '申请',
        ['teacher', 'head_teacher', 'office'],
        [
          single('how', '怎么提出', { self: '本人申请', named: '学校提名' }),
          text('class', '想带哪个班', false),
          text('why', '为什么合适'),
          pick('subjects', '想请的主要学科教师', 'person', 5, false),
        ],
      ),
      step(
        'council',
        '校务会研究',
        ['office'],
        [single('agree', '通过吗', { yes: '通过', no: '这次不安排' }), text('words', '意见', false)],
        { after: ['fill'], days: 'days', tells: true, decides: 'agree' },
      ),
      step('appoint', '校长聘任', ['principal'], [day('from', '从哪天起'), text('class', '带哪个班')], {
        after: ['council'],
        days: 'days',
        tells: true,
      }),
    ],
    isPrivate: true,
    period: { kind: 'event' },
    many: true,
    parameters: { days: count(10, 1, 40, '天') },
    cards: [
      '要有吃苦奉献精神和班级管理能力，关爱尊重学生，会合作、会沟通。',
      '被解聘的，两年后方可再申请；没有正当理由不服从安排的，影响评先、晋级和年度考核。',
    ],
  },
  'head-teacher-training': {
    title: '班主任培训和交流',
    area: 'head',
    keeps: ['D18'],
    sources: from('S2', '管理制度 5.1', '管理制度 5.2', '工作制度 3(1)', '工作制度 3(2)'),
    about: 'school',
    parts: [
      fill(LEADING, [
        single('kind', '哪一种', { training: '培训', exchange: '经验交流', visit: '外出学习' }),
        day('day', '哪一天'),
        text('topic', '内容'),
        pick('came', '参加的老师', 'person', ALL),
      ]),
    ],
    reads: ['head_teacher', 'teacher'],
    period: { kind: 'term' },
    quota: { per: 'subject', least: 'times' },
    many: true,
    parameters: { times: count(1, 1, 20) },
  },
  'award-list': {
    title: '班主任奖励和推荐',
    area: 'head',
    keeps: ['D19'],
    sources: from('S2', '第二十二条', '第二十三条', '第二十四条', '管理制度 5.3'),
    about: 'school',
    parts: [
      fill(
        ['office'],
        [
          single('kind', '哪一种', {
            award: '期末奖励',
            named: '推荐优秀班主任',
            study: '外出学习进修',
            rating: '评先评优、年度考核',
          }),
          pick('teachers', '哪些老师', 'person', 40),
          text('basis', '依据'),
        ],
      ),
      step(
        'decide',
        '校长决定',
        ['principal'],
        [single('agree', '同意吗', { yes: '同意', no: '不同意' }), text('words', '意见', false)],
        { after: ['fill'], days: 0, tells: true, decides: 'agree' },
      ),
    ],
    isPrivate: true,
    period: { kind: 'term' },
    many: true,
    cards: ['依据写本学期的考核，不写学生的分数。'],
  },
})
