// Decides whether words break decency or spread superstition (C05, C06); the law's side is WeChat's own check (C04).
import { words } from '../neighbours'
import { findMeant, findingAt, type JudgeRule } from '../finding'

const INDECENT = words`
  裸(?:聊|照|体视频|贷)|约炮|一夜情|成人(?:视频|网站|电影|小说|片|用品)|色情(?:视频|网站|直播|片|图)|黄(?:片|色(?:网站|视频|小说|电影))|三级片
  (?<![a-z])av(?:女优|片|视频|资源)|嫖(?:娼|妓)?|卖淫|援交|上门服务(?=.{0,10}(?:妹|女|美))|特殊服务|包夜|信教(?:吧|得)|(?:传|信|听)福音
  (?:来|参加|加入)[^。!?,\n]{0,6}(?:教会|法会|道场|查经|礼拜)|主(?:耶稣|会保佑|与你)|法轮|全能神|邪教(?=.{0,6}(?:加入|好))|枪支|买枪|砍人视频|虐杀
  血腥视频
`
/** Politics, religion, porn, violence (C05): the plain cases; the rest is WeChat's. */
export const judgeIndecency: JudgeRule = (subject) =>
  findingAt(subject, 'refuse', findMeant(subject, INDECENT), { sureness: 1 })

const SUPERSTITION = words`
  算(?:命|卦|一卦|八字)|看(?:风水|手相|面相)|转运(?:珠|符|手链|锦鲤)?(?=.{0,12}(?:转发|请|买|求|领|戴|灵))
  (?:转发|转给|发给|分享)[^。!?\n]{0,14}(?:好运|保平安|发财|消灾|健康平安|心想事成|考神|必过|必考)
  不转(?:发)?[^。!?\n]{0,10}(?:倒霉|厄运|不是|灾|死|后悔|遭)|转发(?:本条|此条)?[^。!?\n]{0,8}(?:锦鲤|考神|佛)
  (?:大师|神婆|大仙|道长|半仙)[^。!?,\n]{0,10}(?:指点|看|算|化解|开光|作法|灵)|求(?:了|来|到|得)?(?:一|个|道|张)*[^,。]{0,2}符|开光
  化解(?:灾|煞)|求(?:符|签|子符)|符水|驱邪|招魂|收惊|冲喜|犯太岁|烧(?:香|纸)(?=.{0,8}(?:保佑|考|求))|菩萨(?:保佑|显灵)|佛祖保佑|世界末日|地震云
  吃[^。!?,\n]{0,8}(?:治百病|抗癌|能治癌)|祖传秘方|包治百病|(?:疫苗|wifi|5g)[^。!?,\n]{0,8}(?:致癌|有毒|绝育|阴谋)|反动
`
/** Superstitious, false, vulgar (C06). */
export const judgeSuperstition: JudgeRule = (subject) =>
  findingAt(subject, 'refuse', findMeant(subject, SUPERSTITION), { sureness: 1 })
