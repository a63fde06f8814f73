// Decides what the registers of the demo say; all of it is invented, and no line names a child.
import type { Said } from './write-entry'

/** 班级日志, of past school days, the latest first; of some days nothing was out of order. */
export const LOGS: readonly Said[] = [
  { notes: '数学课讨论很热烈，作业收齐。' },
  { breaks: '课间有两人在走廊追跑，已提醒', notes: '下午练习队列，站得整齐。' },
  {},
  { notes: '语文课默写，全对的比上周多。午餐光盘。' },
  { lessons: '第二节有人小声说话，课后谈过', notes: '其他课都安静。' },
  { notes: '体育课测跳绳，大家互相数数加油。' },
  { notes: '图书角新添了十二本书，借阅登记本已换新。' },
  {},
  { breaks: '雨天在教室里下棋，有些吵', notes: '放学时按路队走，没有淋雨。' },
  { notes: '黑板报换好了，主题是“爱护眼睛”。' },
]

/** 联系家长: which child of the class, how, what about, what the family said. */
export const CONTACTS: readonly {
  by: 'wang' | 'zhao' | 'liu'
  place: number
  ago: number
  at: string
  way: string
  matter: string
  feedback?: string
}[] = [
  {
    ...{ by: 'wang', place: 23, ago: 1, at: '17:20', way: 'phone' },
    matter: '长处：发言积极。事情：这几天早上没精神。建议：九点半前睡，书包前一晚收好。',
    feedback: '家里把写作业的时间提前了，谢谢老师提醒。',
  },
  {
    ...{ by: 'wang', place: 16, ago: 3, at: '16:50', way: 'online' },
    matter: '长处：朗读有感情。请她参加朗读比赛，稿子下周发。',
    feedback: '孩子很高兴，每天会陪读十分钟。',
  },
  {
    ...{ by: 'liu', place: 7, ago: 4, at: '17:05', way: 'phone' },
    matter: '长处：敢开口说英语。单词本有三天没写，说好每天记五个。',
  },
  {
    ...{ by: 'wang', place: 7, ago: 6, at: '19:10', way: 'visit' },
    matter: '看了孩子的书桌和作息表。长处：自己整理书架。建议：桌上只留一盏台灯和当天的书。',
    feedback: '爷爷平时接送，希望多告诉他学校的安排。',
  },
  {
    ...{ by: 'zhao', place: 12, ago: 2, at: '16:40', way: 'face' },
    matter: '长处：计算又快又准。应用题少读了一个条件，教他先画图。',
    feedback: '回家会让孩子讲一遍题目再做。',
  },
  {
    ...{ by: 'zhao', place: 3, ago: 5, at: '17:30', way: 'phone' },
    matter: '长处：爱帮助同学。这两周换座位后看黑板吃力，建议查一次视力。',
    feedback: '周末去医院查。',
  },
  {
    ...{ by: 'wang', place: 30, ago: 9, at: '16:30', way: 'school' },
    matter: '家长来校取雨伞，谈了孩子中午吃得慢，会请他先吃菜。',
  },
  {
    ...{ by: 'liu', place: 16, ago: 11, at: '17:00', way: 'paper' },
    matter: '听力练习做得好，写了一张表扬条带回家。',
  },
]

/** Of the month before, in fewer words: each has about as many as the school asks for. */
export const EARLIER: readonly {
  by: 'wang' | 'zhao' | 'liu'
  place: number
  ago: number
  way: string
  matter: string
}[] = [
  { by: 'wang', place: 5, ago: 22, way: 'phone', matter: '长处：值日认真。提醒周末把指甲剪短。' },
  { by: 'wang', place: 11, ago: 24, way: 'phone', matter: '病好返校，问了恢复得怎样，落下的课已补。' },
  { by: 'wang', place: 23, ago: 26, way: 'face', matter: '长处：会照顾同桌。说好回家先写作业再玩。' },
  { by: 'wang', place: 35, ago: 28, way: 'visit', matter: '看了学习的地方，光线够，建议桌椅调高一点。' },
  { by: 'liu', place: 9, ago: 22, way: 'phone', matter: '长处：发音清楚。请家里听他读一遍课文。' },
  { by: 'liu', place: 18, ago: 25, way: 'online', matter: '听写进步大，告诉家长这个好消息。' },
  { by: 'liu', place: 27, ago: 27, way: 'phone', matter: '作业本用完了，请换一本新的。' },
  { by: 'liu', place: 33, ago: 29, way: 'face', matter: '课堂上爱举手，写字再慢一点。' },
  { by: 'zhao', place: 6, ago: 23, way: 'phone', matter: '长处：思路快。计算常抄错数，教他一步一查。' },
  { by: 'zhao', place: 17, ago: 26, way: 'phone', matter: '和同学闹别扭已和好，说了经过。' },
  { by: 'zhao', place: 29, ago: 28, way: 'visit', matter: '家里添了小弟弟，请每天留半小时给哥哥。' },
]

/** 主题班会 */
export const MEETINGS: readonly { by: 'wang' | 'zhao'; ago: number; topic: string; record: string }[] = [
  {
    ...{ by: 'wang', ago: 4, topic: '生病的同学回来了' },
    record: '说说请假时落下什么、需要什么帮助，每组认领一件小事：抄课表、讲错题、陪走路队。',
  },
  {
    ...{ by: 'zhao', ago: 5, topic: '时间去哪儿了' },
    record: '每人画一天的时间饼，找出可以自己安排的一小时，写下一周的打算。',
  },
  {
    ...{ by: 'wang', ago: 24, topic: '我的岗位我负责' },
    record: '四十个小岗位自己挑，说一说怎样算做好，两周后互相看。',
  },
  { ...{ by: 'wang', ago: 28, topic: '秋天里的安全' }, record: '路队、秋游、早晚添衣，每组演一个小场景。' },
  { ...{ by: 'zhao', ago: 25, topic: '怎样听别人说话' }, record: '两人一组，先复述再回应，写下最难的一点。' },
  { ...{ by: 'wang', ago: 13, topic: '班级公约我来定' }, record: '全班提了十六条，投票留下六条，贴在门口。' },
]

export const PLAN: Said = {
  situation: '四十人，爱读书，发言积极；课间容易追跑，有几个孩子写作业慢。',
  goals: '人人有一个岗位，课间文明，每天读书二十分钟。',
  steps: '第一个月定公约、分岗位；第二个月小组互助；学期末每个孩子讲自己的一个进步。',
}

/** 家长会: the plan, and what came of it. */
export const MEETING_PLAN: Said = {
  ...{ time: '18:30', form: 'school', topics: ['study', 'home', 'safety'] },
  plan: '先看孩子们一学期的作品，再说作息和用眼，最后留二十分钟一对一谈。',
}
export const MEETING_MINUTES: Said = {
  minutes: '到会家长看了作品墙；说了作息、用眼和路队；会后一对一谈了九位家长。',
  feedback: '希望课后服务多一些体育活动。',
}

export const REMARKS: readonly string[] = [
  '你上课认真听讲，作业工整，和同学相处友好，希望新的一年多读书，多提问。',
  '你上课认真听讲，作业工整，和同学相处友好，希望新的一年多读书，多提问。加油。',
  '你跑步快，运动会上为班级争了光；数学应用题再细心一点就更好了。',
  '你管图书角，每一本都放得整整齐齐。写作文时把心里话多写几句，会更好看。',
]

/** 设备报修 */
export const FAULTS = {
  mended: { kind: 'sound', fault: '音箱有一边不响，换了线也一样。' },
  waits: { kind: 'screen', fault: '触摸屏左下角点不动，写字断线。' },
  fresh: { kind: 'net', fault: '早上开机后连不上网，课件打不开。' },
} as const satisfies Record<string, Said>

/** What was lacking in hygiene, by field and in words. */
export const LACKING: readonly { choices: string[]; notes: string }[] = [
  { choices: ['floor'], notes: '后排地上有纸屑' },
  { choices: ['rows'], notes: '第三组桌椅没对齐' },
  { choices: ['board', 'tools'], notes: '黑板槽有粉笔灰，拖把没挂好' },
]

/** 班班通, lesson by lesson. */
export const LESSONS: readonly {
  by: 'wang' | 'zhao' | 'liu'
  ago: number
  lesson: number
  kind: string
  source: string
}[] = [
  { by: 'liu', ago: 1, lesson: 3, kind: 'new', source: '自制课件：农场里的动物' },
  { by: 'wang', ago: 1, lesson: 1, kind: 'new', source: '国家中小学智慧教育平台' },
  { by: 'zhao', ago: 1, lesson: 2, kind: 'review', source: '自制课件：分数墙' },
  { by: 'wang', ago: 2, lesson: 2, kind: 'review', source: '朗读录音' },
  { by: 'liu', ago: 2, lesson: 4, kind: 'new', source: '课本配套动画' },
  { by: 'liu', ago: 3, lesson: 3, kind: 'review', source: '单词卡片' },
  { by: 'zhao', ago: 3, lesson: 1, kind: 'new', source: '几何画板' },
  { by: 'wang', ago: 4, lesson: 1, kind: 'new', source: '课文插图' },
  { by: 'liu', ago: 6, lesson: 3, kind: 'new', source: '课本配套动画' },
  { by: 'wang', ago: 6, lesson: 1, kind: 'new', source: '国家中小学智慧教育平台' },
  { by: 'wang', ago: 7, lesson: 2, kind: 'review', source: '学生作文投屏' },
  { by: 'zhao', ago: 7, lesson: 1, kind: 'new', source: '自制课件：方程和天平' },
]
