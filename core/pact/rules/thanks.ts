// Decides whether a comment says nothing but thanks or 收到, so that a read mark says it better (C34).
import { wordsAt } from '../neighbours'
import { findingAt, type JudgeRule } from '../finding'
import { isGuardiansComment, type Subject } from '../subject'

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
