// Decides the rules on looking at posts before they go out, and on what follows a breach.
import { PUBLISHING, type Publishing } from '../../wire'
import { whole, word } from '../bounds'
import type { RuleEntry } from '../types'

/** Whoever answers for a class or the school always writes, at most after a look. */
const LOOK = ['free', 'review'] as const
type Look = (typeof LOOK)[number]

export const HANDLING = {
  G01: {
    title: '老师的信息先审核再发。',
    group: '处理',
    effect: '先审核',
    // Usual: as the seed has it. Leaders of grades write only where the school says so.
    parameters: {
      subject: word<Publishing>(PUBLISHING, 'review'),
      head: word<Look>(LOOK, 'review'),
      grade: word<Publishing>(PUBLISHING, 'none'),
      office: word<Look>(LOOK, 'free'),
      by: word(['leader', 'head_teacher'], 'leader'),
    },
    sources: [
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.2',
        quote: '学校教职工在班班通上发布的信息必须经过审核和批准。',
      },
    ],
    wayOut: ['withdraw'],
  },
  G02: {
    title: '家长的留言先审核再发。',
    group: '处理',
    effect: '先审核',
    sources: [
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.3',
        quote: '学生家长在班班通上发布的信息必须经过审核和批准。',
      },
    ],
    wayOut: ['withdraw'],
  },
  G03: {
    title: '学生的信息由学校和家长都审核。',
    group: '处理',
    effect: '先审核',
    sources: [
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.6',
        quote: '学生在班班通上发布的信息必须经过学校的审核和批准。',
      },
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.7',
        quote: '学生在班班通上发布的信息必须经过家长的审核和批准。',
      },
    ],
    wayOut: ['withdraw'],
  },
  G04: {
    title: '先提醒，再逐级暂停留言。',
    group: '处理',
    effect: '照此办理',
    parameters: {
      firstDays: whole(1, 7, 1),
      secondDays: whole(1, 30, 7),
      thirdDays: whole(1, 90, 30),
      leadersAfterDays: whole(1, 30, 7),
    },
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(一)3',
        quote: '班主任或教师要及时向其指出并指导其发布相应的内容,不听劝告者视情节予以不同时间的禁言。',
      },
      {
        seed: 'S4',
        article: 'S4 小学班班通使用管理制度(三篇) 10',
        quote: '明确对违反使用管理制度的用户的处理措施,如警告、暂停使用权限等。',
      },
    ],
    wayOut: ['appeal'],
  },
  G05: {
    title: '屡次违反的，班主任可以请出班级。',
    group: '处理',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 二(二)9', quote: '如果家长不遵守第3-7条的有关要求,班主任有权让其退群。' },
      { seed: 'S1', article: 'S1b 四.2', quote: '可请相关人员清除出群,并依法作出相应处置。' },
    ],
    wayOut: ['appeal'],
  },
  G21: {
    title: '没有解决的事，逐级往上，每一级都告诉大家。',
    group: '处理',
    effect: '照此办理',
    // School days at each desk; 0: the school leaves it out.
    parameters: { headDays: whole(0, 30, 3), disciplineDays: whole(0, 30, 3), officeDays: whole(0, 30, 5) },
    sources: [
      {
        seed: 'S3',
        article: 'S3 篇3 首段',
        quote: '“班主任—学生工作处—分管校长—校务委员会”纵向德育教育制度',
      },
    ],
    wayOut: ['acknowledge'],
  },
  G19: {
    title: '只看通知，家长不留言。',
    group: '处理',
    effect: '不能发',
    sources: [
      { seed: 'S1', article: 'S1a 网友评论', quote: '换成QQ群来个全员禁言不就得了,发布作业通知什么都很简单' },
      { seed: 'S1', article: 'S1c 石丽沙1', quote: '不刷屏,有通知阅后不回复。' },
    ],
    wayOut: ['contact_teacher'],
  },
} as const satisfies Record<string, RuleEntry>
