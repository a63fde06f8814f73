// Decides the rules against what harms: gambling, viruses, and what is private of others.
import type { RuleEntry } from '../types'

export const SAFETY = {
  C07: {
    title: '不发赌博和病毒链接。',
    group: '内容',
    effect: '不能发',
    sources: [
      {
        seed: 'S0',
        article: 'S0-8(6)',
        quote: '严禁在群内发布宗教、色情、暴力、赌博、病毒链接等内容。一经发现,情节严重的将移送司法机关处理。',
      },
      { seed: 'S0', article: 'S0-2.7', quote: '严禁在群内发布其他网站链接,尤其是色情、病毒链接,一经发现,严肃处理。' },
    ],
    wayOut: ['edit', 'human_review'],
  },
  C28: {
    title: '不发别人的电话、证件和住址。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S1', article: 'S1a 五不要五', quote: '他人隐秘信息不要发。' },
      {
        seed: 'S4',
        article: 'S4 小学班班通使用管理制度(三篇) 9',
        quote: '保护用户的个人隐私,禁止将个人信息泄露给他人或用于商业用途。',
      },
      {
        seed: 'S4',
        article: 'S4 使用与管理制度 五.1',
        quote: '班班通应保证教师、学生和家长的个人信息安全,不得泄漏',
      },
    ],
    wayOut: ['cover'],
  },
} as const satisfies Record<string, RuleEntry>
