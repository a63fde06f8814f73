// Decides the rules on asking for leave, and on a child who falls ill or is hurt at school.
import { whole } from '../bounds'
import type { RuleEntry } from '../types'

export const LEAVE = {
  L01: {
    title: '请假填请假条，不在留言里请。',
    group: '请假',
    effect: '不能发',
    sources: [{ seed: 'S0', article: 'S0-8(8)', quote: '需要请假的孩子请勿在微信群留言,避免刷屏看不见。' }],
    wayOut: ['leave_form'],
  },
  L05: {
    title: '没到校又没请假的，老师马上联系家长。',
    group: '请假',
    effect: '照此办理',
    parameters: { minutes: whole(5, 120, 30) },
    sources: [{ seed: 'S2', article: 'S2 第二条2', quote: '对未按时出勤的学生及时查明原因,并与监护人取得联系。' }],
    wayOut: ['call'],
  },
  L14: {
    title: '有事先请假，病假可以补交，长假逐级审批。',
    group: '请假',
    effect: '照此办理',
    parameters: { lateDays: whole(0, 30, 3), headDays: whole(1, 30, 3), officeDays: whole(1, 180, 10) },
    sources: [{ seed: 'S2', article: 'S2 学生管理(3)', quote: '落实学生考勤、请假制度' }],
    wayOut: ['change_day', 'contact_teacher'],
  },
  // Which of the two stands in a pact decides the order of the steps (V19): both of them, and neither waits.
  L06: {
    title: '孩子在校突发疾病或受伤，第一时间送医，并联系家长。',
    group: '请假',
    effect: '照此办理',
    sources: [
      {
        seed: 'S2',
        article: 'S2 第二条2',
        quote: '对于学生在校期间出现的各种疾病、意外伤害等现象,在第一时间送医院治疗,并及时与监护人联系,做好相应工作。',
      },
    ],
    wayOut: ['call'],
  },
  L07: {
    title: '孩子突然不适，先联系家长领回；意外受伤，联系家长的同时送医。',
    group: '请假',
    effect: '照此办理',
    sources: [
      {
        seed: 'S3',
        article: 'S3 篇4.6',
        quote:
          '学生在校突然不适或发病,应当及时与家长取得联系,并由家长领回进行治疗。如在校发生意外伤害事故,在先与家长取得联系的同时,及时送往医院进行救治。',
      },
    ],
    wayOut: ['call'],
  },
  Q20: {
    title: '连续几天没请假又没到校的，报告年级、动员、书面报教导处。',
    group: '请假',
    effect: '照此办理',
    parameters: { days: whole(1, 10, 3) },
    sources: [
      {
        seed: 'S0',
        article: 'S0-4 三(四)',
        quote: '学生辍学要及时向年级领导报告,采取措施动员,经多次动员还不能返校,要及时向教导处书面报告。',
      },
    ],
    wayOut: ['call'],
  },
} as const satisfies Record<string, RuleEntry>
