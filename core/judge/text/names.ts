// Decides where a text speaks of a child of the roster: by name, split, misspelt by sound, by nickname, as 小明同学.
import { EVERYDAY, OPENS_A_CLAUSE } from './everyday-names'
import { soundAt, type Sound } from './sounds'
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
const CHILD_SUFFIX =
  /^(?:小?同学|小朋友|小盆友|童鞋|宝宝|宝贝|宝(?![一-龥])|[这那](?:个)?(?:孩子|小?姑娘|丫头|小子|小家伙|小朋友|娃|小孩|女孩|男孩|闺女)|孩子|小姑娘|该生|学生|娃)/
const FAMILY_SUFFIX =
  /^(?:小?同学|小朋友|宝贝|宝宝)?的?(?:妈妈?|爸爸?|爷爷|奶奶|外公|外婆|姥姥|姥爷|家长|父母|父亲|母亲|监护人)/
const FULL_NAME_LEAST = 2
const HAN = /[\u4e00-\u9fff]/

/** One way to write a child; `place` is its place in the list. */
interface NameWord {
  word: string
  index: number
  isEveryday: boolean
  needsSuffix: boolean
  place: number
}

/** What is worked out once for a roster, however many texts are held against it. */
interface NameIndex {
  words: NameWord[]
  /** Code of a first character → the words that begin so. */
  byFirst: Map<number, NameWord[]>
  /** First sound of a full name → second sound → the names that begin so. */
  bySound: Map<Sound, Map<Sound, { sounds: Sound[]; name: string; index: number }[]>>
  bySurname: Map<string, number[]>
}
const indices = new WeakMap<readonly RosterName[], NameIndex>()

const cleanName = (name: unknown) =>
  typeof name === 'string'
    ? name
        .normalize('NFKC')
        // 张伟（大）: what tells namesakes apart is not part of the name.
        .replace(/\([^)]*\)$/, '')
        .replace(/[\s·•.]/g, '')
        .toLowerCase()
    : ''

function indexOf(roster: readonly RosterName[]): NameIndex {
  const known = indices.get(roster)
  if (known) return known
  const made: NameIndex = { words: [], byFirst: new Map(), bySound: new Map(), bySurname: new Map() }
  const givenNames = new Map<string, number>()
  const addGiven = (given: string, index: number) => givenNames.set(given, givenNames.has(given) ? -1 : index)
  roster.forEach((entry, index) => {
    const name = cleanName(entry?.name)
    if (name.length < FULL_NAME_LEAST) return
    addWord(made, name, index, false)
    for (const nickname of Array.isArray(entry.nicknames) ? entry.nicknames : []) {
      const word = cleanName(nickname)
      if (word.length >= FULL_NAME_LEAST) addWord(made, word, index, false)
    }
    const given = name.slice(name.length > 3 ? 2 : 1)
    if (given.length === 2) addGiven(given, index)
    const last = name.charAt(name.length - 1)
    if (given !== last + last) addGiven(last + last, index)
    if (given !== '小' + last) addGiven('小' + last, index)
    const sounds = Array.from({ length: name.length }, (_, at) => soundAt(name, at))
    const [first = '', second = ''] = sounds
    const begunSo = made.bySound.get(first) ?? new Map<Sound, { sounds: Sound[]; name: string; index: number }[]>()
    made.bySound.set(first, begunSo.set(second, [...(begunSo.get(second) ?? []), { sounds, name, index }]))
    const surname = name.charAt(0)
    made.bySurname.set(surname, [...(made.bySurname.get(surname) ?? []), index])
  })
  for (const [given, index] of givenNames) addWord(made, given, index, true)
  indices.set(roster, made)
  return made
}

function addWord(made: NameIndex, word: string, index: number, needsSuffix: boolean): void {
  const nameWord = { word, index, isEveryday: EVERYDAY.has(word), needsSuffix, place: made.words.length }
  made.words.push(nameWord)
  const first = word.charCodeAt(0)
  made.byFirst.set(first, [...(made.byFirst.get(first) ?? []), nameWord])
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

function wordMentions(text: string, { byFirst }: NameIndex): Found[] {
  const found: Found[] = []
  const doubtful: Found[] = []
  for (const { start, of } of placesOfWords(text, byFirst)) {
    const { word, index, isEveryday, needsSuffix } = of
    const end = start + word.length
    if (needsSuffix ? isGivenName(text, start, end, isEveryday) : !isEveryday || standsAsName(text, start, end))
      found.push({ start, end, index })
    else if (isEveryday && !needsSuffix) doubtful.push({ start, end, index })
  }
  return [...found, ...listedBeside(text, doubtful, found)]
}

/** Where the words stand, in the order of the list: one walk through the text for all of them. */
function placesOfWords(text: string, byFirst: NameIndex['byFirst']): { start: number; of: NameWord }[] {
  const places: { start: number; of: NameWord }[] = []
  for (let start = 0; start + 1 < text.length; start++) {
    const begunSo = byFirst.get(text.charCodeAt(start))
    if (!begunSo) continue
    for (const name of begunSo) if (text.startsWith(name.word, start)) places.push({ start, of: name })
  }
  return places.sort((a, b) => a.of.place - b.of.place || a.start - b.start)
}

/** Everyday words in a list with names are names: 冯睿、安静 */
function listedBeside(text: string, doubtful: Found[], sure: Found[]): Found[] {
  const accepted: Found[] = []
  const inTurn = [...doubtful, ...[...doubtful].reverse()]
  for (const word of inTurn) {
    const isBeside = ({ start, end }: Found) =>
      /^(?:[、,]\s?|\s|[和与跟及])$/.test(start >= word.end ? text.slice(word.end, start) : text.slice(end, word.start))
    if (!accepted.includes(word) && [...sure, ...accepted].some(isBeside)) accepted.push(word)
  }
  return accepted
}

/** 张*明: first and last character of a name, with something taken out between them. */
function maskedMentions({ text, starts, ends }: View, { words }: NameIndex): Found[] {
  const found: Found[] = []
  if (!text.includes('某') && !starts.some((start, at) => at > 0 && start > (ends[at - 1] ?? 0))) return found
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
  const before = text.slice(Math.max(0, start - 4), start)
  const opens = /(?:^|[\s、,:;。!?\n])$/.test(before)
  if (opens && /^[、\d:]|^\s*\d/.test(after)) return true
  if (ALWAYS_A_PERSON.test(after) || (CALLED_OUT.test(before) && /^(?:[,、。!的]|[今昨]天|$)/.test(after))) return true
  if (OPENS_A_CLAUSE.has(text.slice(start, end))) return /[是被]$/.test(before) && /^拿走/.test(after)
  return (opens || /(?:我[们]?家|[叫是])$/.test(before)) && OF_A_PERSON.test(text.slice(end, end + 10))
}
const CALLED_OUT = /(?:夸(?:一下|一夸|夸)?|表扬|批评|祝贺|恭喜|@|叫做|名叫)$/
const ALWAYS_A_PERSON = /^(?:走时|心眼|脾气|性格|性子|缺席|旷课|迟到)/
/** What is said of persons only. */
const OF_A_PERSON =
  /^(?:把|被(?!子)|太(?:会|能)|这(?:回|次|周|两天)|[今昨]天(?:又|在|把|和|跟|没|上|中|下|早|午)|又(?:把|在|没|忘|和|跟|打|推|迟)|上课|(?:上|中|下)午(?!的|好)|昨晚|也?考了|的(?:作业|校牌|药|水杯|书包|座位|同桌|[妈爸]|语文|数学|英语|字|田字|本子|卷子|课桌)|就是[被个爱]|(?:真|太|很|特别|比较)(?:懂|乖|皮|懒|自私|霸道|调皮|聪明)|爱(?:告|打|哭|撒|占|出)|没(?:交|带|写|来|戴|穿|完成|关|洗)|不(?:交|带|写|听|戴)|[和跟].{1,6}(?:打|吵|抢))/

/** A name without its surname: with a suffix, or at the start of a clause before a word that people do. */
function isGivenName(text: string, start: number, end: number, isEveryday: boolean): boolean {
  const after = text.slice(end, end + 6)
  if (CHILD_SUFFIX.test(after) || FAMILY_SUFFIX.test(after)) return true
  if (isEveryday) return false
  const startsClause = start === 0 || /[\s、,:;。!?\n"“(@]/.test(text.charAt(start - 1))
  return (
    startsClause &&
    /^(?:[今昨又也总老还再在把被跟和与就考午早晚刚这那]|上[课学午]|[中下]午|最近|一直|经常|因为|没|不|、|\s*(?:\d|一百|[一二三四五六七八九]十)|的(?:作业|数学|语文|英语|书包|成绩)|[打推抢偷骂咬扣错得]|真|太|特别|昨)/.test(
      after,
    )
  )
}

/** 章小鸣 for 张小明: every sound alike, and long or marked enough not to be chance. */
function soundMentions(text: string, { bySound }: NameIndex): Found[] {
  const found: Found[] = []
  for (let start = 0; start + 1 < text.length; start++) {
    const begunSo = bySound.get(soundAt(text, start))?.get(soundAt(text, start + 1))
    if (!begunSo) continue
    for (const { sounds, name, index } of begunSo) {
      const end = start + sounds.length
      const written = text.slice(start, end)
      if (written === name || !sounds.every((sound, i) => isHan(written, i) && soundAt(written, i) === sound)) continue
      const marked = CHILD_SUFFIX.test(text.slice(end, end + 4)) || FAMILY_SUFFIX.test(text.slice(end, end + 8))
      if (marked || (sounds.length > 2 && standsAlone(text, start))) found.push({ start, end, index })
    }
  }
  return found
}
const isHan = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}
const standsAlone = (text: string, start: number) =>
  start === 0 || /[^\u4e00-\u9fff]|[和跟与是把被让请]/.test(text.charAt(start - 1))

/** 批评张同学, 让张同学: a surname may follow these. */
const BEFORE_SURNAME = /[评醒扬让请和跟与是被对给小的有]/
/** 张同学, 张小朋友 */
function surnameMentions(text: string, { bySurname }: NameIndex): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(/([\u4e00-\u9fff])(?:某某?|姓|x+|\*+)?(?:同学|小朋友|童鞋)/g)) {
    const surname = match[1] ?? ''
    const children = bySurname.get(surname)
    const start = match.index
    if (!children || /[\u4e00-\u9fff]/.test(text.charAt(start - 1).replace(BEFORE_SURNAME, ''))) continue
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
