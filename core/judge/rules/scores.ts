// Decides whether results of pupils, or anything that compares them, are shown (C18).
import { isSpokenOf, sentenceAround, type Mention, type Range } from '../text'
import { findAll, findingAt, type Finding, type JudgeRule } from '../finding'
import {
  BAND_BEFORE_NAME,
  BEFORE_NAME,
  BY_ANY_NAME,
  BY_LETTERS,
  BY_NUMBER,
  COMPARISON,
  EXAM,
  GRADE,
  MARK_MOST,
  MEASURED,
  MEASURED_BY_STARS,
  MERIT,
  MERITS,
  MERITS_LEAST,
  NO_MARK,
  NUMBERING_MOST,
  ONE_BY_ONE,
  OWN_RESULT,
  PLACES,
  PUBLISHED,
  RANK,
  REAL_EXAM,
  RESULT,
  RESULTS_LEAST,
  SPORT,
  STARS,
  TO_MARK,
  TRADE,
} from '../lexicon/marks'
import type { Settings } from '../../pact'
import { oncePerPost, type Subject } from '../subject'
/** Whether the post speaks of an exam; most posts do not, and everything here asks. */
const isOfExam = oncePerPost((subject) => EXAM.test(subject.text.tight.text))

/** Results and merits that stand beside several names. */
function resultsOf(subject: Subject, mentions: readonly Mention[]): Range[] {
  if (mentions.length === 0) return []
  const { tight, written } = subject.text
  const beside = (words: RegExp) => mentions.filter(({ end }) => words.test(tight.text.slice(end, end + 20)))
  const results = isOfExam(subject) && !/运动会|比赛|大赛/.test(tight.text) ? beside(RESULT) : []
  const stars = [...written.matchAll(STARS)].map(([run]) => run.length)
  const starred = new Set(stars).size > 1 && MEASURED_BY_STARS.test(tight.text) ? mentions : []
  const merits = MERIT.test(tight.text) && !NO_MARK.test(tight.text) ? beside(MERITS) : []
  return [
    ...(results.length >= RESULTS_LEAST ? results : []),
    ...(starred.length >= RESULTS_LEAST ? starred : []),
    ...(merits.length >= MERITS_LEAST ? merits : []),
  ]
}

type Marked = Range & { isCertain: boolean }

/** 九十八 is a mark as well as 98; a written one is never a numbering. */
const markOf = (mark: string | undefined) => (/\d/.test(mark ?? '') ? Number(mark) : NUMBERING_MOST)

/** Marks beside names; certain where 分 or the words around say so. */
function marksOf(subject: Subject, mentions: readonly Mention[]): Marked[] {
  if (mentions.length === 0) return []
  const { text } = subject.text.tight
  const hasExam = isOfExam(subject)
  const isSport = SPORT.test(text)
  return mentions.flatMap((mention): Marked[] => {
    const after = text.slice(mention.end, mention.end + 26)
    const mark = TO_MARK.exec(after)
    const isNumbering = mark && markOf(mark[1]) < NUMBERING_MOST && after.charAt(mark[0].length) === '、' && !mark[2]
    if (mark && !isNumbering && markOf(mark[1]) <= MARK_MOST) {
      const unit = mark[2] ?? ''
      const counted = /[个次秒米]/.test(unit)
      if (counted && !MEASURED.test(text)) return []
      const isCertain =
        (unit.startsWith('分') && !isSport) || (hasExam && (!isSport || counted || unit.startsWith('分')))
      return [{ start: mention.start, end: mention.end + mark[0].length, isCertain }]
    }
    const before = BEFORE_NAME.exec(text.slice(Math.max(0, mention.start - 10), mention.start))
    if (before && hasExam && Number(before[1]) <= MARK_MOST)
      return [{ start: mention.start, end: mention.end, isCertain: true }]
    if (hasExam && !isSport && isCompared(text, mention) && /\d\s?分(?!钟|组)/.test(text))
      return [{ start: mention.start, end: mention.end, isCertain: true }]
    const inBand = BAND_BEFORE_NAME.test(text.slice(Math.max(0, mention.start - 8), mention.start))
    if (inBand && REAL_EXAM.test(text)) return [{ start: mention.start, end: mention.end, isCertain: true }]
    const grade = hasExam ? GRADE.exec(after) : null
    return grade ? [{ start: mention.start, end: mention.end + grade[0].length, isCertain: true }] : []
  })
}

/** The same without a roster or with children hidden behind numbers: at least two of a kind, in words of an exam. */
function hiddenMarks(subject: Subject): Range[] {
  const { text } = subject.text.tight
  if (!isOfExam(subject) || SPORT.test(text) || /标准|评分|分值|占比|权重|题型/.test(text)) return []
  return [BY_NUMBER, BY_LETTERS, BY_ANY_NAME].flatMap((words) => {
    const found = findAll(text, words)
    return found.length >= 2 ? found : []
  })
}

function ranksOf(subject: Subject): Range[] {
  const { text } = subject.text.tight
  if (!isOfExam(subject)) return []
  const isSport = SPORT.test(text) && !/成绩|考试|期中|期末|语文|数学|英语/.test(text)
  return isSport ? [] : findAll(text, RANK).filter((range) => !isSpokenOf(text, range))
}

/** Names right after such places, in words of an exam. */
const leadersOf = (text: string, mentions: readonly Mention[]): Range[] =>
  EXAM.test(text) && !(SPORT.test(text) && !REAL_EXAM.test(text)) && !/请假|志愿|值日/.test(text)
    ? findAll(text, PLACES).filter(({ end }) => mentions.some(({ start }) => start >= end - 1 && start <= end + 6))
    : []

const spoken = (text: string, ranges: Range[]) => ranges.filter((range) => !isSpokenOf(text, range))

export const judgeScores: JudgeRule<'C18'> = (subject, settings) => {
  if (subject.post.kind === 'private' || subject.post.audience === 'child')
    return judgePrivateScores(subject, settings.own)
  if (!subject.isPublic) return undefined
  const { text } = subject.text.tight
  const children = subject.mentions.filter((mention) => !mention.isFamily)
  const marks = marksOf(subject, children)
  const isAboutSomeone = children.length > 0 || /我班|本班|咱班|全班|班级|年级|平行班|我们班|孩子/.test(text)
  const places = [
    ...(marks.some((mark) => mark.isCertain) || (marks.length >= 2 && !NO_MARK.test(text)) ? marks : []),
    ...resultsOf(subject, children),
    ...(children.length > 0 ? leadersOf(text, children) : []),
    ...hiddenMarks(subject),
    ...(isAboutSomeone
      ? ranksOf(subject).filter((range) => /\d|[一二三四五六七八九十]|垫底/.test(text.slice(range.start, range.end)))
      : []),
    ...spoken(text, findAll(text, COMPARISON)),
    ...(ONE_BY_ONE.test(text) || (!subject.isStaff && /请问|吗|[?]/.test(text))
      ? []
      : spoken(text, findAll(text, PUBLISHED))),
  ]
  const own = subject.isStaff || TRADE.test(text) ? [] : spoken(text, findAll(text, OWN_RESULT))
  return findingAt(subject, 'refuse', [...places, ...own], { sureness: places.length > 0 ? 1 : 0 })
}

/** A child in a sentence with marks: somebody is measured by it. */
function isCompared(text: string, { start }: Range): boolean {
  const sentence = sentenceAround(text, start)
  return /\d\s?分(?!钟|组)|第[一二三四五六七八九十\d]+名|考得|成绩|名次/.test(text.slice(sentence.start, sentence.end))
}

/** One-to-one: only where the pact allows it, and only the result of that child. */
function judgePrivateScores(subject: Subject, own: Settings<'C18'>['own']): Finding | undefined {
  if (!subject.isStaff) return undefined
  const { text } = subject.text.tight
  const others = subject.mentions.filter(({ index }) => subject.context.roster[index]?.name !== subject.context.toChild)
  const othersMarks = others.filter((mention) => isCompared(text, mention))
  if (subject.context.toChild && othersMarks.length > 0)
    return findingAt(subject, 'refuse', othersMarks, { sureness: 1 })
  if (own === 'allow') return undefined
  const marks = [
    ...marksOf(subject, subject.mentions).filter((mark) => mark.isCertain),
    ...ranksOf(subject),
    ...spoken(text, findAll(text, /(?:考了|考|得了|成绩是?)\s?\d{2,3}\s?分/g)),
  ]
  return findingAt(subject, 'refuse', marks, { wayOut: ['edit'] })
}
