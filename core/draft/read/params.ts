// Decides which parameters of a rule a clause states; one that lies out of bounds is left out.
import { boundsOf, fitsBound, type Params, type RuleId } from '../../pact'
import { readLadder, readLeave, readSteps } from './desks'
import { NUMBER, readDays, readMinutes, readNumber } from './numbers'
import { readReview } from './review'
import { mendTimes, readTimes, clockOf } from './times'

type Reader = (text: string) => Params

const number = (source: string, text: string, last = false): number | undefined => {
  const found = [...text.matchAll(new RegExp(source.replace('N', `(${NUMBER})`), 'g'))]
  return readNumber(found[last ? found.length - 1 : 0]?.[1])
}
const given = (key: string, value: unknown): Params => (value === undefined ? {} : { [key]: value })

const HOST = /(?:[a-z\d](?:[a-z\d-]*[a-z\d])?[.])+[a-z]{2,}/g

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

const MINUTES_OF_DAY = 24 * 60

/** How often the same is too often: 至多两次, 第三次 is three. */
function repeatsOf(text: string): number | undefined {
  return number('第N[遍次回]', text.replace(/第一次/g, '')) ?? number('N[遍次回](?!性)', text)
}

/** What belongs to other families than most: those who live apart, twins. */
const OTHERS_SEATS = /[^,;。]*(?:离异|离婚|多子女|双胞胎|二孩|多孩|特殊|留守|除外|经同意)[^,;。]*/g
const EACH =
  /每(?:一)?(?:个|位|名|户|家|生|孩|童)?(?:家庭|孩子|学生|幼儿|宝宝|宝贝|娃)?|[一1](?:个|名|位)?(?:孩子?|学生|幼儿|宝宝|宝贝|娃娃?|小朋友|家(?!长)|户|生|童)(?:人家)?|(?:家长|名下|进群)(?=每)/g

function seatsOf(text: string): number | undefined {
  const bare = text.replace(OTHERS_SEATS, '').replace(EACH, '户')
  const most = number(
    '(?:限|最多|至多|不超过?|不得超过|不多于|以|控制在|顶多|只|不得多于|超)[^,;。]{0,6}?N个?(?:[名位人口席]|家长|号|微信|个)',
    bare,
  )
  if (most !== undefined) return most
  if (/[一二两三四五六\d](?:个|位)?爸爸?[^,]{0,2}一个妈|爸爸?一[个位][,、]?妈妈?一[个位]/.test(bare)) return 2
  if (/俩就够|来俩|俩号|俩人/.test(bare)) return 2
  return number('(?:头)?N个?(?:[名位人口席]|家长|号|微信|个|代表)', bare)
}

/** Whether a child's own marks may be told, or may not be shown by its own parents. */
function ownOf(text: string): string | undefined {
  if (/不(?:得|准|要|能)?(?:私发|私信|私下|单独|一对一)/.test(text)) return 'forbid'
  const isOwn =
    /自(?:家|己)(?:的?(?:孩子|娃|宝宝|宝贝))|自己娃|我家|自家的?|本人子女|家长(?:亦|也)?不(?:得|要)?晒/.test(text)
  const tells =
    /私发|私信|私聊|私下|单独|一对一|个别|逐一|点对点|私底下|悄悄|只(?:告诉|发给|看得到|把)|一个一个|各家晓得|自己的$|只看得到|您家孩子/.test(
      text,
    )
  if (isOwn && !tells && /不|别|勿/.test(text) && !/只看得到自己|知道自家/.test(text)) return 'forbid'
  return tells && /告|发|通知|反馈|查|看|问|了解|沟通|来|交|晓得/.test(text) ? 'allow' : undefined
}

const TENTHS = /([一二两三四五六七八九])成/
/** A share of the photos: 三成, 20%, 三分之一, 一半. */
function shareOf(text: string): number | undefined {
  const percent = /(\d{1,2})%/.exec(text)?.[1]
  if (percent) return Number(percent) / 100
  const hundredths = new RegExp(`百分之(${NUMBER})`).exec(text)?.[1]
  if (hundredths) return (readNumber(hundredths) ?? 0) / 100
  const tenths = TENTHS.exec(text)?.[1]
  if (tenths) return (readNumber(tenths) ?? 0) / 10
  const [, below, above] = new RegExp(`(${NUMBER})分之(${NUMBER})`).exec(text) ?? []
  if (below && above) return round((readNumber(above) ?? 0) / (readNumber(below) ?? 1))
  const [, over, under] = /(\d)\/(\d)/.exec(text) ?? []
  if (over && under) return round(Number(over) / Number(under))
  return /一半/.test(text) ? 0.5 : undefined
}
const round = (share: number) => Math.round(share * 100) / 100

const WEEK = /每?(?:一|1)?(?:个)?(?:周|星期|礼拜)(?:内|里)?|七天/
/** How many a week, as said behind the week. */
function perWeekOf(text: string): number | undefined {
  const week = WEEK.exec(text)
  if (!week || week[0] === '') return undefined
  const said = text.slice(week.index + week[0].length)
  if (/俩/.test(said)) return 2
  const most = number(
    '(?:不超过|不得超过|超过|最多|至多|限|不多于|不得多于|多于|顶多|就|只)[^。;,]{0,4}?N(?:[次条张回份则个件句])',
    said,
  )
  return (
    most ??
    number(
      'N(?:[次条张回份则个件句](?!人|天|班|孩))',
      said.replace(/一(?:条|次|份)[^,。;]{0,3}(?:发|说)/g, ''),
      /一两回/.test(said),
    ) ??
    (/一两[回次]/.test(said) ? 2 : undefined)
  )
}

/** When school is over, if the clause says one time. */
function afterSchoolOf(text: string): string | undefined {
  const times = readTimes(mendTimes(text)).filter(({ until }) => until === undefined)
  const clocks = new Set(
    times.map(({ minutes, part }) =>
      minutes < SCHOOL_EARLIEST && part !== 'morning' ? minutes + MINUTES_OF_DAY / 2 : minutes,
    ),
  )
  const [only] = clocks
  return clocks.size === 1 && only !== undefined ? clockOf(only) : undefined
}
const SCHOOL_EARLIEST = 7 * 60

const READERS: Partial<Record<RuleId, Reader>> = {
  M01: (text) => given('seats', seatsOf(text)),
  M09: (text) => given('format', formatOf(text)),
  C01: (text) => given('times', repeatsOf(text) ?? number('N条', text, true)),
  C02: (text) => ({
    ...given('times', repeatsOf(text)),
    ...given(
      'withinMinutes',
      /一天|当天|同一天/.test(text) ? MINUTES_OF_DAY : /内|里|时间/.test(text) ? readMinutes(text) : undefined,
    ),
  }),
  C03: (text) => {
    const per = text.replace(/每分钟|(?:一|1)分钟|六十秒|60秒/g, '分钟')
    return given('perMinute', /分钟/.test(per) ? number('N(?:条|张|个|句)', per.slice(per.indexOf('分钟'))) : undefined)
  },
  C12: (text) => {
    const hosts = text.match(HOST)
    return hosts ? { hosts: [...new Set(hosts)] } : {}
  },
  C18: (text) => given('own', ownOf(text)),
  C30: (text) =>
    given(
      'most',
      number(
        'N[个张次条枚仨](?!人|家长|群)',
        text.slice(Math.max(0, text.search(/超|多|最|限|以(?=[\d一二三四五六七八九十]+个为限)/))),
      ) ?? (/最多仨|至多仨/.test(text) ? 3 : /零表情/.test(text) ? 0 : undefined),
    ),
  P01: (text) => given('share', shareOf(text)),
  P03: (text) => given('perWeek', perWeekOf(text.replace(/每家/g, ''))),
  P06: (text) =>
    /(?:不得|不要|禁止|严禁|不准|不能|不许|勿|别|莫|不可以?|谢绝)[^。;,]{0,12}(?:保存|下载|转存|另存|外存|往外存|存)|存照片不行|只看勿存/.test(
      text,
    )
      ? { save: 'forbid' }
      : /(?:可|自行|自己|各自|随意|尽管|允许|欢迎|开放)[^。;,]{0,10}(?:保存|下载|收藏|存)|想存几张/.test(text)
        ? { save: 'allow' }
        : {},
  T09: (text) => given('hours', /小时|钟头/.test(text) ? hoursOf(text) : undefined),
  T11: (text) => given('minutes', readMinutes(text)),
  T12: (text) => given('perWeek', perWeekOf(text)),
  N03: (text) => ({
    ...given('longest', number('N个?字', text) ?? number('字数?[^。;,]{0,4}?N', text)),
    ...given('withinMinutes', /内|里头?/.test(text) ? readMinutes(text) : undefined),
  }),
  N09: (text) => given('afterSchool', afterSchoolOf(text)),
  L05: (text) => given('minutes', readMinutes(text)),
  L14: readLeave,
  Q20: (text) => given('days', readDays(text)),
  G01: readReview,
  G04: readLadder,
  G21: readSteps,
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

/** What a clause says of a rule's parameters. */
export function readParams(id: RuleId, text: string): Params {
  return fitParams(id, READERS[id]?.(text) ?? {})
}
