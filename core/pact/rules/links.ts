// Decides whether a text leads to other sites (C11, C12) or to gambling and viruses (C07).
import { clauseAround, findLinks, isAllowedHost, type Link, words } from '../neighbours'
import { findMeant, findingAt, type JudgeRule } from '../finding'
import { listOf } from '../params'
import type { Subject } from '../subject'

/** A site that is warned of is not one that is recommended. */
const WARNED_OF =
  /(?:不要|请勿|勿|切勿|不得|禁止|别)(?:点|打开|进入|扫|相信|登录|访问|下载)|警惕|谨防|诈骗|假冒|仿冒|钓鱼|木马/

const leadsOut = (subject: Subject): Link[] => {
  const { text } = subject.text.plain
  return findLinks(text).filter(({ start }) => {
    const clause = clauseAround(text, start)
    return !WARNED_OF.test(text.slice(Math.max(0, clause.start - 12), start))
  })
}
/** In a private talk or a leave nobody else is bothered: the writer is told. */
const verdictOn = (subject: Subject) => (subject.isPublic ? 'refuse' : 'warn')

/** No links at all (C11). Pictures of codes count as links. */
export const judgeAnyLink: JudgeRule = (subject) => {
  const found = leadsOut(subject)
  if (found.length === 0 && hasCode(subject))
    return { verdict: verdictOn(subject), spans: [{ field: 'attachments', start: 0, end: 0 }] }
  return findingAt(subject, verdictOn(subject), found, { view: 'plain' })
}

/** Only hosts the school accepts (C12). */
export const judgeUnknownLinks: JudgeRule = (subject, params) => {
  const allowed = [...listOf(params, 'hosts'), ...(subject.context.linkAllowList ?? [])]
  const found = leadsOut(subject).filter(({ host }) => !isAllowedHost(host, allowed))
  return findingAt(subject, verdictOn(subject), found, { view: 'plain' })
}

const hasCode = ({ context }: Subject) =>
  (context.attachments ?? []).some((kind) => /qr|二维码|code/i.test(String(kind)))

const GAMBLING = words`
  赌(?:博|球|场|资|盘|钱|彩|马|注|一把|两把)|下注|押注|投注|(?:六合|时时|分分)彩|彩金|彩票(?:群|计划|带|代|内幕)
  (?:百家|炸金|斗牛|牛牛|德州|德扑|龙虎斗|三公|推筒|捕鱼)(?:乐|花|扑克)?(?:平台|群|送|玩|开户|来|棋牌)?(?=.{0,20}(?:加|平台|群|送|开户|充|提现|秒|元|链接|网|下载))
  棋牌(?:平台|群|游戏厅|送)|菠菜(?:平台|网|群)|开户送|注册送\d+|首充|首冲|充\d+送\d+|上下分|提现秒到|盘口|赔率|外围(?:赌|盘)|真人(?:荷官|视讯)|葡京|太阳城
  稳赢不输|包赔|带你赢|回血上岸|赢钱|输赢(?:红包)?结算|送?房卡|(?:麻将|牌)群|手机(?:打)?麻将
`
const VIRUS = /(?:外挂|木马|病毒|破解版|翻墙|vpn)(?:下载|链接|软件|安装包|工具|加速器)/g

/** Gambling and viruses are refused wherever they stand (C07). */
export const judgeGambling: JudgeRule = (subject) =>
  findingAt(subject, 'refuse', [...findMeant(subject, GAMBLING), ...findMeant(subject, VIRUS)], { sureness: 1 })
