// Decides what else becomes of comments: chat goes elsewhere, a board has none, few emoticons, no voice (C29–C31, G19).
import { anyOf } from '../../pattern'
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'
import { isGuardiansComment } from '../subject'
/** Talk that has nothing to do with home and school. */
const CHAT = anyOf`
  打(?:麻将|牌|扑克)|三缺一|斗地主|开黑|上分|王者(?:荣耀)?|吃鸡|火锅|烧烤|喝(?:酒|两杯|一杯)|约(?:饭|酒|起来|一波|个饭)|逛街|美甲|追剧|电视剧|综艺|明星|八卦
  吃瓜|绯闻|离婚(?:了)?(?:吗|没)|股市|大盘|房价|球赛|世界杯|彩票|减肥|双十一|双11|购物车|堵车(?:吗|好)|天气(?:真|好|不错)|早安|早上好|晚安|午安|周末愉快
  周[一二三四五六日]好|(?:元宵|中秋|端午|春节|新年|国庆|五一|元旦|圣诞|母亲节|父亲节|妇女节|情人节)快乐|今日(?:份|早安)|心灵鸡汤|正能量语录
  哪(?:家|里|个)(?:的)?[^。!?,\n]{0,10}(?:好吃|好玩|便宜|划算|靠谱)|有(?:没有)?(?:人|谁)[^。!?,\n]{0,8}(?:玩|约|逛|打球|遛娃|拼车|聚)
  谁家?(?:有|去|在)[^。!?,\n]{0,10}(?:玩|逛|聚)|好无聊|在(?:干嘛|干啥|吗)|哈哈哈哈
`

/** Comments that were not opened are closed (C29); chat in open ones is told so. */
export const judgeChat: JudgeRule = (subject) => {
  if (subject.post.kind !== 'comment') return undefined
  if (subject.context.commentsOpen !== true && !subject.isStaff) return { verdict: 'deflect' }
  return isGuardiansComment(subject) ? findingAt(subject, 'warn', findMeant(subject, CHAT)) : undefined
}

/** A notice board has no comments (G19). */
export const judgeBoard: JudgeRule = (subject) =>
  isGuardiansComment(subject) || (subject.post.kind === 'album' && !subject.isStaff)
    ? { verdict: 'deflect', sureness: 2 }
    : undefined

/** Few emoticons in a notice (C30). */
const EMOTICON =
  /\[[\u4e00-\u9fffa-z]{1,5}\]|\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*/giu
export const judgeEmoticons: JudgeRule<'C30'> = (subject, { most }) => {
  if (subject.post.kind !== 'notice') return undefined
  const body = typeof subject.post.body === 'string' ? subject.post.body : ''
  const found = findAll(body, EMOTICON)
  if (found.length <= most) return undefined
  return { verdict: 'warn', spans: found.map(({ start, end }) => ({ field: 'body', start, end })) }
}

/** No voice (C31). */
export const judgeVoice: JudgeRule = ({ context }) =>
  (context.attachments ?? []).some((kind) => /voice|audio|语音|录音/i.test(String(kind)))
    ? { verdict: 'refuse', spans: [{ field: 'attachments', start: 0, end: 0 }], sureness: 1 }
    : undefined
