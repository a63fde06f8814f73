// Decides whether a text calls people together today, and after school (N09).
import { hint } from '../../pattern'
import { weekday } from '../../calendar'
import type { Range } from '../text'
import type { Day } from '../../wire'
/** Today. */
const TODAY = hint`
  今[天日晚夜早儿]|(?:照旧|立刻|马上|现在)(?:去|出发|集合)|今(?:天)?(?:上|下|中)午|一会儿|待会儿?|临时(?:加|通知|增|安排)|刚(?:刚)?(?:接|收)到?|紧急(?:加|通知)|晚(?:一|半|两)(?:个)?小时(?:走|放|接|离)|等会儿?|稍后|当天|放学(?:后|以后|了)(?:请|先|别|不要|都|留|到|在|来)
`
/** Any other day, in the past or to come. */
const OTHER_DAY = hint`
  明[天日早晚]|后[天日]|大后天|昨[天日晚]|前天|下(?:个)?(?:周|星期|礼拜|月)|上(?:个)?(?:周|星期|礼拜|月)|本周|这周|每(?:天|周|晚|日|个)|从[^,。]{0,6}(?:开始|起)|改期|改到|推迟到|延期
`
const WEEKDAYS = '一二三四五六'
const NAMED_WEEKDAY = /(?:周|星期|礼拜)([一二三四五六日天末])(?!边)/g
const NAMED_DATE = /(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g

/** What people are called together for. */
const GATHERING = hint`
  集合|集中|碰头|交接|汇合|会合|微班会|采摘|请家长孩子|听讲座|讲座|走位|联排|合练|快闪|调试|抠(?:抠|动作)|排(?:一|个)|领人|门口接|全班都来|直接去|加(?:一|个)(?:次|场|节)|排练|彩排|排演|训练|集训|加练|练(?:习|鼓|舞|歌|球|琴|操|功|一|到)?|演出|表演|义演|演练|走台|比赛|对抗赛|友谊赛|联欢|晚会|联谊|游园|徒步|远足|爬山|登山|踏青|露营|骑行|植树|栽树|种树|采摘|捡垃圾|志愿|义卖|慰问|参观|观影|研学|春游|秋游|郊游|亲子|写生|采风|拍摄|录(?:制|像|节目)|看(?:露天)?(?:电影|演出|展|星)|读书会|故事会|分享会|沙龙|赏|观察|补课|加课|上课|辅导|大扫除|家长开放
  到场|到位|到齐|到校|来校|回校|返校|出发|发车|举行|举办|开展|进行|见(?=[,。!?]|$)|去[^,。!?]{1,10}(?:馆|园|院|场|中心|公园|基地|农场|社区|广场|敬老院|山|河|湖|村)
`
/** It was told before, or it is over, or it does not happen. */
const NOT_NEW = hint`
  (?<!课后看护|课后服务|延时班|晚托|社团课|原)取消(?![^。]{0,4}改为)|不(?:再)?(?:训练|排练|举行|上课|集合|进行|排|练)|停(?:训|练|课|止)|暂停|照常|如期|按(?:原|之前|先前|计划|上周|昨天)|原定|再次提醒|温馨提醒|友情提醒|最后提醒|提醒(?:一下|大家|各位)?[:,]|别忘|不要忘|记得|上周(?:已)?通知|昨天(?:已)?(?:通知|说)|之前(?:已)?(?:通知|说)|已(?:于|经)?(?:通知|告知|发过)|报名(?:表|截止|链接)?|截止|提交|交(?:回执|上来|给)|填(?:写|表|好|完)|回执
  已(?:经)?(?:结束|完成|举行|上传)|圆满|顺利|落下帷幕|照片(?!墙)|回顾|精彩瞬间|谢谢[^,。]{0,8}(?:参加|参与|支持)|感谢[^,。]{0,10}(?:参加|参与|支持|陪伴)|收获|演完|归来|获(?:得|奖)|线上|直播|在家|打卡|早点(?:睡|休息)|早睡
`
/** A timetable or a plan is for other days too. */
const FIXED = hint`
  地址|返回|时间[:为]|集合时间|活动时间|安排(?:如下|表)|课表|本学期|学期|计划|将于|拟|预计|征集|欢迎报名|报名|方案|另行通知|待定|日程
`
/** After school, whatever the clock. */
const AFTERWARDS = hint`
  放学(?:后|以后|别走|不走|留|了|先|直接)|晚(?:一|半|两)(?:个)?小时(?:走|放|接|离)|课后|散学后|傍晚|今[晚夜]|晚上|晚饭后|夜里|下班后|(?:推迟|延迟|晚点|晚些|延后)(?:接|放学|离校)|延到|留校|留下来?|天黑
`
const CLOCK =
  /(上午|早上|早晨|中午|下午|傍晚|晚上|晚|今晚)?\s*([01]?\d|2[0-3]|十[一二]?|[一二两三四五六七八九])\s*(?:[:点时])\s*(半|[0-5]?\d|[一二三四五]?十[一二三四五六七八九]?)?/g
/** A time that says when school is over or children are fetched. */
const GOING_HOME = /^[^,。;]{0,4}(?:放学|离校|离园|接)/
const DIGITS = '零一二三四五六七八九十'

/** 四 → 4, 十二 → 12, 两 → 2, 17 → 17 */
function hourOf(written: string): number {
  if (/\d/.test(written)) return Number(written)
  if (written === '两') return 2
  return [...written].reduce((sum, char) => sum + DIGITS.indexOf(char), 0)
}

/** The latest clock time that is named; a bare 四点半 in school life is in the afternoon. */
function latestMinute(text: string): number | undefined {
  let latest: number | undefined
  for (const match of text.matchAll(CLOCK)) {
    const [whole, part, hour = '', minute] = match
    if (GOING_HOME.test(text.slice(match.index + whole.length))) continue
    const named = hourOf(hour)
    const isLater = named < 12 && (part ? /下午|傍晚|晚/.test(part) : named < 7)
    const minutes = (named + (isLater ? 12 : 0)) * 60 + (minute ? 30 : 0)
    latest = Math.max(latest ?? 0, minutes)
  }
  return latest
}

/** Whether the text names a day that is not this one. */
function namesOtherDay(text: string, day: Day): boolean {
  if (OTHER_DAY.test(text)) return true
  const own = weekday(day)
  for (const [, name = ''] of text.matchAll(NAMED_WEEKDAY)) {
    const named = WEEKDAYS.indexOf(name) + 1 || (name === '末' && own > 5 ? own : 7)
    if (named !== own) return true
  }
  for (const [, month, date] of text.matchAll(NAMED_DATE))
    if (day.slice(5) !== `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`) return true
  return false
}

/** Whether it is worth asking what day it is. */
export const mayCallToday = (text: string): boolean =>
  GATHERING.test(text) && !OTHER_DAY.test(text) && !NOT_NEW.test(text)

/** Where a text calls people together today after school, or on a rest day. */
export function findToday(text: string, day: Day, isRestDay: boolean, schoolEnds: number): Range | undefined {
  if (NOT_NEW.test(text) || namesOtherDay(text, day)) return undefined
  const today = TODAY.exec(text)
  const bare = today ?? (FIXED.test(text) ? undefined : /上午|下午|晚上|傍晚/.exec(text))
  const gathering = GATHERING.exec(text)
  if (!bare || !gathering) return undefined
  const isAfterSchool = isRestDay || AFTERWARDS.test(text) || (latestMinute(text) ?? 0) >= schoolEnds
  if (!isAfterSchool) return undefined
  return { start: bare.index, end: bare.index + bare[0].length }
}
