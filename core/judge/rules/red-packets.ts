// Decides whether somebody gives out or asks for red packets (C13).
import { hint, anyOf } from '../../pattern'
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'
import { findFrames, type Frame } from '../frames'
import { NUMBER } from '../lexicon/amounts'
import { FRAUD_LESSON, TOLD } from '../lexicon/lessons'
/** 红包 by name, by its letters, as a picture; other disguises are seen through before. */
const RED_PACKET = anyOf`
  红包|拼手气
  发(?:个|一?波)?hb(?![a-z])|(?<![a-z])hb(?=来|走起|雨)
`
/** The custom, the handicraft, the paper: no red packet changes hands. */
const HANDICRAFT =
  /手工|折纸|剪纸|灯笼|旧红包|红包(?:袋|封|壳|纸|皮|鱼|灯|花|树|的由来|习俗|文化)|压岁|由来|习俗|传统|民俗|绘本|故事|课文|面包|包装|题目|课堂|应用题|第\d+页/
/** A present refused or sent back. */
const SENT_BACK = /退回|退还|心意(?:我们?)?(?:老师)?(?:都)?领|婉拒|谢绝|没(?:有)?收|不能收/

/** The packet without its name: 发个大的, 口令是…都来抢, 手气王发下一轮. */
const UNNAMED = anyOf`
  (?:撒|散|沾|发)(?:点|个|波|一波|些)?(?:喜气|喜|福气)|点开就有|(?:群里|大家)?[飞发撒丢散](?:一|几|两)个(?=[,。!]|$)|抢到(?:最佳|最大|最多|最少)|抛砖(?=[,。!]|$)|运气王|(?:开|包)(?:个|一个)[大小]?[包🧧](?![子裹书含厢间])|手气(?:最?佳|最?好|王|最差)|口令(?:是|:|包)|抢(?:到)?(?:为止|光|完|包)|手快有|手慢无|(?:发|派|撒|甩|丢|整|塞|来)(?:个|了个|一个|了一个|几个|点|一波|了)?大?小?[包🧧](?![子裹书含])|发(?:了)?(?:个|一个)(?:大的|小的|意思|吉利)|(?:压岁|新年|开工|开学|生日|喜气|祝福|大|小|拼)包(?![子裹])|h\W?(?:o\W?n\W?g)?\W?b(?:ao|包)?(?![a-z])|(?:发|抢|接)(?:下)?一轮|接力发|领\W?h
`
const GRABBED = hint`
  别客气|升职|乔迁|喜得|生(?:了|二胎)|请全班|谁请|热(?:热)?场|暖(?:暖)?场|发了[啊哈呀]|运气|最大的|抢|领|手气|手快|手慢|口令|乐呵|喜气|庆祝|沾(?:沾)?喜|生日快乐|一人[一二三五十\d]+块|接(?:着|力|龙)|下一(?:个|轮)|点(?:一下|开)|必中|中了|图个?(?:吉利|喜庆)|过年好|新年|恭喜|群主
`
const GIFT_SUM = hint`
  ${NUMBER}(?:块|元)|\d{2,5}(?:\.\d+)?(?![\d号点分秒班级页日月年张个份米斤楼])|[一二两三五六八九](?:百|千)|红包|(?:点|个)?(?:过节|茶水|买菜|零花)?(?:费|钱)|心意|小?意思|压岁
`
/** Money slipped to a teacher with good wishes. */
const SLIPPED = anyOf`
  ${GIFT_SUM}[^。!?,\n]{0,4}(?:转|发|打|微信)(?:给|到)?(?:您|老师)|(?:红包|转账)[^。!?,\n]{0,6}(?:您|老师)[^。!?,\n]{0,4}(?:收|点|领)
  (?:给|向|微信|支付宝)(?:上)?(?:您|你|老师)?(?:那)?(?:又|再|刚|也)?(?:给您)?(?:转(?![发达告交学班述])|发|打|塞|包)(?:了|过去|来|去)?(?:您|你)?(?:了)?(?:个|点|一点|一个)?[^。!?,\n]{0,6}${GIFT_SUM}
  (?:转(?![发达告交学班述])|发|打)(?:给|了)(?:您|老师)[^。!?\n]{0,6}${GIFT_SUM}|(?:转|发|打|塞)(?:了|过去)${GIFT_SUM}
`
const WISHED = hint`
  千万(?:别|不要)(?:退|客气)|别退|心意|吉利|辛苦|(?:过|端午|中秋|教师|春|元旦|新年|国庆|圣诞|佳)节|过年|新年|别嫌|莫嫌|嫌弃|买(?:点|杯|些|束)|喝(?:杯|点)?(?:茶|奶茶|咖啡|水)|笑纳|点收|收下|务必收|一定(?:要)?(?:收|点)|点开|照(?:看|顾)|关照|费心|意思|表示
`
const DUE = hint`
  (?:班|餐|伙食|资料|书本?|学|校服|服务|活动|课后|保险|车|门票|材料|保教|托|住宿)[^。,]{0,2}(?:费|款|钱)|代(?:缴|交|买)|垫|还(?:您|给您)|欠|多(?:转|退)|(?<!别)(?<!不要)退|到账|误转|转错|照片|视频|截图|文件|作业
`
const GIVEN: readonly Frame[] = [
  { act: UNNAMED, beside: [GRABBED, hint`发|抢|领|接|包|点|飞|客气`], without: /书包|口令牌|体育/, asks: true },
]
const TO_TEACHER: readonly Frame[] = [{ act: SLIPPED, beside: [WISHED], without: DUE }]

export const judgeRedPackets: JudgeRule = (subject) => {
  const { text } = subject.text.tight
  if (SENT_BACK.test(text) || (subject.isStaff ? FRAUD_LESSON : TOLD).test(text)) return undefined
  const unnamed = subject.isStaff ? [] : findFrames(subject, subject.isPublic ? GIVEN : TO_TEACHER)
  if (unnamed.length > 0) return findingAt(subject, 'refuse', unnamed)
  if (findAll(text, RED_PACKET).length === 0) return undefined
  if (!/[发抢领]/.test(text) && HANDICRAFT.test(text)) return undefined
  if (HANDICRAFT.test(text) && subject.isStaff) return undefined
  return findingAt(subject, 'refuse', findMeant(subject, RED_PACKET))
}
