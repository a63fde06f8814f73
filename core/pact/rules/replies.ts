// Decides what becomes of comments: thanks and 收到 turn into a read mark, chat and complaints go elsewhere (C25, C29–C31, C34, G19).
import { words, wordsAt } from '../neighbours'
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'
import { numberOf } from '../params'
import type { Subject } from '../subject'

const isGuardiansComment = ({ post }: Subject) =>
  post.kind === 'comment' && (post.role === 'guardian' || post.role === 'supervisor')

/** What thanks and acknowledgements are made of; what is left over is something to say. */
const THANKS = wordsAt`
  收到(?:了|啦|咯|喽|哒|通知|信息|消息)?|已(?:经)?(?:收到?|阅|读|知|看|查看|知晓|知悉|了解|接龙|转|保存|明白)(?:了|到|悉)?|看(?:到|见)(?:了|啦)?
  知道(?:了|啦|咯)?|知(?:悉|晓)(?:了)?|了解(?:了)?|明白(?:了|啦)?|清楚(?:了)?|好(?:的|滴|哒|嘞|勒|咧|呀|啊|了|吧)*|ok|okk?|okay|嗯+
  恩+|哦+|噢+|是的?|行|可以|没问题|遵命|配合|全力配合|一定配合|支持|坚决支持|积极配合|照办|谢+谢*|感谢+|多谢|致谢|感恩|3q|thx|thanks?|thank ?you
  辛苦(?:了|啦|您|您了|你们)*|您?费心(?:了)?|操心(?:了)?|麻烦(?:了|您了|老师了)|受累了?|不容易
  太?(?:棒|赞|好|贴心|用心|负责|周到|细心|温暖|感动|暖心|优秀|牛|强|厉害|美|给力|辛苦|有爱|温柔|伟大|敬业|幸福|幸运|开心|高兴)(?:了|啦|呀|啊|哒)?|真(?:的)?
  很|特别|非常|十分|好好|最|都|也|们|的|了|啦|呀|啊|呢|哦|噢|哈+|呵+|嘻+|吧|您|你|们|我们?|老师|班主任|园长|校长|学校|幼儿园|辛勤|工作|提醒|通知|告知|分享|安排|组织
  关心|关爱|照顾|教导|教育|耐心|回复|解答|理解|指导|陪伴|鼓励|培养|及时|各位|所有|大家|为(?:孩子们?|了孩子们?)?(?:的)?|孩子们?|宝贝们?|付出|操劳
  有(?:您|你们?)(?:真好)?|[\u4e00-\u9fff](?=老师)|遇(?:到|见)(?:您|你们?|这么好的老师|这样的好?老师)|这么|这样|好老师|点赞|赞+|鼓掌|撒花|比心
  爱(?:您|你们?|老师)|么么哒?|抱拳|合十|鲜花|玫瑰|强|6+|1|\+1|加1|同上|同|顶|支持|爸爸?|妈妈?|爷爷|奶奶|外公|外婆|姥姥|姥爷|家长|和|家|在这(?:里|儿)?
  早(?:上)?好|晚上好|节日快乐|晚安|早安|新年好|是(?:我们|孩子们?)(?:的)?(?:福气|幸运|荣幸)|福气|福分|荣幸|幸运|致敬|敬礼|加油|给力|必须的?|一定|会(?:的)?
  按时|准时(?:参加|到)?|按(?:要求|通知)(?:做|执行|办|完成)?|放心
  祝(?:老师|您|大家)?(?:们)?(?:节日快乐|身体健康|工作顺利|万事如意|周末愉快|天天开心|永远年轻|桃李满天下)?|工作顺利|身体健康|周末愉快
`
const FILLER = /[\s\p{P}\p{S}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\u200d\ufe0f]|\[[^\]\s]{1,6}\]/uy

/** Whether nothing is said but thanks or 收到, names aside. */
function isOnlyThanks(subject: Subject): boolean {
  const { text } = subject.text.tight
  if (/[?]|吗|呢\s*$|什么|几点|怎么|哪|请问/.test(text)) return false
  const names = subject.mentions
  let at = 0
  let thanks = 0
  while (at < text.length) {
    const name = names.find(({ start }) => start === at)
    if (name) at = name.end
    else if (matchesAt(FILLER, text, at)) at = FILLER.lastIndex
    else if (matchesAt(THANKS, text, at)) {
      at = THANKS.lastIndex
      thanks++
    } else if (isCardAt(text, at)) at += 1
    else return false
  }
  return thanks > 0 || (text.trim() !== '' && !/[\p{L}\p{N}]/u.test(text))
}
function matchesAt(words: RegExp, text: string, at: number): boolean {
  words.lastIndex = at
  return words.test(text) && words.lastIndex > at
}
/** A card in front, 张小明妈妈, where no roster tells the name: up to four characters before the relation. */
const isCardAt = (text: string, at: number) =>
  /^[\u4e00-\u9fff]{1,4}(?:的)?(?:妈妈|爸爸|家长|爷爷|奶奶|外公|外婆|妈|爸)/.test(text.slice(at, at + 8))

/** 收到, 谢谢老师: read, nothing to send (C34). */
export const judgeThanks: JudgeRule = (subject) => {
  if (!isGuardiansComment(subject) || !isOnlyThanks(subject)) return undefined
  return findingAt(subject, 'deflect', [{ start: 0, end: subject.text.tight.text.length }], { sureness: 1 })
}

/** Talk that has nothing to do with home and school. */
const CHAT = words`
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

/** Complaints go to the teacher or the head, not to the class (C25). */
const COMPLAINT = words`
  投诉|(?:意见|怨言|怨气)(?:很|太|非常|比较)?大|(?:有|提)(?:很大|很多|些|点|个)?意见|强烈(?:建议|要求|反对|不满|谴责|抗议)
  (?:建议|希望|要求|请)学校(?:能|可以|赶紧|尽快|必须|立即|马上|给)?(?:[^。!?\n]{0,10})(?:换|取消|整改|解释|说法|道歉|改|处理|反思|退|重视|负责)
  (?:太|很|极其?|真|非常)(?:不合理|不公平|不负责任?|不人性|不像话|失望|坑|离谱|敷衍|形式主义)|凭什么|给(?:个|我们|家长)(?:一个)?(?:说法|交代|解释)
  不(?:满|满意)(?!意的?(?:话|请))
  (?:食堂|伙食|饭菜|午餐|校服|校车|作业|收费|老师|学校)[^。!?,\n]{0,10}(?:太(?:差|贵|多|难吃|少|乱|晚|早|敷衍|过分|不)|难吃|质量(?:差|不行|太)|有问题|不行|糟糕|离谱)
  (?:大家|有没有|你们|谁)[^。!?,\n]{0,8}(?:同感|觉得(?:不合理|过分|不公)|也(?:这样|是|觉得))
`
export const judgeComplaints: JudgeRule = (subject) =>
  isGuardiansComment(subject) ? findingAt(subject, 'deflect', findMeant(subject, COMPLAINT)) : undefined

/** Few emoticons in a notice (C30). */
const EMOTICON =
  /\[[\u4e00-\u9fffa-z]{1,5}\]|\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*/giu
const EMOTICONS_MOST = 5
export const judgeEmoticons: JudgeRule = (subject, params) => {
  if (subject.post.kind !== 'notice') return undefined
  const body = typeof subject.post.body === 'string' ? subject.post.body : ''
  const found = findAll(body, EMOTICON)
  if (found.length <= numberOf(params, 'most', EMOTICONS_MOST)) return undefined
  return { verdict: 'warn', spans: found.map(({ start, end }) => ({ field: 'body', start, end })) }
}

/** No voice (C31). */
export const judgeVoice: JudgeRule = ({ context }) =>
  (context.attachments ?? []).some((kind) => /voice|audio|语音|录音/i.test(String(kind)))
    ? { verdict: 'refuse', spans: [{ field: 'attachments', start: 0, end: 0 }], sureness: 1 }
    : undefined
