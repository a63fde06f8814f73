// Decides the rules against insults, threats, leaks and harsh punishments.
import type { RuleEntry } from '../types'

export const MANNERS = {
  C08: {
    title: '不侮辱人，不诋毁学校和师生。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-1.5', quote: '禁止诋毁学校及师生形象,禁止出现有违社会公德、不文明、侮辱性语言。' },
      {
        seed: 'S0',
        article: 'S0-3 二(二)3',
        quote: '家长不得在群内发布有关有损学校、教师、学生及家长形象的言论或发泄负面情绪的的负面信息',
      },
      {
        seed: 'S0',
        article: 'S0-7.7',
        quote: '严禁在微信群里发布有损学校、教师、学生及家长形象的言论或发泄负面情绪的不实信息。',
      },
      { seed: 'S1', article: 'S1b 三(二)2', quote: '不发不文明的语言,不发影响班级团队氛围的内容。' },
      { seed: 'S0', article: 'S0-2.5', quote: '禁止诋毁学校及师生形象,禁止出现有违社会公德、不文明、侮辱性语言' },
      { seed: 'S0', article: 'S0-5 四', quote: '不能涉及人身攻击和影响班级团结的内容。' },
      { seed: 'S0', article: 'S0-6.5', quote: '网上交流中,禁止诋毁学校及师生形象' },
      { seed: 'S0', article: 'S0-8(7)', quote: '不得发布有可能对幼儿园造成不良影响的信息。' },
    ],
    wayOut: ['private_talk', 'edit'],
  },
  C09: {
    title: '不煽动，不威胁。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-3 二(二)4', quote: '不得发布带有煽动性、过激性的信息。' },
      { seed: 'S1', article: 'S1b 三(二)2', quote: '不得发布带有煽动性、威胁性的言论。' },
    ],
    wayOut: ['private_talk', 'edit'],
  },
  C27: {
    title: '不外传学校内部资料和试卷。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-2.3', quote: '严格保守国家机密及学校机密。' },
      { seed: 'S0', article: 'S0-9 二.2', quote: '群成员应严格保守公司秘密' },
    ],
    wayOut: ['edit'],
  },
  C38: {
    title: '不罚抄，不罚站，不挖苦孩子。',
    group: '内容',
    effect: '先审核',
    sources: [{ seed: 'S0', article: 'S0-4 二.2', quote: '严禁体罚、变相体罚、讽刺挖苦学生。' }],
    wayOut: ['edit'],
  },
} as const satisfies Record<string, RuleEntry>
