// Decides whether a comment says nothing but thanks or 收到, so that a read mark says it better (C34).
import { hint, anyOfAt } from '../../pattern'
import { findingAt, type JudgeRule } from '../finding'
import { isGuardiansComment, type Subject } from '../subject'
/** What thanks and acknowledgements are made of; what is left over is something to say. */
const THANKS = anyOfAt`
  讲得|明明白白|照着做|就是(?=[,。!]|$)|明早|一定带(?:到|上|齐)|说了算|听(?:您|你)的|回头|就跟|他爸|她爸|他妈妈|歇着|早点歇
  瞅(?:见|着)|瞧见|照做|照办|念给|说给|讲给|roger|copy|一生平安|好人|平安|听|娃(?:听|说|讲)?|孩子(?:听|说|讲)|晚上(?=念|回|说|讲|跟|给)|想得|周全|周到|感激不尽
  收到?(?:了|啦|咯|喽|哒|悉|讫|通知|信息|消息|邮件|老师)?|已(?:经)?(?:收到?|阅|读|知|看|查看|知晓|知悉|了解|接龙|转|转告|转达|保存|明白|记下|记住|安排|填|填写|完成|办|签收|签|确认|关注|学习|提交)(?:了|到|悉|好)?|看(?:到|见|过)(?:了|啦)?
  (?:都)?知道(?:了|啦|咯|喽|哈)?|知(?:悉|晓|了)(?:了)?|晓得(?:了|啦|咯|喽|哒|嘞)?|了解(?:了)?|明白(?:了|啦)?|清楚(?:了)?|懂(?:了|啦)|记(?:住|下|好|得|着)(?:了|啦)?|好(?:的|滴|哒|嘞|勒|咧|呀|啊|了|吧|呢|哦)*|ok|okk*|okay|yes|嗯+(?:呐|呢|啊|哪)?|中|要得|得行|成(?!绩)|妥(?:妥的|了)?|没(?:毛病|得问题|问题|意见)|木问题
  恩+|哦+|噢+|喔+|诶|哎|哇+|是的?|行|可以|遵命|遵照(?:执行|办理)?|得令|领命|执行|落实|配合|全力(?:以赴|配合|支持)?|一定配合|支持|坚决支持|(?:积极|认真|努力|严格|坚决|大力|定当|必当|会|当)?(?:配合|支持|执行|落实|做到|遵守|照办)|马上(?:办|安排|落实|照办)?|这就(?:办|去办|安排)|谢+谢*(?:啦|了|咯)?|谢过|感谢+|感激(?:不尽)?|拜谢|多谢|致谢|感恩(?:有您)?|3q|thx|thanks?|thank ?you|xx|xiexie
  辛苦(?:了|啦|咯|您|您了|你们)*|您?(?:多)?费心(?:了|啦)?|劳(?:您)?(?:操心|费心|驾|神|烦)(?:了)?|操(?:碎)?心(?:了|啦)?|麻烦(?:了|您了|老师了|你们了|大家了)|受累了?|不容易|费神了?|有劳(?:了)?|不易
  (?:想得|考虑得|安排得|准备得|做得|讲得|说得)|[太真好很非常超特]*(?:棒|赞|好|贴心|用心|负责|周到|细心|细致|温暖|感动|暖心|优秀|牛|强|厉害|美|给力|辛苦|有爱|温柔|伟大|敬业|幸福|幸运|开心|高兴|及时|全面|详细|专业|精彩|可爱|到位|靠谱|体贴|耐心|认真|走心)(?:了|啦|呀|啊|哒|极了)?|真(?:的)?
  很|特别|非常|十分|好好|最|都|也|们|的|了|啦|呀|啊|呢|哦|噢|哈+|呵+|嘻+|吧|嘞|您|你|们|咱们?|俺们?|我们?|老师|班主任|园长|校长|学校|幼儿园|班级|辛勤|工作|提醒|通知|告知|分享|安排|组织|反馈|陪伴|帮助|教诲|栽培|呵护|爱护|照料|看护|用心|费心|上心|操持
  关心|关爱|照顾|教导|教育|耐心|回复|解答|理解|指导|陪伴|鼓励|培养|及时|各位|所有|全体|每一?位|大家|为(?:孩子们?|了孩子们?|我们)?(?:的)?|孩子们?|娃娃?们?|宝贝们?|宝宝们?|付出|操劳|对
  有(?:您|你们?|这么好的老师|这样的老师)(?:真好|在)?|[\u4e00-\u9fff](?=老师)|遇(?:到|见)(?:您|你们?|这么好的老师|这样的好?老师)|这么|这样|好老师|点个?(?:大大的)?赞|给(?:您|老师|你们?|咱们?老师|学校)|大大|大|个|赞+|鼓掌|撒花|比心|笔芯|爱心
  爱(?:您|你们?|老师)|么么哒?|抱拳|合十|鲜花|玫瑰|强|6+|1+|\+1|加1|同上|同|顶|爸爸?|妈妈?|爷爷|奶奶|外公|外婆|姥姥|姥爷|大爷|叔叔|阿姨|姑姑|舅舅|家长|和|家|在这(?:里|儿)?
  早(?:上)?好|上午好|中午好|下午好|晚上好|您好|你好|节日快乐|晚安|早安|新年好|是(?:我们|孩子们?)(?:的)?(?:福气|幸运|荣幸)|福气|福分|荣幸|幸运|致敬|敬礼|加油|给力|必须的?|一定|肯定|会(?:的)?|回(?:家|去)(?:就)?(?:跟|和|让|叫)?(?:孩子)?(?:说|讲|准备|安排)?|跟孩子说
  按时|准时(?:参加|到)?|按(?:要求|通知|时)(?:做|执行|办|完成|准备|提交|参加)?|放心|准备(?:好)?|安排(?:好|上)?|转告(?:孩子|家人)?|一切听(?:从)?(?:老师|学校)(?:的)?(?:安排)?|听(?:老师|学校)(?:的)?|服从(?:安排)?
  祝(?:老师|您|大家)?(?:们)?(?:节日快乐|身体健康|工作顺利|万事如意|周末愉快|天天开心|永远年轻|桃李满天下)?|工作顺利|身体健康|周末愉快|开心每一天|注意身体|注意休息|早点休息
`
/** A question, a wish or news: what makes a comment worth reading. */
const SAYS_SOMETHING = hint`
  [?]|吗|呢\s*$|什么|几|怎么|哪|请(?!放心)|想问|多少|能不能|可不可以|是不是|(?<!没)问题|但|不过|可是|只是|就是(?![,。!~]|$)|因为|所以|如果|要是|建议|希望|意见|为啥|为什么|咋|谁|帮|给我|麻烦(?!了|您了|老师了|你们了|大家了)
  不(?!容易|易|尽|错|用谢|客气)|没(?!毛病|得?问题|问题|意见)|忘|丢|错|退|换|改|(?<!毛)病|假|迟|晚(?!安|上(?:好|念|回|说|讲|跟|给))|药|钱|元|电话|号|链接|打不开|下午(?!好)|明天|今天|昨天|周[一二三四五六]|晚点|补|想(?!得)|告诉|家长会|成绩|分享一下|回去|到学校
`
/** Without one of these nothing is acknowledged. */
const ACKNOWLEDGES = hint`
  听您的|照着做|暖心|感动|贴心|用心|知道咧|讲得[^,。]{0,2}(?:好|明白)
  妥|瞅见|roger|copy
  收|谢|感[恩激谢]|辛苦|好[的滴哒嘞勒咧]|知[道悉晓了]|晓得|明白|了解|懂了|费心|操心|费神|劳|赞|配合|支持|遵|照办|执行|没毛病|没问题|ok|嗯|恩恩|3q|thx|thank|已[阅读知填接转]|记[住下得]|顶|同上|加1|\+1|1|6|行|可以|[棒强牛]|给力|致敬|祝|快乐|好$|看到|放心|厉害|优秀|爱您|爱你们|鼓掌|比心|玫瑰|点赞|得令|安排|按时|准时|必须|一定
`
const FILLER = /[\s\p{P}\p{S}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\u200d\ufe0f]|\[[^\]\s]{1,6}\]/uy
/** Characters no list knows that an acknowledgement may hold all the same, and the share of the whole they may make up. */
const UNKNOWN_MOST = 5
const UNKNOWN_SHARE = 0.75

/** Whether nothing is said but thanks or 收到, names aside. */
function isOnlyThanks(subject: Subject): boolean {
  const { text } = subject.text.tight
  if (SAYS_SOMETHING.test(text) || (!ACKNOWLEDGES.test(text) && /[\p{L}\p{N}]/u.test(text))) return false
  const names = subject.mentions
  let at = 0
  let thanked = 0
  let unknown = 0
  while (at < text.length) {
    const name = names.find(({ start }) => start === at)
    if (name) at = name.end
    else if (matchesAt(FILLER, text, at)) at = FILLER.lastIndex
    else if (matchesAt(THANKS, text, at)) {
      thanked += THANKS.lastIndex - at
      at = THANKS.lastIndex
    } else if (isCardAt(text, at)) at += 1
    else if (++unknown > UNKNOWN_MOST) return false
    else at += 1
  }
  if (thanked === 0) return unknown === 0 && text.trim() !== '' && !/[\p{L}\p{N}]/u.test(text)
  return unknown <= thanked * UNKNOWN_SHARE
}
function matchesAt(words: RegExp, text: string, at: number): boolean {
  words.lastIndex = at
  return words.test(text) && words.lastIndex > at
}
/** A card in front, 张小明妈妈, where no roster tells the name: up to four characters before the relation. */
const isCardAt = (text: string, at: number) =>
  /^[\u4e00-\u9fff]{1,4}(?:的)?(?:妈妈|爸爸|家长|爷爷|奶奶|外公|外婆|姥姥|姥爷|妈|爸)/.test(text.slice(at, at + 8))

/** 收到, 谢谢老师: read, nothing to send (C34). */
export const judgeThanks: JudgeRule = (subject) => {
  if (!isGuardiansComment(subject) || !isOnlyThanks(subject)) return undefined
  return findingAt(subject, 'deflect', [{ start: 0, end: subject.text.tight.text.length }], { sureness: 1 })
}
