// Decides whether somebody says the same again and again, or too much at once (C01–C03, and the second notice of N03).
import { beijingDay } from '../../calendar'
import { hint } from '../../pattern'
import { likeness, sameWords } from '../text'
import type { JudgeRule } from '../finding'
import type { Subject } from '../subject'
import type { Previous } from '../types'
const MINUTE_MS = 60_000
/** Alike enough to be the same matter. */
const ALIKE = 0.75
/** Said in other words: enough to tell the sender, not to stop him. */
const RELATED = 0.55

const latestFirst = ({ context }: Subject) => [...(context.previous ?? [])].sort((a, b) => b.at - a.at)
const isWithin = (now: number, at: number, minutes: number) => now - at <= minutes * MINUTE_MS
const wholeBody = (subject: Subject) => ({ field: 'body', start: 0, end: (subject.post.body ?? '').length })
const written = ({ post }: Subject) => (typeof post.body === 'string' ? post.body : '')

/** The same words again, `times` in a row, with nothing between (C01, S0-2.6). Signs without words count as they are. */
export const judgeSameText: JudgeRule<'C01'> = (subject, { times }) => {
  const before = latestFirst(subject).slice(0, times - 1)
  if (before.length === 0) return undefined
  const words = comparable(written(subject))
  const isFlood = words !== '' && before.length >= times - 1 && before.every(({ text }) => comparable(text) === words)
  return isFlood ? { verdict: 'refuse', spans: [wholeBody(subject)], sureness: 3 } : undefined
}
const comparable = (text: string) => sameWords(text) || text.trim()

/** The same matter the last time that is allowed within some minutes is told, once more is stopped (C02). */
export const judgeSameMatter: JudgeRule<'C02'> = (subject, { times, withinMinutes }) => {
  const repeats = countAlike(subject, withinMinutes) + 1
  if (repeats > times) return { verdict: 'refuse', spans: [wholeBody(subject)], sureness: 2 }
  const isOften = repeats >= times || countAlike(subject, withinMinutes, isRelated) + 1 >= times
  return isOften ? { verdict: 'warn', spans: [wholeBody(subject)], sureness: 2 } : undefined
}

const isAlike = (one: string, other: string) => likeness(one, other) >= ALIKE

/** Words that carry no matter. */
const EMPTY = /[的了吗呢啊呀哦嘛吧哈是请问老师大家一下有没谁我你他她们家个这那就都还也要想说]/g
/** The same characters in any order, those that carry no matter left out (Dice). */
function isRelated(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => new Set(sameWords(text).replace(EMPTY, ''))) as [
    Set<string>,
    Set<string>,
  ]
  const shared = [...left].filter((char) => right.has(char)).length
  return left.size + right.size > 0 && (2 * shared) / (left.size + right.size) >= RELATED
}

const countAlike = (subject: Subject, withinMinutes: number, isSame = isAlike) =>
  findAlike(subject, withinMinutes, isSame).length

function findAlike(subject: Subject, withinMinutes: number, isSame = isAlike): Previous[] {
  const latest = latestFirst(subject)
  const text = written(subject)
  if (latest.length === 0 || sameWords(text).length < 2) return []
  return latest.filter(({ text: other, at }) => isWithin(subject.now, at, withinMinutes) && isSame(text, other))
}

/** Not many posts in one minute (C03). */
export const judgePace: JudgeRule<'C03'> = (subject, { perMinute }) => {
  const latest = latestFirst(subject).filter(({ at }) => isWithin(subject.now, at, 1))
  const oldest = latest[latest.length - 1]
  if (!oldest || latest.length < perMinute) return undefined
  return { verdict: 'refuse', until: oldest.at + MINUTE_MS, sureness: 1 }
}

/** The notice on the same matter that has just gone out, or whose announced time this one moves (N03, T13). */
export function findFirstNotice(subject: Subject, withinMinutes: number): Previous | undefined {
  const [alike] = findAlike(subject, withinMinutes)
  if (alike) return alike
  const { text } = subject.text.tight
  const latest = latestFirst(subject)
  const matter = OCCASION.exec(text)?.[0]
  const isOfTheMatter = (other: Previous) =>
    matter !== undefined && `${other.title ?? ''}\n${other.text}`.includes(matter)
  const soon = latest.filter(({ at }) => isWithin(subject.now, at, withinMinutes))
  const second = soon.find((other) => ADDS_ON.test(text) || isOfTheMatter(other))
  const isSame = (other: Previous) => isOfTheMatter(other) || isRelated(written(subject), other.text)
  return second ?? latest.find((other) => isMoved(subject, other) && isSame(other))
}

/** What was announced is still to come, and would be on another day or at another hour (T13). */
function isMoved({ post, now }: Subject, { event: before }: Previous): boolean {
  const { event: after } = post
  if (!before || !after || before.day < beijingDay(now)) return false
  return before.day !== after.day || before.from !== after.from || before.to !== after.to
}
/** What notices are about: two on the same within two hours belong together. */
const OCCASION = hint`
  家长会|体检|春游|秋游|研学|运动会|汇演|演出|联欢|放假|疫苗|接种|校服|照相|集体照|写生|亲子|游园|社团|比赛|升旗|开学|返校|饭卡|保险|毕业照|合唱|朗诵|义卖|植树|讲座|开放日|观影|军训
`
/** Words that point back at what was just sent. */
const ADDS_ON = hint`
  (?:^|[\n【\[(:,。!])(?:各位家长[,:]?|家长们[,:]?|大家好?[,:]?|再|对了[,:]?|不好意思[,:]?|抱歉[,:]?|另外?|紧急)?(?:做?(?:个|一下|一点|几点)?补充|补发|补一[下条句]|更正|更改|修正|勘误|订正|变更|追加|重发|改一下|忘(?:了|记)?(?:说|写|讲|提|通知|告诉|加)|漏(?:了|说|写|发|掉)|少(?:写|说)了|还有(?:一(?:点|件|个)|就是|个事)|再(?:说明|强调|啰嗦|通知|说|加|补|提醒|重申))
  (?:刚才|刚刚|刚|前面|上(?:面|一?条|个|述)|之前|先前|方才|早上|上午)(?:的|那|发的?|说的?|那条|那个)*[^,。!?\n]{0,10}(?:通知|消息|信息|说明|时间|地点|有误|错|漏|忘|不对|不全|没说|少|更正|补充|作废|为准)|(?:补充|更正|再说明|补充说明|补充通知)(?:】|\]|:|$|一下|说明|通知)
  (?:通知|消息|时间|地点|内容)[^,。!?\n]{0,4}(?:有误|写错|打错|发错|说错|漏了)|以(?:此|这|本)(?:条|次)?[^,。]{0,4}为准|是[^,。]{1,10}不是[^,。]{1,10}(?=[,。]|$)|忘记说|忘了说|忘说|漏写|漏说
`
