// Decides the rules on who is a member, and under which name.
import { CARD_FORMATS } from '../../family'
import { whole, word } from '../bounds'
import type { RuleEntry } from '../types'

export const MEMBERS = {
  M01: {
    title: '每个孩子的家长席位有限额。',
    group: '成员',
    effect: '不能发',
    parameters: { seats: whole(1, 6, 2) },
    sources: [
      { seed: 'S0', article: 'S0-1.9', quote: '每名学生进群的家长尽量控制在2名以内。' },
      { seed: 'S1', article: 'S1b 二.2', quote: '每个孩子名下最多加入2个家长微信号' },
    ],
    wayOut: ['apply_third_seat'],
  },
  M02: {
    title: '只有本班孩子的家长可以加入。',
    group: '成员',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-1.9', quote: '不准邀请非学生亲属人员进群。' },
      { seed: 'S0', article: 'S0-3 一(一)1', quote: '学生家长及监护人方可入群,禁止无关人员加入。' },
      { seed: 'S0', article: 'S0-3 二(二)8', quote: '未经群主或管理员同意,不得擅自拉非本班级家长进班级群。' },
      { seed: 'S1', article: 'S1b 二.1', quote: '班主任、老师及孩子家长方可入群,未经允许园外家长不准加入。' },
      { seed: 'S1', article: 'S1b 三(二)4', quote: '不得擅自请非本班家长进群。' },
    ],
    wayOut: ['apply'],
  },
  M03: {
    title: '学生不单独加入。',
    group: '成员',
    effect: '不能发',
    sources: [{ seed: 'S0', article: 'S0-6.1', quote: '群成员为该班级任课教师及学生家长〔严禁学生参加〕。' }],
    wayOut: ['acknowledge'],
  },
  M07: {
    title: '老师的名片写学科和姓名。',
    group: '成员',
    effect: '照此办理',
    sources: [{ seed: 'S0', article: 'S0-3 一(一)2', quote: '教师命名规则:学科+教师姓名' }],
    wayOut: ['fill_subject'],
  },
  M08: {
    title: '老师注明教哪一科。',
    group: '成员',
    effect: '照此办理',
    sources: [{ seed: 'S0', article: 'S0-6.1', quote: '教师注明其身份〔哪科教师〕。' }],
    wayOut: ['fill_subject'],
  },
  M09: {
    title: '家长的名片是“孩子姓名+称呼”。',
    group: '成员',
    effect: '照此办理',
    parameters: { format: word(CARD_FORMATS, 'child_relation') },
    sources: [
      { seed: 'S0', article: 'S0-1.2', quote: '进群后修改名片(如:xx妈妈,xx爸爸)' },
      { seed: 'S0', article: 'S0-3 一(一)2', quote: '学生家长命名规则:学生姓名+爸爸/妈妈或直接出现学生姓名。' },
      { seed: 'S0', article: 'S0-6.1', quote: '所有家长在班级群内昵称要注明孩子真实姓名,与孩子是何种亲属关系' },
      { seed: 'S0', article: 'S0-7.1', quote: '班级微信群所有成员统一将昵称改成孩子姓名+家长称谓。' },
      {
        seed: 'S1',
        article: 'S1b 二.2',
        quote: '进群后需及时修改“我在本群的昵称”为孩子姓名+手机号或“某某妈妈”、“某某爸爸”+手机号等。',
      },
    ],
    wayOut: ['confirm_card'],
  },
  M10: {
    title: '成员一律实名。',
    group: '成员',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 一(一)2', quote: '群成员一律实名制' },
      { seed: 'S1', article: 'S1b 三(一)1', quote: '负责群成员实名制、监管、违规提醒处理等。' },
      { seed: 'S0', article: 'S0-9 二.5', quote: '必须以在本单位的所用姓名作为群昵称' },
    ],
    wayOut: ['confirm_card'],
  },
} as const satisfies Record<string, RuleEntry>
