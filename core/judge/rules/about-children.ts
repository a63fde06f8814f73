// Decides which sentences speak of a child, and which words in them are meant of it.
import { hint } from '../../pattern'
import { sentenceAround, sentencesOf, type Mention, type Range } from '../text'
import { findAll } from '../finding'
import type { Subject } from '../subject'
import { KIND_STORY, OWN_MATTER, STORY_SIGNS, STRONGER_SIGNS } from '../lexicon/stories'
/** Right before a fault, what makes it none. */
const DENIED = hint`
  (?:(?<!有)没有(?!完成|交|写|带|按时)|从不|从未|从没|不再|不会|未曾|并未|改掉(?:了)?|改正(?:了)?|克服(?:了)?|戒掉(?:了)?|告别(?:了)?|制止(?:了)?|劝阻|阻止|避免|防止|禁止|不要|不能|不许|不准|请勿|切勿|严禁|杜绝|(?<![特分个区级性类告])别|减少|不是|并不|不|无|反对|不应|不得|拒绝|帮助|帮(?:着|他|她|忙)|提醒|纠正|劝|拉开|统计|登记|记录|检查|监督|收集|整理)[^。!?;,、\n]{0,5}$
`
/** A child with a task is not the one it is about; a part in a play or a book is no deed. */
const ON_DUTY = hint`
  负责(?!任)|值[日周](?:生|班长|组长|员|教师)|组长|班长|监督[员岗]|检查员|登记员|记录员|志愿者|小队长|课代表|小老师|巡查(?!时|,|发现)|扮演|饰演?|角色|课本剧|情景剧|小品|相声|节目单|剧本|领读|主持人
`
/** 他今天又… goes on about the child of the sentence before. */
const GOES_ON =
  /(?:^|[,\s])(?:他|她|这孩子|该生|这个孩子|这位同学|此生|两人|两个人|他们|她们|几个人|以上|上述|这(?:几|两|三)(?:个|位|名))/
/** Speaks of everybody, so it goes on about nobody. */
const OF_ALL = /(?:有的|有些|个别|部分|大家|各位|同学们|孩子们|家长们|宝贝们|全体|所有|请家长|温馨提示|近期|明天|下周)/
/** A praise or a complaint at the head of a list of names. */
const LIST_HEAD =
  /(?:表扬|批评|点名|通报|名单|如下|以下|下列|提醒|注意|没交|未交|未完成|没完成|光荣榜|之星|获奖|祝贺|恭喜|优秀|进步)/
/** 我家果果: a guardian's own, whatever the phone knows. */
const OF_MINE = /(?:我家|我们家|咱家|俺家|我屋|我(?:的)?(?:儿子|女儿|闺女|孙子|孙女|外孙女?|娃|宝贝|孩子))(?:的)?$/

interface About {
  mentions: Mention[]
  sentence: Range
}

/** Whether a guardian speaks of its own child. */
const isOwnChild = ({ context, post, text }: Subject, { index, start }: Mention) =>
  post.role === 'guardian' &&
  ((context.ownChild !== undefined && context.roster[index]?.name === context.ownChild) ||
    OF_MINE.test(text.tight.text.slice(Math.max(0, start - 8), start)))

/** Sentences that speak of a child, with the children of the sentence before where 他 goes on about them. */
function sentencesAbout(subject: Subject): About[] {
  const { text } = subject.text.tight
  const children = subject.mentions.filter((mention) => !isOwnChild(subject, mention))
  if (children.length === 0) return []
  const about: About[] = []
  let before: Mention[] = []
  let head: Range | undefined
  for (const sentence of sentencesOf(text)) {
    const words = text.slice(sentence.start, sentence.end)
    const here = children.filter(({ start }) => start >= sentence.start && start < sentence.end)
    if (here.length > 0) {
      about.push({ mentions: here, sentence })
      if (head && isOnlyNames(words, here)) about.push({ mentions: here, sentence: head })
    } else if (before.length > 0 && GOES_ON.test(words)) about.push({ mentions: before, sentence })
    if (here.length > 0) before = here
    else if (!GOES_ON.test(words)) before = []
    if (here.length === 0) head = LIST_HEAD.test(words) ? sentence : undefined
  }
  return about
}

const isOnlyNames = (words: string, mentions: Mention[]) =>
  mentions.reduce((length, { start, end }) => length - (end - start), words.length) <= mentions.length * 4 + 6

/** 张小明这孩子…: what comes after is what somebody thinks of it. */
const THIS_CHILD =
  /^(?:同学|小朋友)?[这那](?:个)?(?:小)?(?:孩子|娃|丫头|小子|鬼|家伙|姑娘|男孩|女孩|孩|兔崽子|祖宗|人(?!家))/

/** Children spoken of as 这孩子, with nothing kind and no errand of theirs in the sentence. */
export function characterised(subject: Subject): Range[] {
  const { text } = subject.text.tight
  return subject.mentions.filter((child) => {
    if (child.isFamily || isOwnChild(subject, child) || !THIS_CHILD.test(text.slice(child.end, child.end + 8)))
      return false
    const { start, end } = sentenceAround(text, child.start)
    const words = text.slice(start, end + 1)
    return !KIND_STORY.test(words) && !OWN_MATTER.test(words) && !TO_COME.test(words) && !/[吗么?]/.test(words)
  })
}

const known = new WeakMap<Subject, Map<readonly RegExp[], Range[]>>()

/** Words of some kinds in the sentences about children, as far as they are meant; several rules ask for the same. */
export function wordsAbout(subject: Subject, kinds: readonly RegExp[], evenOnDuty = false): Range[] {
  const found = known.get(subject) ?? new Map<readonly RegExp[], Range[]>()
  known.set(subject, found)
  const ranges = found.get(kinds) ?? findAbout(subject, kinds, evenOnDuty)
  found.set(kinds, ranges)
  return ranges
}

function findAbout(subject: Subject, kinds: readonly RegExp[], evenOnDuty: boolean): Range[] {
  const { text } = subject.text.tight
  return sentencesAbout(subject).flatMap(({ mentions, sentence }) => {
    const words = text.slice(sentence.start, sentence.end)
    if (!evenOnDuty && ON_DUTY.test(words)) return []
    const found = kinds
      .flatMap((kind) => findAll(words, kind))
      .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
      .filter(
        (range) =>
          !DENIED.test(text.slice(sentence.start, range.start)) && !mentions.some((name) => overlaps(name, range)),
      )
    return found.length === 0 ? [] : [...mentions, ...found]
  })
}
/** A word may run over a name (为张小明高兴), but not be one or part of one (高兴). */
const overlaps = (name: Range, word: Range) =>
  name.start < word.end && word.start < name.end && !(word.start < name.start && name.end < word.end)

/** Signs in one story that make it one of a fault. */
const SIGNS_LEAST = 2
/** A request or a plan tells nothing that was done. */
const TO_COME = /请(?!家长|假|到|进|回)|明天|明早|下周|记得|需要|安排|届时|将于|负责|提前|[?]/
/** More names than this are a list, not a story. */
const STORY_NAMES_MOST = 3

/** Children of whom a fault is told without naming it: several weak signs around the name, and nothing kind. */
export function storiesAbout(subject: Subject): Range[] {
  const { text } = subject.text.tight
  const sentences = sentencesOf(text)
  const children = subject.mentions.filter((mention) => !mention.isFamily && !isOwnChild(subject, mention))
  return children.filter((child) => {
    const at = sentences.findIndex(({ start, end }) => child.start >= start && child.start < end)
    const own = sentences[at]
    if (!own || children.filter(({ start }) => start >= own.start && start < own.end).length > STORY_NAMES_MOST)
      return false
    const around = [sentences[at - 1], own, sentences[at + 1]].filter(
      (sentence) => sentence !== undefined && (sentence === own || goesWith(subject, sentence, own)),
    )
    const story = around.map((sentence) => text.slice(sentence?.start, sentence?.end)).join('。')
    if (KIND_STORY.test(story) || OWN_MATTER.test(story) || ON_DUTY.test(story) || /[?]$/.test(story)) return false
    const isAnySign = (sign: RegExp) => sign.test(story)
    const tellsPraise = !subject.isStaff || !('P05' in subject.pact.rules)
    if (!tellsPraise && !TO_COME.test(story) && STRONGER_SIGNS.some(isAnySign)) return true
    return STORY_SIGNS.filter(isAnySign).length >= SIGNS_LEAST
  })
}

/** The sentence beside one about a child is part of the story unless it speaks of others or stands apart. */
const goesWith = ({ mentions, text }: Subject, sentence: Range, own: Range) =>
  !text.tight.text.slice(Math.min(sentence.end, own.end), Math.max(sentence.start, own.start)).includes('\n') &&
  !OF_ALL.test(text.tight.text.slice(sentence.start, sentence.end)) &&
  !mentions.some(({ start }) => start >= sentence.start && start < sentence.end)
