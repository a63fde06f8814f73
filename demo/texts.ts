// Decides what was written in the demo school during the last weeks.
import type { NoticeDraft, NoticeKind, ReplyMode, UrgentCause } from '@class-pact/core/contract'

export interface Letter {
  id: string
  kind: NoticeKind
  title: string
  body: string
  replyMode: ReplyMode
  /** Who writes, to whom. */
  from: 'principal' | 'wang' | 'zhao'
  /** School days ago, and the clock. */
  daysAgo: number
  at: string
  /** Days from publication to the deadline; its clock is 18:00. */
  dueIn?: number
  /** Days from publication to the event. */
  eventIn?: number
  place?: string
  urgent?: { cause: UrgentCause; reason: string }
  /** What its kind has besides. */
  fields?: Pick<NoticeDraft, 'ground'>
  /** Children that were still missing in the end; the notice stays open. */
  missing?: number
  /** Only for one child of the class, by place in the roll. */
  toPlace?: number
}

export const LETTERS: Letter[] = [
  {
    id: 'opening',
    kind: 'letter',
    title: '致家长的一封信',
    body: '新学期已经开始。请您和孩子一起整理作息，早睡早起，按时到校。\n到校时间为早上7:50，请不要让孩子过早到校，以免在校门口等候。\n如家庭住址或联系方式有变化，请直接告诉班主任。',
    replyMode: 'sign',
    from: 'principal',
    daysAgo: 24,
    at: '09:10',
    dueIn: 3,
  },
  {
    id: 'traffic',
    kind: 'safety',
    title: '上下学交通安全提醒',
    body: '近期校门口施工，东侧道路变窄。请接送的家长在西门停车，步行送孩子到校。\n骑电动车请戴好头盔，请提醒孩子走斑马线。',
    replyMode: 'confirm',
    from: 'principal',
    daysAgo: 20,
    at: '16:05',
    dueIn: 2,
  },
  {
    id: 'meeting',
    kind: 'meeting',
    title: '家长会通知',
    body: '本学期家长会定于下周五下午两点在本班教室举行，时间约一小时。\n请每个孩子的家长来一位，会后可以单独和任课老师交流。',
    replyMode: 'confirm',
    from: 'wang',
    daysAgo: 17,
    at: '15:30',
    dueIn: 3,
    eventIn: 7,
    place: '三（2）班教室',
  },
  {
    id: 'reading',
    kind: 'activity',
    title: '校园阅读节安排',
    body: '阅读节当天请孩子带一本自己喜欢的书到校，与同学交换阅读，放学时带回。\n书上请写好名字。',
    replyMode: 'confirm',
    from: 'zhao',
    daysAgo: 15,
    at: '10:20',
    dueIn: 2,
    eventIn: 4,
    place: '学校操场',
  },
  {
    id: 'uniform',
    kind: 'notice',
    title: '周一起穿秋季校服',
    body: '天气转凉，下周一起请穿秋季校服。升旗仪式需系红领巾。',
    replyMode: 'read',
    from: 'wang',
    daysAgo: 12,
    at: '11:00',
  },
  {
    id: 'drowning',
    kind: 'letter',
    title: '防溺水告家长书',
    body: '请教育孩子做到“六不准”：不准私自下水，不准擅自与他人结伴游泳，不准在无家长带领下游泳，不准到无安全设施的水域游泳，不准到不熟悉的水域游泳，不准擅自下水施救。\n请读后签字。',
    replyMode: 'sign',
    from: 'principal',
    daysAgo: 10,
    at: '14:40',
    dueIn: 3,
  },
  {
    id: 'typhoon',
    kind: 'closure',
    title: '明天因大风停课一天',
    body: '接上级通知，明天有大风红色预警，全校停课一天，请孩子待在家中，不要外出。\n后天正常上课。',
    replyMode: 'sign',
    from: 'principal',
    daysAgo: 8,
    at: '20:50',
    dueIn: 1,
    urgent: { cause: 'closure', reason: '大风红色预警，次日停课' },
  },
  {
    id: 'books',
    kind: 'resource',
    title: '三年级课外阅读推荐',
    body: '推荐三本适合本学期阅读的书，学校图书馆均可借阅：《昆虫记》《草房子》《十万个为什么》。',
    replyMode: 'none',
    from: 'wang',
    daysAgo: 7,
    at: '12:00',
  },
  {
    id: 'praise',
    kind: 'praise',
    title: '喜报',
    body: '韩梅梅同学在区书法展示活动中认真准备，作品入选展览，特此报喜。',
    fields: { ground: 'contest' },
    replyMode: 'read',
    from: 'wang',
    daysAgo: 6,
    at: '16:20',
    toPlace: 16,
  },
  {
    id: 'checkup',
    kind: 'notice',
    title: '周四学生体检',
    body: '周四上午学生体检，请穿方便穿脱的衣服，正常吃早餐。\n孩子有过敏史或正在服药的，请直接告诉班主任。',
    replyMode: 'confirm',
    from: 'zhao',
    daysAgo: 5,
    at: '09:30',
    dueIn: 2,
    missing: 1,
  },
  {
    id: 'dismissal',
    kind: 'dismissal',
    title: '周五提前到15:30放学',
    body: '周五下午学校承担考试考场布置，学生15:30放学，当天没有课后服务。\n请安排好接送，确实有困难的请联系班主任。',
    replyMode: 'sign',
    from: 'wang',
    daysAgo: 4,
    at: '10:10',
    dueIn: 2,
    missing: 2,
  },
  {
    id: 'duty',
    kind: 'notice',
    title: '本周值日安排',
    body: '本周第三组值日，请孩子7:40到校。其他同学到校时间不变。',
    replyMode: 'read',
    from: 'wang',
    daysAgo: 2,
    at: '08:20',
  },
]
