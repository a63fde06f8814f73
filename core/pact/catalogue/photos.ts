// Decides the rules on photos and praise.
import { share, whole, word } from '../bounds'
import type { RuleEntry } from '../types'

export const PHOTOS = {
  P01: {
    title: '晒照片公平对待每一个孩子。',
    group: '照片',
    effect: '会提醒',
    parameters: { share: share(0.5) },
    sources: [
      { seed: 'S1', article: 'S1b 三(一)8', quote: '在班级群晒孩子照片时要公平对待每一个孩子,不偏心,不歧视。' },
    ],
    wayOut: ['send_anyway'],
  },
  P02: {
    title: '全班的相册里每个孩子都要有。',
    group: '照片',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1c 石丽沙4', quote: '上传学校活动照片时,要让每个孩子都有。' }],
    wayOut: ['tag_children'],
  },
  P03: {
    title: '家长晒娃要适度。',
    group: '照片',
    effect: '不能发',
    parameters: { perWeek: whole(0, 50, 0) },
    sources: [{ seed: 'S1', article: 'S1a 小贴士', quote: '晒娃要适度。毕竟班群是一个公共交流平台。' }],
    wayOut: ['private_talk'],
  },
  P04: {
    title: '鼓励表扬，用喜报。',
    group: '照片',
    effect: '照此办理',
    sources: [
      { seed: 'S0', article: 'S0-3 一(二)6', quote: '鼓励在群内表扬先进个人,先进做法。' },
      { seed: 'S0', article: 'S0-3 二(一)4', quote: '展示教师、学生优秀表现的文字和图片' },
      { seed: 'S3', article: 'S3 篇2 一(一)', quote: '对取得以下嘉奖学生,应特向家长寄发喜报' },
    ],
    wayOut: ['praise_letter'],
  },
  P05: {
    title: '表扬单独告诉孩子的家长。',
    group: '照片',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 五不要二', quote: '批评表扬不发,拉票评比不发。' }],
    wayOut: ['praise_letter'],
  },
  P06: {
    title: '活动照片放进相册，家长的主意单独提。',
    group: '照片',
    effect: '照此办理',
    // Whether families of a tagged child may save its photos.
    parameters: { save: word(['forbid', 'allow'], 'forbid') },
    sources: [
      {
        seed: 'S0',
        article: 'S0-5 二',
        quote: '班级微信群用于班级活动照片分享,教师与家长彼此沟通对话,家长为班级活动献计献策等。',
      },
      { seed: 'S0', article: 'S0-7.2', quote: '也可分享班级活动照片、为班级活动献计献策等。' },
    ],
    wayOut: [],
  },
} as const satisfies Record<string, RuleEntry>
