// Decides whether words are done or only spoken of: forbidden, denied, warned of, quoted from a rule, asked about.
import { hint, anyOf } from '../../pattern'
import { clauseAround, sentenceAround } from './clauses'
import type { Range } from './view'
/** Strong words rule over a whole list, commas included: 严禁刷屏,发红包,拉票。 */
const STRONG = anyOf`
  严禁|禁止|杜绝|不得|不准|不许|不允许|请勿|切勿|切忌|拒绝|拒收|抵制|谨防|严防|提防|警惕|小心|当心|防范|防止|防骗|反诈|远离|反对|制止|查处|整治|清理|治理|取缔|违规|违反
  举报|承诺不|坚决不|一律不|绝不|决不|不能|不可以?|不应|不宜|请不要|不要|不再|勿|莫(?!名)|避免|减少|克服|不提倡|不鼓励|不支持|不参与|不组织|不接受|不得以|不搞|不做|不发
  不传|不转|不谈|不晒|不收|不拉|不刷|不布置|不公布|不评论|无(?:需|须)|不需要|不必|不用|(?<![特分个区级性类告识离辨派差各])别(?!人|的|处|墅|家|致|名|班|具|出)
`
/** Weak words rule over their own clause. */
const WEAK = anyOf`
  (?<!有)没有|(?<![有就])没(?!错|关系|事)|未(?!来|知)|并非|不是|不存在|不(?!错|仅|但|断|管|论|光|只|好意思|过|久|同|妨|如|足|少|得不|止|一样)
  非(?!常|得|要)|从不|从未|如何|怎么|怎样|为什么|哪些|什么是
`
/** 不要错过, 不要忘了: what follows is wanted. */
const WANTED_AFTER = hint`
  ^(?:能|要|可以?|得)?(?:再)?(?:错过|忘|犹豫|客气|嫌|小看|吝啬|忽略|忽视|担心|着急|浪费|等|怕|舍不得|手软|落下|掉队|不|潜水|光看|吝|只|迟疑|辜负|缺席|缺少|耽误|磨蹭|害羞|见外|见怪|介意|告诉|让.{0,4}知道)
`
/** What follows such a word is asked for, whatever was forbidden before. */
const TURN = hint`
  (?:^|[,。;!?:])(?:但|但是|不过|而是|而要|只要|欢迎|大家快|快来|赶紧|麻烦|帮忙|请(?!勿|不|各位[^,。]{0,6}不|大家[^,。]{0,4}不|家长[^,。]{0,6}不)|可以|需要的|有需要|想要|要的|感兴趣)
`
/** After the words: they were named, not done. */
const NAMED_AFTER = hint`
  ^[^,。;!?\n]{0,14}?(?:等(?:等)?(?:的)?(?:各[种类]|任何|其他|无关|不良|违规|不实|商业|与[^,。]{0,8}无关的?)*(?:行为|现象|违规|言论|信息|内容|违法|情况|问题|消息|话题|闲话|诈骗|不文明|陋习|事[^情宜])|的(?:行为|现象|做法|违规|骗局|陷阱|诈骗|规定|问题)|行为|现象|诈骗|骗局|陷阱|骗术|(?:一律|都|也|是|均|坚决|绝对|应该?|必须|全部|我们|学校|老师)*(?:不(?:收|要|准|允许|得|可以|能|行|提倡|会|予|参与|接受|被允许|合适|好|妥|属于|存在|在|发|许|应|该|再|需|用)|禁止|严禁|取缔|免(?!费)|违规|违反|违法|谨慎|拒绝|拒收|抵制|举报|绝不|杜绝|退回|退还|处理|清退|零容忍|严肃|警告))
`
/** After the words, in the same sentence: what to do when somebody does it. */
const ADVISED_AFTER = hint`
  ^[^。!?\n]{0,18}(?:报警|110|96110|反诈|核实|挂断|骗子|诈骗|骗局|上当|拉黑|劝阻|制止|要警惕|别(?:信|理|点|上当)|不要(?:信|理|点|转账|相信)|该跟谁说|跟谁反映|该怎么办|怎么处理|是真的吗|是骗子|可信吗|是不是(?:骗|真))
`
/** A lesson, a book or a game has the words. */
const IN_LESSON = hint`
  课文|课本|教材|绘本|书上|书里|书中|(?:语文|数学|英语|科学)书|练习册|第[\d一二三四五六七八九十]+[课页单元题章]|题目|应用题|例题|单元|诗|儿歌|歌曲|歌名|童话|寓言|故事|成语|词语|生字|拼音|近义词|反义词|造句|听写|情景剧|课本剧|扮演|角色|表演|动画片|电影《|标题|主题是
`
/** Somebody else's words, a rule's title, a lesson about it. */
const REPORTED = hint`
  规定|公约|制度|守则|准则|十条|禁令|承诺书|倡议书|细则|(?:管理|实施|暂行|试行|评选|处罚)办法|条例|通报|案例|反诈|防诈|诈骗|骗子|骗局|骗取|骗术|被骗|上当|警示|警方提醒|温馨提示.{0,20}(?:谨防|警惕)
  类似|涉嫌|不要让孩子|请不要给|不要购买|谨慎|套取|多半是|不可信|不要相信|都不要信|谣言|辟谣|不实|冒充|假冒|自称|陌生人|民警|教育局提醒|所谓
  (?:有人|有(?:些|的|个|位)?(?:家长|老师|同学)|个别(?:家长|老师)|某(?:些|位)?家长)[^,。]{0,10}(?:在|私下|总|老是|经常|天天|又)|举报|红线|底线|曝光
  专项整治|师德师风|廉洁|拒收礼
`

const REACH = 60

/** Whether the words from `start` to `end` are only spoken of. */
export function isSpokenOf(text: string, { start, end }: Range): boolean {
  const sentence = sentenceAround(text, start)
  const before = text.slice(Math.max(sentence.start, start - REACH), start)
  if (isRuledBy(STRONG, before, true)) return true
  const clause = clauseAround(text, start)
  if (isRuledBy(WEAK, text.slice(clause.start, start), false)) return true
  const after = text.slice(end, sentence.end)
  if (NAMED_AFTER.test(after) || ADVISED_AFTER.test(after) || isQuoted(text, sentence, { start, end })) return true
  return asksLeave(text.slice(clause.start, clause.end + 1))
}

/** 《抢红包》 is a title; “抢红包” is one too where a lesson is spoken of. */
function isQuoted(text: string, sentence: Range, { start, end }: Range): boolean {
  const before = text.slice(sentence.start, start)
  const after = text.slice(end, sentence.end)
  if (before.lastIndexOf('《') > before.lastIndexOf('》') && after.includes('》')) return true
  const opens = Math.max(before.lastIndexOf('“'), before.lastIndexOf('「'), before.lastIndexOf('‘'))
  const closes = Math.max(before.lastIndexOf('”'), before.lastIndexOf('」'), before.lastIndexOf('’'))
  return opens > closes && /[”」’]/.test(after) && IN_LESSON.test(text.slice(sentence.start, sentence.end))
}

/** Whether the sentence is a rule, a warning or a report, so that what it names is not done. */
export function isReported(text: string, { start }: Range): boolean {
  const { start: from, end } = sentenceAround(text, start)
  return REPORTED.test(text.slice(from, end))
}

/** The last word of the kind that is not turned around by what comes after it. */
function isRuledBy(words: RegExp, before: string, acrossClauses: boolean): boolean {
  for (const match of before.matchAll(words)) {
    const rest = before.slice(match.index + match[0].length)
    if (WANTED_AFTER.test(rest)) continue
    if (
      acrossClauses ? isOneList(rest) && !TURN.test(rest) : !/[,: ]|就|则(?!不)|只好|.[了啦吧](?![^,]{0,2}$)/.test(rest)
    )
      return true
  }
  return false
}

/** Clauses between a word and what it rules over are short, as in a list. */
const LIST_CLAUSE_MOST = 14
const isOneList = (rest: string) =>
  rest
    .split(',')
    .slice(1, -1)
    .every((clause) => clause.length <= LIST_CLAUSE_MOST)

/** 可以发红包吗? asks; 有人要团购吗? offers. */
const asksLeave = (clause: string) =>
  !/帮|谁|哪位|哪个|有人|大家|麻烦|求|给我|为我/.test(clause) &&
  /(?:可以|能|能否|可否|是否|允许|要不要|需不需要|用不用|会不会|会|请问|还是).*(?:[吗么?]|$)/.test(clause) &&
  /[吗么?]/.test(clause)
