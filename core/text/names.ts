// Decides where a text speaks of a child of the roster: by name, split or misspelt by sound, by nickname, as 小明同学 or 张同学.
import { soundOf } from './sounds'
import type { Range, View } from './view'

export interface RosterName {
  name: string
  nicknames?: string[]
}

/** One place that speaks of a child; `index` is its place in the roster, -1 for 张同学 where several are called 张. */
export interface Mention extends Range {
  index: number
  /** The words are about the child's family: 小明妈妈, 张小明家长. */
  isFamily: boolean
}

/** After a name, what makes it one: 同学 小朋友 … */
const CHILD_SUFFIX = /^(?:小?同学|小朋友|小盆友|童鞋|宝宝|宝贝|宝(?![一-龥])|这孩子|那孩子|孩子|该生|学生|娃)/
const FAMILY_SUFFIX =
  /^(?:小?同学|小朋友|宝贝|宝宝)?的?(?:妈妈?|爸爸?|爷爷|奶奶|外公|外婆|姥姥|姥爷|家长|父母|父亲|母亲|监护人)/
/** Names that are everyday words count only with a suffix, in a list, or beside a number. */
const EVERYDAY = new Set(
  (
    '安静 高兴 高洁 方向 马上 成长 安康 安宁 平安 文明 文静 康健 健康 阳光 明天 天天 明亮 白天 白云 黄河 江山 高山 时光 金秋 温暖 温馨 ' +
    '常乐 快乐 欢乐 可乐 欢欢 开心 乐观 乐意 万一 万方 思想 理想 向上 向前 自然 自强 光明 和平 和谐 希望 智慧 天真 年华 如意 如果 若是 ' +
    '子女 宝贝 海洋 春天 新年 雨水 雪花 花朵 星星 月亮 太阳 蓝天 大海 小雨 小雪 中秋 国庆 元旦 童心 诚实 诚信 善良 美丽 勇敢 努力 ' +
    '认真 进步 优秀 冠军 语文 数学 英语 于是 易于 应该 来自 连续 陆续 全面 全体 程度 常规 常见 经过 经常 言语 卫生 解放 解决 师生 ' +
    '房子 车子 向阳 向导 高级 高效 高度 高考 黄色 白色 蓝色 简单 游戏 游泳 关心 关爱 关于 关键 舒服 舒心 充足 尚未 左右 计划 项目 ' +
    '古诗 古文 牛奶 毛笔 水果 水平 石头 田野 山水 路上 路程 沙发 花园 农业 车辆 明白 清楚 丁点 万千 万岁 都可'
  ).split(' '),
)
const FULL_NAME_LEAST = 2
const HAN = /[\u4e00-\u9fff]/

/** What is worked out once for a roster, however many texts are held against it. */
interface NameIndex {
  words: { word: string; index: number; isEveryday: boolean; needsSuffix: boolean }[]
  /** First two sounds of a full name → the names that begin so. */
  bySound: Map<string, { sounds: string[]; name: string; index: number }[]>
  bySurname: Map<string, number[]>
}
const indices = new WeakMap<readonly RosterName[], NameIndex>()

const cleanName = (name: unknown) =>
  typeof name === 'string'
    ? name
        .normalize('NFKC')
        .replace(/[\s·•.]/g, '')
        .toLowerCase()
    : ''

function indexOf(roster: readonly RosterName[]): NameIndex {
  const known = indices.get(roster)
  if (known) return known
  const made: NameIndex = { words: [], bySound: new Map(), bySurname: new Map() }
  const givenNames = new Map<string, number>()
  roster.forEach((entry, index) => {
    const name = cleanName(entry?.name)
    if (name.length < FULL_NAME_LEAST) return
    addWord(made, name, index, false)
    for (const nickname of Array.isArray(entry.nicknames) ? entry.nicknames : []) {
      const word = cleanName(nickname)
      if (word.length >= FULL_NAME_LEAST) addWord(made, word, index, false)
    }
    const given = name.slice(name.length > 3 ? 2 : 1)
    if (given.length === 2) givenNames.set(given, givenNames.has(given) ? -1 : index)
    const sounds = [...name].map(soundOf)
    const key = sounds.slice(0, 2).join(' ')
    made.bySound.set(key, [...(made.bySound.get(key) ?? []), { sounds, name, index }])
    const surname = name.charAt(0)
    made.bySurname.set(surname, [...(made.bySurname.get(surname) ?? []), index])
  })
  for (const [given, index] of givenNames) addWord(made, given, index, true)
  indices.set(roster, made)
  return made
}

function addWord(made: NameIndex, word: string, index: number, needsSuffix: boolean): void {
  made.words.push({ word, index, isEveryday: EVERYDAY.has(word), needsSuffix })
}

/** Every mention of a child of the roster in a folded text, in order, none overlapping. */
export function findMentions(view: View, roster: readonly RosterName[]): Mention[] {
  if (roster.length === 0 || !HAN.test(view.text)) return []
  const index = indexOf(roster)
  const found = [
    ...maskedMentions(view, index),
    ...wordMentions(view.text, index),
    ...soundMentions(view.text, index),
    ...surnameMentions(view.text, index),
  ]
  return withoutOverlaps(found).map((mention) => ({
    ...mention,
    isFamily: FAMILY_SUFFIX.test(view.text.slice(mention.end, mention.end + 8)),
  }))
}

type Found = Omit<Mention, 'isFamily'>

function wordMentions(text: string, { words }: NameIndex): Found[] {
  const found: Found[] = []
  for (const { word, index, isEveryday, needsSuffix } of words) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const end = start + word.length
      if (needsSuffix ? isGivenName(text, start, end, isEveryday) : !isEveryday || standsAsName(text, start, end))
        found.push({ start, end, index })
    }
  }
  return found
}

/** 张*明: first and last character of a name, with something taken out between them. */
function maskedMentions({ text, starts, ends }: View, { words }: NameIndex): Found[] {
  const found: Found[] = []
  for (const { word, index, needsSuffix } of words) {
    if (needsSuffix || word.length !== 3) continue
    const masked = word.charAt(0) + word.charAt(2)
    for (let start = text.indexOf(masked); start >= 0; start = text.indexOf(masked, start + 1))
      if ((starts[start + 1] ?? 0) > (ends[start] ?? 0)) found.push({ start, end: start + 2, index })
    const some = `${word.charAt(0)}某${word.charAt(2)}`
    const start = text.indexOf(some)
    if (start >= 0) found.push({ start, end: start + some.length, index })
  }
  return found
}

/** An everyday word is a name when a suffix, a list or a number says so. */
function standsAsName(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 6)
  if (CHILD_SUFFIX.test(after) || FAMILY_SUFFIX.test(after)) return true
  const before = text.charAt(start - 1)
  return /^[、\d:]|^\s*\d/.test(after) && (start === 0 || /[\s、,:;。\n]/.test(before))
}

/** A name without its surname: with a suffix, or at the start of a clause before a word that people do. */
function isGivenName(text: string, start: number, end: number, isEveryday: boolean): boolean {
  const after = text.slice(end, end + 6)
  if (CHILD_SUFFIX.test(after) || FAMILY_SUFFIX.test(after)) return true
  if (isEveryday) return false
  const startsClause = start === 0 || /[\s、,:;。!?\n"“(@]/.test(text.charAt(start - 1))
  return (
    startsClause &&
    /^(?:[今昨又也总老还再在把被跟和与就]|上课|上学|这次|最近|一直|经常|因为|没|不|、|\s*\d)/.test(after)
  )
}

/** 章小鸣 for 张小明: every sound alike, and long or marked enough not to be chance. */
function soundMentions(text: string, { bySound }: NameIndex): Found[] {
  const found: Found[] = []
  let last = soundOf(text.charAt(0))
  for (let start = 0; start + 1 < text.length; start++) {
    const next = soundOf(text.charAt(start + 1))
    for (const { sounds, name, index } of bySound.get(`${last} ${next}`) ?? []) {
      const end = start + sounds.length
      const written = text.slice(start, end)
      if (written === name || ![...written].every((char, i) => HAN.test(char) && soundOf(char) === sounds[i])) continue
      const marked = CHILD_SUFFIX.test(text.slice(end, end + 4)) || FAMILY_SUFFIX.test(text.slice(end, end + 8))
      if (marked || (sounds.length > 2 && standsAlone(text, start))) found.push({ start, end, index })
    }
    last = next
  }
  return found
}
const standsAlone = (text: string, start: number) =>
  start === 0 || /[^\u4e00-\u9fff]|[和跟与是把被让请]/.test(text.charAt(start - 1))

/** 张同学, 张小朋友 */
function surnameMentions(text: string, { bySurname }: NameIndex): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(/([\u4e00-\u9fff])(?:某某?|姓|x+|\*+)?(?:同学|小朋友|童鞋)/g)) {
    const surname = match[1] ?? ''
    const children = bySurname.get(surname)
    const start = match.index
    if (!children || /[\u4e00-\u9fff]/.test(text.charAt(start - 1))) continue
    found.push({ start, end: start + 1, index: children.length === 1 ? (children[0] ?? -1) : -1 })
  }
  return found
}

/** The longer of two that overlap. */
function withoutOverlaps(found: Found[]): Found[] {
  const kept: Found[] = []
  for (const mention of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1]
    if (!last || mention.start >= last.end) kept.push(mention)
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention
  }
  return kept
}
