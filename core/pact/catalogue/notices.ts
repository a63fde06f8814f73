// Decides the rules on the form of a notice and on what is done with it.
import { limits } from '../../wire'
import { whole } from '../bounds'
import type { RuleEntry } from '../types'

export const NOTICES = {
  N02: {
    title: '通知写明标题、正文、落款和日期。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 五要五', quote: '要规范严谨,通知应当参照正规行文要求。' }],
    wayOut: ['fill_in'],
  },
  N12: {
    title: '每份通知选好类别。',
    group: '内容',
    effect: '不能发',
    sources: [
      {
        seed: 'S4',
        article: 'S4 班班通使用管理制度3精选2篇(一) 三.4',
        quote: '学校教职工在班班通上发布的信息必须按照学校的规定进展分类和整理。',
      },
    ],
    wayOut: ['fill_in'],
  },
  N03: {
    title: '通知写短，一次说清。',
    group: '内容',
    effect: '会提醒',
    parameters: { longest: { ...whole(50, limits.BODY_MAX, 500), floor: 1 }, withinMinutes: whole(1, 1440, 120) },
    sources: [{ seed: 'S1', article: 'S1c 赵彩玉3', quote: '内容简洁,一次把通知发清楚。' }],
    wayOut: ['amend_first', 'send_anyway'],
  },
  N04: {
    title: '要家长填写的，按时填写。',
    group: '内容',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 二(一)5', quote: 'QQ群做为一个通知平台,发布有关学校或班级信息要求家长填写、回复' },
    ],
    wayOut: ['contact_teacher'],
  },
  N05: {
    title: '没有特别说明，看过就行，不用回复。',
    group: '内容',
    effect: '照此办理',
    sources: [
      {
        seed: 'S0',
        article: 'S0-3 二(二)7',
        quote: '由班群老师统一发布的信息,无特殊说明群成员阅读后无需回复,防止没必要的刷屏,避免重要的信息被“淹没”',
      },
      { seed: 'S1', article: 'S1c 石丽沙1', quote: '不刷屏,有通知阅后不回复。' },
      { seed: 'S1', article: 'S1a 五不要三', quote: '一般性通知,原则上不点赞、不回复' },
    ],
    wayOut: ['contact_teacher'],
  },
  N08: {
    title: '外出、停课、放假、收费，要家长签字。',
    group: '内容',
    effect: '会提醒',
    sources: [
      {
        seed: 'S3',
        article: 'S3 篇4.4',
        quote:
          '学校组织外出活动,停课、放假、收费及遇到其它重要情况,教师必须配合学校做好相应工作,以书面形式及时通知学生家长。',
      },
    ],
    wayOut: ['acknowledge'],
  },
} as const satisfies Record<string, RuleEntry>
