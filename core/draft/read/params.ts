// Decides which parameters of a rule a clause states; one that lies out of bounds is left out.
import { boundsOf, fitsBound, type Params, type RuleId } from '../../pact'
import { NUMBER, readDays, readMinutes, readNumber } from './numbers'

type Reader = (text: string, words: string) => Params

const number = (source: string, text: string, last = false): number | undefined => {
  const found = [...text.matchAll(new RegExp(source.replace('N', `(${NUMBER})`), 'g'))]
  return readNumber(found[last ? found.length - 1 : 0]?.[1])
}
const given = (key: string, value: unknown): Params => (value === undefined ? {} : { [key]: value })

const HOST = /(?:[a-z\d](?:[a-z\d-]*[a-z\d])?[.])+[a-z]{2,}/g

/** How long a mute lasts, in the order of the steps: 禁言一天, 再次三天, 第三次三十天. */
function readLadder(text: string): Params {
  const steps = [
    ...text.matchAll(
      new RegExp(
        `(?:禁言|发言|留言|权限|暂停|停止)[^。;,至到]{0,10}?(${NUMBER})(?![至到-])个?(天|日|周|星期|个?月)(?!之?内提)`,
        'g',
      ),
    ),
  ]
  const [first, second, third] = steps
    .filter((match) => !/至|到|-/.test(text.charAt(match.index + match[0].length)))
    .map((match) => readDays(`${match[1]}${match[2]}`))
  return { ...given('firstDays', first), ...given('secondDays', second), ...given('thirdDays', third) }
}

/** Who grants how long a leave, and how late sick leave may be handed in. */
function readLeave(text: string): Params {
  const found: Params = {}
  for (const phrase of text.split(/[,;。]/)) {
    const within =
      number('N(?:个)?(?:工作)?[天日](?:及|\\()?(?:以内|之内|以下|内|含)', phrase, true) ??
      number('(?:不超过|不满|在)N[天日]', phrase, true)
    if (/补/.test(phrase)) Object.assign(found, given('lateDays', within ?? readDays(phrase)))
    else if (within === undefined) continue
    else if (
      /教导处|政教处|德育处|年级|教务处|学生处|学校|园办|保教|分管|教导主任|政教|德育/.test(phrase) &&
      !/以上/.test(phrase)
    )
      found.officeDays = within
    else if (/班主任|老师|班级/.test(phrase)) found.headDays = within
  }
  return found
}

function readSteps(text: string): Params {
  const found: Params = {}
  for (const phrase of text.split(/[,;。]/)) {
    const days = readDays(phrase)
    if (days === undefined) continue
    const [desk] = /班主任|政教处|德育处|学生(?:工作)?处|教导处|年级|副校长|分管/.exec(phrase) ?? []
    // 两日内报学生处 is the time of whoever reports.
    if (desk === '班主任' || (found.headDays === undefined && /报|转/.test(phrase))) found.headDays ??= days
    else if (/副校长|分管/.test(desk ?? '') && !/报|转/.test(phrase.slice(0, phrase.indexOf(desk ?? ''))))
      found.officeDays = days
    else if (desk) found.disciplineDays ??= days
  }
  return found
}

/** How guardians are called: with the phone, by the child's given name, with or without other kin. */
function formatOf(text: string): string | undefined {
  if (/手机|电话|尾号|号码/.test(text)) return 'child_phone'
  if (/或(?:者)?(?:直接)?(?:出现|写|用)?(?:学生|孩子|幼儿)的?(?:姓名|名字)/.test(text)) return 'child_parent'
  if (
    /姓名|名字|大名|全名|学生名|孩子名|宝宝名|娃名|实名|(?:孩子|学生|幼儿|宝贝|宝宝|娃|学员|小朋友)的?名?(?:\+|十|加)/.test(
      text,
    )
  )
    return 'child_relation'
  return /(?:xx|某某|\*\*|××|○○|小名|乳名)(?:的)?(?:妈|爸)/.test(text) ? 'relation' : undefined
}

const READERS: Partial<Record<RuleId, Reader>> = {
  M01: (text, words) =>
    given(
      'seats',
      number('N个?(?:[名位人口]|家长|号|微信|个)', words, true) ??
        (/一号|一人|一长|一位/.test(words) ? 1 : undefined) ??
        number('N[名位人]', text),
    ),
  M09: (text) => given('format', formatOf(text)),
  C01: (text) => given('times', number('N[遍次回]', text) ?? number('N条', text, true)),
  C02: (text) => ({
    ...given('times', number('N[遍次回]', text)),
    ...given('withinMinutes', /内/.test(text) ? readMinutes(text) : undefined),
  }),
  C03: (text) => given('perMinute', /分钟/.test(text) ? number('N条', text) : undefined),
  C12: (text) => {
    const hosts = text.match(HOST)
    return hosts ? { hosts: [...new Set(hosts)] } : {}
  },
  C18: (text, words) => {
    if (/不(?:得|准|要|能)?(?:私发|私信|私下|单独|一对一)/.test(text)) return { own: 'forbid' }
    return /私发|私信|私聊|私下|单独|一对一|个别|逐一|点对点|私底下|悄悄/.test(text) &&
      /告|发|通知|反馈|查|看|问|了解|沟通/.test(words + text)
      ? { own: 'allow' }
      : {}
  },
  C30: (text) =>
    given('most', number('N[个张次条](?!人|家长|群)', text.slice(Math.max(0, text.search(/超|多|最|限/))))),
  P01: () => ({}),
  P03: (text) =>
    given(
      'perWeek',
      /周|星期/.test(text)
        ? number('(?:不超过|超过|最多|限|不多于|每周|一周|每星期|[^一每])N[次条张]', text.replace(/每家/g, ''), true)
        : undefined,
    ),
  P06: (text) =>
    /(?:不得|不要|禁止|不准|不能|勿|不可以?)[^。;,]{0,8}(?:保存|下载|转存)/.test(text)
      ? { save: 'forbid' }
      : /(?:可|自行|可以|自己|各自|随意)[^。;,]{0,6}(?:保存|下载|存)/.test(text)
        ? { save: 'allow' }
        : {},
  T09: (text) => given('hours', /小时|钟头/.test(text) ? hoursOf(text) : undefined),
  T11: (text) => given('minutes', readMinutes(text)),
  T12: (text) => given('perWeek', number('N[条次份则个](?!人)', text.replace(/每周|一周/g, ''), true)),
  N03: (text) => given('longest', number('N个?字', text)),
  N09: (text) => given('afterSchool', /放学/.test(text) ? /\d{1,2}:\d{2}/.exec(text)?.[0].padStart(5, '0') : undefined),
  L05: (text) => given('minutes', readMinutes(text)),
  L14: readLeave,
  Q20: (text) => given('days', readDays(text)),
  G01: (text) => given('by', reviewerOf(text)),
  G04: readLadder,
  G21: readSteps,
}

/** Who looks first: the head teacher, or those who lead the school. */
function reviewerOf(text: string): string | undefined {
  const [, desk] =
    /(班主任|校长|园长|校领导|分管领导|教导处|德育处|政教处|教务处)[^。;,]{0,8}(?:审|把关|同意|批|过目|看|签|点头)/.exec(
      text,
    ) ?? []
  if (desk === undefined) return undefined
  return desk === '班主任' ? 'head_teacher' : 'leader'
}

function hoursOf(text: string): number | undefined {
  const minutes = readMinutes(text)
  return minutes !== undefined && minutes >= 60 ? Math.round(minutes / 60) : undefined
}

/** The parameters that fit the rule's bounds. */
export function fitParams(id: RuleId, params: Params): Params {
  const bounds = boundsOf(id)
  return Object.fromEntries(
    Object.entries(params).filter(([key, value]) => bounds[key] !== undefined && fitsBound(bounds[key], value)),
  )
}

/** What a clause says of a rule's parameters. `words`: what the wording found. */
export function readParams(id: RuleId, text: string, words: string): Params {
  return fitParams(id, READERS[id]?.(text, words) ?? {})
}
