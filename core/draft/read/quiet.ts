// Decides which rule on hours a clause states, and from when to when.
import type { TimeRule } from '../../pact'
import { hint } from '../../pattern'
import type { Stances } from '../stance'
import type { Audience, Context } from '../types'
import { clockOf, mendTimes, readTimes, type Time } from './times'

type Hours = Partial<Record<'from' | 'to' | 'noonFrom' | 'noonTo', string>>
export interface Quiet {
  id: TimeRule
  hours: Hours
}

/** What the hours of a rule are about; a lesson, a visit or an open day has hours too. */
const POSTING = hint`
  发|聊|讲话|说话|言|消息|信息|通知|打扰|@|艾特|群|留言|交流|叮咚|静|安静|歇|休息|开放|关闭|时段|吵|出声|冒泡|讲|响|时间段
`
const OTHERS_HOURS = hint`
  请假|清点|晨检|开放日|接待|家长会|练习|作业|离园时间|放学时间|到校时间|接送|门卫|查寝|签到|早读|例会|报名|上交|报送|施行|执行|实施|组织活动|办公电话|办公室|放学.{0,8}之?后或|见到孩子|接孩子
`
const NIGHT_WORDS = hint`静默|静音|免打扰|安静|静悄悄|歇|关闭|休息|休战|熄火|收声|憋|先别|忍一忍|熄灯`
const OPEN_WORDS = hint`开群|关群|发消息的时间|发信息的时间|开放|交流时间|发布时[间段]|服务时[间段]|发言时[间段]|沟通时[间段]|活动时间|在线时间|群聊时间|使用时间|时间[::]|时间,?\d|只能?在`
const WORK = hint`工作时间|上班时间|工作日|休息时间|节假日|双休日|周末|休息日|下班后|下班时间`
const OUTSIDE_WORK = hint`工作时间(?:之外|以外|外)`
const NO_WORK_RULE = hint`回家|急事|紧急|有事请|电话|来不及|及时回|活动|训练|放学|家访|注意[^。;]{0,14}休息时间|加课|回复|留言`
const TOO_LATE = hint`太晚|(?:^|[^超])过晚(?![上间\d一二两三四五六七八九十])|深夜|夜深|很晚|大半夜|三更半夜|半夜|太迟|晚了`
const NOON = hint`午休|午睡|中午休息|午间`

const EVERYBODY = hint`所有|全体|大家(?:都|也|就|请|在)?[^。;,]{0,8}(?:不|勿|别|保持|安静)|任何人|任何成员|群成员|每个人|谁也|谁都|一律|咱|师生|双方|教师(?:与|和|、|及)家长|老师(?:与|和|、|及)家长|家长(?:与|和|、|及)(?:教师|老师)|各成员|成员`
const TEACHERS = hint`
  (?:^|[^给扰与跟找向和响问聊@])(?:教师|老师|班主任|任课教师|教职工)(?:们)?(?:不|在|除|发|一般|原则|应|须|也|晚|夜|要|如|的?(?:通知|消息|信息)|于|每|$|,|:|每|[\d二])
  我(?:们|这边)?(?:自己|也)?[^。;]{0,24}不[^。;]{0,8}(?:发|说)
`
const FAMILIES = hint`(?:^|[^给扰与跟找向和响问聊@到对及])(?:家长|宝爸|宝妈)(?:们|朋友)?(?!群|会|学校|委|和老师|与老师|休息)|您`

const MORNING_LATEST = 10 * 60
const EVENING_EARLIEST = 16 * 60
const HALF_DAY = 12 * 60
const NOON_EARLIEST = 11 * 60
const NOON_LATEST = 15 * 60 + 30

const isMorning = ({ minutes, part }: Time) =>
  minutes <= MORNING_LATEST && part !== 'evening' && part !== 'noon' && part !== 'afternoon'
/** 9点以后 alone is in the evening; 九点 after 晚上 too. */
const eveningOf = ({ minutes, part }: Time) =>
  part === undefined && minutes < HALF_DAY && minutes >= 5 * 60 ? minutes + HALF_DAY : minutes
const afternoonOf = ({ minutes, part }: Time) =>
  minutes <= 4 * 60 && (part === undefined || part === 'afternoon' || part === 'noon') ? minutes + HALF_DAY : minutes
const startsNoon = ({ minutes, part }: Time) =>
  part !== 'evening' && minutes >= NOON_EARLIEST && minutes <= 13 * 60 + 30

/** What the times of a clause say, and whether they are the hours in which people may write. */
function hoursOf(times: readonly Time[], allowed: boolean): { hours: Hours; open: boolean } {
  const hours: Hours = {}
  let open = false
  for (const time of times) {
    const { until } = time
    if (until) {
      const end = afternoonOf(until)
      if (startsNoon(time) && end >= 13 * 60 && end <= NOON_LATEST) {
        hours.noonFrom = clockOf(time.minutes)
        hours.noonTo = clockOf(end)
      } else if (
        isMorning(time) &&
        until.minutes !== time.minutes &&
        eveningOf(until) >= EVENING_EARLIEST &&
        !(isMorning(until) && until.part === 'morning')
      ) {
        hours.from = clockOf(eveningOf(until))
        hours.to = clockOf(time.minutes)
        open = true
      } else if (eveningOf(time) >= EVENING_EARLIEST) {
        hours.from = clockOf(eveningOf(time))
        hours.to = clockOf(until.minutes)
      }
      continue
    }
    if (time.part === 'noon' && time.side === 'after') hours.noonFrom = clockOf(time.minutes)
    else if (
      isMorning(time) &&
      (time.part === 'morning' || time.side === 'before') &&
      !(time.part === undefined && hours.from === undefined && !allowed && time.minutes >= 8 * 60)
    ) {
      if (time.side !== undefined) hours.to = clockOf(time.minutes)
    } else if (
      eveningOf(time) >= EVENING_EARLIEST &&
      (time.side === 'after' ||
        (time.side === 'before' && allowed) ||
        (time.side === undefined && time.part === 'evening'))
    )
      hours.from = clockOf(eveningOf(time))
  }
  return { hours, open }
}

/** Whom a clause asks to be quiet. */
function audienceOf(text: string, context: Context): Audience | undefined {
  if (EVERYBODY.test(text)) return undefined
  if (/请(?:各位|大家|全体)?(?:家长|您)/.test(text)) return 'families'
  const teachers = TEACHERS.test(text)
  const families = FAMILIES.test(text)
  if (teachers !== families) return teachers ? 'teachers' : 'families'
  return teachers ? undefined : context.audience
}

/** The rule on hours that a clause states, if it states one. */
export function readQuiet(text: string, context: Context, stances: Stances): Quiet | undefined {
  const times = readTimes(mendTimes(text))
  const heading = OPEN_WORDS.test(context.heading) || OPEN_WORDS.test(text)
  if (/请假|签到|清点/.test(text)) return undefined
  if (OTHERS_HOURS.test(text) && !NIGHT_WORDS.test(text) && !/(?:不|勿|别)[^。;]{0,10}(?:发|聊|群)/.test(text))
    return undefined
  if (!POSTING.test(text) && !OPEN_WORDS.test(context.heading)) return undefined
  const forbids =
    stances.forbids ||
    NIGHT_WORDS.test(text) ||
    /超过|晚于|迟于|为止|最晚|最迟|[点半刻\d]以?前(?:发|说|聊|完)|不晚于|之前发/.test(text)
  if (times.length === 0) return untimed(text, forbids)
  if (!forbids && !heading) return undefined
  const { hours, open } = hoursOf(times, !stances.forbids)
  if (Object.keys(hours).length === 0) return undefined
  return { id: ruleOf(text, context, hours, open && (heading || !stances.forbids)), hours }
}

function ruleOf(text: string, context: Context, hours: Hours, open: boolean): TimeRule {
  if (
    WORK.test(text) &&
    !OUTSIDE_WORK.test(text) &&
    (open || hours.from === undefined || hours.from <= '19:00') &&
    !/休息时间/.test(text)
  )
    return 'T06'
  if (hours.noonFrom !== undefined) return 'T04'
  const audience = audienceOf(text, context)
  if (open && !audience) return 'T05'
  if (TOO_LATE.test(text) && !audience) return 'T07'
  if (audience) return audience === 'teachers' ? 'T01' : 'T02'
  return 'T03'
}

function untimed(text: string, forbids: boolean): Quiet | undefined {
  if (
    WORK.test(text) &&
    !OUTSIDE_WORK.test(text) &&
    !NO_WORK_RULE.test(text) &&
    (forbids || /(?:在|于)工作时间内?/.test(text)) &&
    /发|消息|信息|通知|@|打扰/.test(text)
  )
    return { id: 'T06', hours: {} }
  if (!forbids) return undefined
  if (TOO_LATE.test(text) && /发|聊|消息|信息|@|群|留言/.test(text) && !/布置任务|吵/.test(text))
    return { id: 'T07', hours: {} }
  if (NOON.test(text) && /发|聊|消息|信息|@|打扰/.test(text)) return { id: 'T04', hours: {} }
  return undefined
}

/** The hours of a clause that is known to be about them; it may state none. */
export function readKnownQuiet(text: string, context: Context, stances: Stances): Quiet | undefined {
  const { hours, open } = hoursOf(readTimes(mendTimes(text)), !stances.forbids)
  if (Object.keys(hours).length > 0) return { id: ruleOf(text, context, hours, open && !stances.forbids), hours }
  if (NOON.test(text)) return { id: 'T04', hours }
  if (WORK.test(text)) return { id: 'T06', hours }
  return TOO_LATE.test(text) ? { id: 'T07', hours } : undefined
}
