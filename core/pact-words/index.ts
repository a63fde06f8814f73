// Decides how a rule of the pact reads with the parameters in force (V1–V14).
import { RULES, settingsOf, type Params, type RuleId } from '../pact'

const NUMERALS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
/** Hosts a sentence names; the rest is counted. */
const HOSTS_NAMED = 2

/** 早上7点, 中午1点, 晚上8点半, 晚上9点15分 */
export function sayClock(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return `${partOfDay(hour)}${hour > 12 ? hour - 12 : hour}点${sayMinutes(minute)}`
}

function partOfDay(hour: number): string {
  if (hour < 5) return '凌晨'
  if (hour < 9) return '早上'
  if (hour < 11) return '上午'
  if (hour < 14) return '中午'
  return hour < 18 ? '下午' : '晚上'
}

function sayMinutes(minute: number): string {
  if (minute === 0) return ''
  return minute === 30 ? '半' : `${minute}分`
}

/** 两, 三 … and figures from eleven on. */
export const sayCount = (count: number) => NUMERALS[count] ?? String(count)

const text = (settings: Params, key: string) => String(settings[key] ?? '')
const count = (settings: Params, key: string) => Number(settings[key] ?? 0)

/** 晚上8点到早上7点, with the noon break where there is one. */
function sayQuiet(settings: Params): string {
  const night = `${sayClock(text(settings, 'from'))}到${sayClock(text(settings, 'to'))}`
  return [night, ...sayNoon(settings)].join('、')
}

function sayNoon({ noonFrom, noonTo }: Params): string[] {
  return noonFrom && noonTo ? [`${sayClock(String(noonFrom))}到${sayClock(String(noonTo))}`] : []
}

/** 早上8点到晚上6点, without the noon break where there is one. */
function sayOpen(settings: Params): string {
  const open = `${sayClock(text(settings, 'to'))}到${sayClock(text(settings, 'from'))}`
  return [open, ...sayNoon(settings).map((noon) => `${noon}除外`)].join('，')
}

function sayHosts({ hosts }: Params): string {
  const named = (Array.isArray(hosts) ? hosts : []).map(String)
  if (named.length === 0) return '只放学校认可的网址，现在还没有。'
  const rest = named.length > HOSTS_NAMED ? `等${named.length}个` : ''
  return `只放学校认可的网址：${named.slice(0, HOSTS_NAMED).join('、')}${rest}。`
}

const PUBLISHERS = [
  ...[['head', '班主任'] as const, ['subject', '任课老师'] as const],
  ...[['grade', '年级组长'] as const, ['office', '教导处'] as const],
]
const PUBLISHING: Record<string, string> = { free: '直接发', review: '先审核再发', none: '不发' }

const RISING = [
  ['headDays', '班主任'] as const,
  ['disciplineDays', '政教处'] as const,
  ['officeDays', '教导处'] as const,
]

const CARDS: Record<string, string> = {
  relation: '家长的名片是“孩子的名+称呼”，如“小明妈妈”。',
  child_parent: '家长的名片是“孩子姓名+爸爸、妈妈”，其他亲属写孩子姓名。',
  child_relation: '家长的名片是“孩子姓名+称呼”，如“张小明妈妈”。',
  child_phone: '家长的名片是“孩子姓名+称呼”，电话只给老师看。',
}

/** Rules whose sentence has parameters in it; all others read as in the catalogue. */
const TITLES: Partial<Record<RuleId, (settings: Params) => string>> = {
  M01: (settings) => `每个孩子最多${sayCount(count(settings, 'seats'))}位家长。`,
  M09: (settings) => CARDS[text(settings, 'format')] ?? RULES.M09.title,
  C01: (settings) => `同样的话不发第${count(settings, 'times') === 2 ? '二' : sayCount(count(settings, 'times'))}遍。`,
  C02: (settings) =>
    `一件事${count(settings, 'withinMinutes')}分钟内说到${sayCount(count(settings, 'times'))}次会提醒，再说就不发。`,
  C03: (settings) => `一分钟最多发${sayCount(count(settings, 'perMinute'))}条。`,
  C12: sayHosts,
  C18: (settings) =>
    text(settings, 'own') === 'allow'
      ? '成绩和名次不发到班级，可以只告诉孩子自己的家长。'
      : '成绩和名次不发到班级，也不单独发。',
  C30: (settings) =>
    count(settings, 'most') === 0 ? '不用表情。' : `少用表情，一次最多${sayCount(count(settings, 'most'))}个。`,
  P01: (settings) => `晒照片公平对待每一个孩子，少于全班中位数的${Math.round(count(settings, 'share') * 100)}%会提醒。`,
  P03: (settings) =>
    count(settings, 'perWeek') === 0
      ? '家长不往班里发照片。'
      : `家长晒娃要适度，每周最多${sayCount(count(settings, 'perWeek'))}次。`,
  T01: (settings) => `老师${sayQuiet(settings)}不发。`,
  T02: (settings) => `家长${sayQuiet(settings)}不发。`,
  T03: (settings) => `${sayQuiet(settings)}不发。`,
  T04: (settings) => `${sayQuiet(settings)}不发。`,
  T05: (settings) => `可以发的时间是每天${sayOpen(settings)}。`,
  T06: (settings) => `休息日不发，上学日可以发的时间是${sayOpen(settings)}。`,
  T07: (settings) => `${sayQuiet(settings)}不发。`,
  T09: (settings) =>
    `急事打电话，找班主任或校长室；留言${sayCount(count(settings, 'hours'))}小时没有回复，也请打电话。`,
  T11: (settings) => `有人问，负责的老师${count(settings, 'minutes')}分钟内回复，只算开放的时间。`,
  T12: (settings) => `通知少而清楚，每周最多${sayCount(count(settings, 'perWeek'))}份。`,
  N03: (settings) =>
    `通知最多${count(settings, 'longest')}字；${count(settings, 'withinMinutes')}分钟内同一件事，改原来那份。`,
  N09: (settings) => `${sayClock(text(settings, 'afterSchool'))}以后和双休日的活动，提早一天通知。`,
  L05: (settings) => `没到校又没请假的，老师马上联系家长，${count(settings, 'minutes')}分钟没有消息，告知校长。`,
  L14: (settings) => {
    const late =
      count(settings, 'lateDays') === 0
        ? '请假要先请，病假也不补交'
        : `有事先请假，病假最多补交${sayCount(count(settings, 'lateDays'))}天`
    const [head, office] = [count(settings, 'headDays'), count(settings, 'officeDays')]
    const byOffice = office > head ? `，${sayCount(office)}天以内还要教导处批` : ''
    return `${late}；${sayCount(head)}天以内班主任批${byOffice}，更长的还要校长批。`
  },
  Q20: (settings) => `没请假又连续${sayCount(count(settings, 'days'))}天没到校的，报告年级、动员、书面报教导处。`,
  G01: (settings) => {
    const says = PUBLISHERS.map(([key, who]) => `${who}${PUBLISHING[text(settings, key)] ?? ''}`)
    const by = text(settings, 'by') === 'head_teacher' ? '；任课老师的由班主任审核' : ''
    return `谁发通知：${says.join('，')}${by}。`
  },
  P06: (settings) =>
    text(settings, 'save') === 'allow'
      ? '活动照片放进相册，家长可以保存有自己孩子的；主意单独提。'
      : '活动照片放进相册，家长只看不保存；主意单独提。',
  G21: (settings) => {
    const waits = RISING.flatMap(([key, who]) => {
      const days = count(settings, key)
      return days > 0 ? [`${who}${sayCount(days)}天`] : []
    })
    return `没有解决的事逐级往上：${[...waits, '最后到校长'].join('，')}；每一级都告诉大家。`
  },
  G04: (settings) => {
    const days = ['firstDays', 'secondDays', 'thirdDays'].map((key) => `${count(settings, key)}天`)
    return `先提醒，再逐级暂停留言：${days.join('、')}；${count(settings, 'leadersAfterDays')}天没有解决，转校长。`
  },
}

/**
 * The sentence of a rule.
 * @param params of the rule in the pact that is shown; where no pact is at hand, the sentence that is always true
 */
export function titleOf(rule: RuleId, params?: Params): string {
  const title = TITLES[rule]
  return title && params ? title(settingsOf(rule, params)) : RULES[rule].title
}
