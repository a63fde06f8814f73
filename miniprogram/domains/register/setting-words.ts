// Decides the Chinese for what a school sets of its registers: sets to begin from, variants, and the numbers.
import type { SettingValue } from '@class-pact/core/contract'

/** Sets of registers, by the paper or the kind of school they come from. */
export const PRESET_WORDS: Readonly<Record<string, string>> = {
  primary: '小学常用3项',
  kindergarten: '幼儿园',
  's3-1': '家校联系制度（一）',
  's3-3': '家校联系制度（三）',
  s4: '班班通方案',
}

export interface RegisterVariantWords {
  title: string
  note?: string
  options: Readonly<Record<string, string>>
  /** The safest of them. */
  suggested?: string
}

/** Where the schools' own papers disagree (V15 V17 V20). */
export const VARIANT_WORDS: Readonly<Record<string, RegisterVariantWords>> = {
  V15: {
    title: '联系家长，照哪一种',
    note: '几份制度写法不同，选一种；选了的打开，别的关掉。',
    options: { monthly: '每位老师每月联系几次', visits_calls: '每月家访，每周电话联系一半家长' },
    suggested: 'monthly',
  },
  V17: {
    title: '家长会，照哪一种',
    options: { once: '每学期一次', both: '学期初、学期末各一次', layered: '有需要时分层召开' },
    suggested: 'once',
  },
  V20: {
    title: '班班通用多少，照哪一种',
    options: { six: '每周至少用几节', four: '每周用几节得满分', share: '按新授课、复习课的比例' },
    suggested: 'four',
  },
}

/** What a number means; one register may use a word of its own. */
const VALUE_WORDS: Readonly<Record<string, string>> = {
  times: '至少几次',
  'lesson-log.times': '至少几节',
  'lesson-log-points.each': '每少一次扣几分',
  marked: '标记的孩子至少几次',
  percent: '至少占多少',
  'family-calls.percent': '至少联系多少家长',
  before: '几点前填好',
  days: '几个上学日内办好',
  weeks: '开学或期末的几周内',
  'class-committee.weeks': '开学几周内',
  'school-committee.weeks': '开学几周内',
  each: '每次扣几分',
  'head-teacher-grade.each': '每分多少元',
  failed: '不合格按基本津贴的多少',
  first: '一等奖几分',
  second: '二等奖几分',
  third: '三等奖几分',
  merit: '优秀奖几分',
  entered: '参评几分',
  county: '县级几分',
  city: '市级几分',
  province: '省级几分',
  nation: '国家级几分',
  start: '从几分起扣',
  late: '没按时扣几分',
  new: '新授课至少多少',
  review: '复习课至少多少',
  pieces: '做满几个',
  most: '最多得几分',
}

/** The label of one number of a register. */
export const valueWord = (register: string, key: string): string | undefined =>
  VALUE_WORDS[`${register}.${key}`] ?? VALUE_WORDS[key]

/** 1到30次; a time of the day as it stands. */
export const sayBounds = ({ least, most, unit = '' }: SettingValue): string => `${least}到${most}${unit}`
