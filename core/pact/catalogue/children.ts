// Decides the rules on what is said of children: marks, faults, judgements, homework.
import { word } from '../bounds'
import type { RuleEntry } from '../types'

export const CHILDREN = {
  C18: {
    title: '成绩和名次不发到班级。',
    group: '内容',
    effect: '不能发',
    parameters: { own: word(['allow', 'forbid'], 'forbid') },
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(一)6',
        quote: '群内不得公布学生的成绩排名或可以对比学生成绩优劣的信息,不得发布学生的负面信息。',
      },
      { seed: 'S0', article: 'S0-7.5', quote: '严禁在班级微信群里晒名次、晒成绩、晒票数,或者给家长布置作业。' },
      { seed: 'S1', article: 'S1a 五不要二', quote: '作业、成绩排名等不要发……不得发布学生考试成绩。' },
    ],
    wayOut: ['own_guardians'],
  },
  C22: {
    title: '孩子的不足不在班里说。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-3 一(二)6', quote: '在群内一般只批评不良现象,不批评具体学生。' },
      { seed: 'S0', article: 'S0-3 二(一)6', quote: '不得发布学生的负面信息。' },
      {
        seed: 'S0',
        article: 'S0-6.7',
        quote: '教师如通报学生违纪行为或其他不良现象,禁止在群内公布学生姓名,可单独与相应家长取得联系。',
      },
      {
        seed: 'S1',
        article: 'S1b 三(一)3',
        quote: '不得发布孩子的负面信息,探讨个别问题可以和家长私聊,或直接打电话当面沟通。',
      },
      { seed: 'S1', article: 'S1a 五不要二', quote: '批评表扬不发,拉票评比不发。' },
    ],
    wayOut: ['own_guardians'],
  },
  C23: {
    title: '不在班里给哪个孩子下评语。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S0', article: 'S0-8(2)', quote: '为了尊重孩子,禁止在平台中对某个孩子的行为定性评价。' }],
    wayOut: ['own_guardians', 'private_talk'],
  },
  C20: {
    title: '作业当堂布置，不发给家长。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-7.5', quote: '严禁在班级微信群里晒名次、晒成绩、晒票数,或者给家长布置作业。' },
      { seed: 'S1', article: 'S1a 五不要二', quote: '学生作业教师要当堂布置,不得在交流群中发布。' },
      { seed: 'S1', article: 'S1c 高宏', quote: '不要在群里布置作业,评论作业。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C21: {
    title: '可以发当天的作业。',
    group: '内容',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 二(一)4', quote: '可以发布学生的每日家庭作业,可以发布一些有关教育信息。' },
      {
        seed: 'S4',
        article: 'S4 小学班班通使用管理制度(三篇) 6',
        quote: '规定学生和家长可以查阅的信息范围,如课程表、作业通知、成绩查询等。',
      },
      {
        seed: 'S4',
        article: 'S4 使用与管理制度 二.1',
        quote: '教师使用班班通进行班级管理、教学通知、作业发布等相关工作',
      },
    ],
    wayOut: [],
  },
} as const satisfies Record<string, RuleEntry>
