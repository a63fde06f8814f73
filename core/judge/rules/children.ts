// Decides whether a class is told of a named child: its faults, a judgement, praise, its own matters (C22–C24, P05).
import type { Range } from '../text'
import { findingAt, type JudgeRule } from '../finding'
import type { Subject } from '../subject'
import { FAULTS } from '../lexicon/faults'
import { JUDGEMENTS } from '../lexicon/judgements'
import { PRAISES } from '../lexicon/praise'
import { characterised, storiesAbout, wordsAbout } from './about-children'
/** No child is named with a fault (C22). */
export const judgeFaults: JudgeRule = (subject) => {
  if (!subject.isPublic || subject.mentions.length === 0) return undefined
  const faults = wordsAbout(subject, FAULTS)
  // 把撞倒的车扶起来,真棒: more praise than faults is praise.
  if (countWords(subject, wordsAbout(subject, PRAISES, true)) > countWords(subject, faults)) return undefined
  if (faults.length > 0) return findingAt(subject, 'refuse', unique(faults), { sureness: 1 })
  return findingAt(subject, 'refuse', unique([...wordsAbout(subject, JUDGEMENTS), ...storiesAbout(subject)]))
}

/** No child is judged (C23); between guardians this is the rule, whatever was done. */
export const judgeJudgements: JudgeRule = (subject) => {
  if (!subject.isPublic || subject.mentions.length === 0) return undefined
  const judgements = unique([...wordsAbout(subject, JUDGEMENTS), ...unpraised(subject)])
  const faults = unique(wordsAbout(subject, FAULTS))
  if (!subject.isStaff) return findingAt(subject, 'refuse', unique([...judgements, ...faults]), { sureness: 2 })
  return findingAt(subject, 'refuse', judgements, { sureness: judgements.length > faults.length ? 2 : 1 })
}

/** No praise by name either (P05). */
export const judgePraise: JudgeRule = (subject) => {
  if (!subject.isPublic) return undefined
  // 喜报 goes to the own family, whatever it says.
  if (subject.post.kind === 'notice' && subject.post.noticeKind === 'praise') {
    const spans = [{ field: 'audience', start: 0, end: 0 }]
    return { verdict: 'refuse', spans, wayOut: ['own_guardians'], isProven: true, sureness: 2 }
  }
  if (subject.mentions.every((mention) => mention.isFamily)) return undefined
  return findingAt(subject, 'refuse', unique(wordsAbout(subject, PRAISES, true)))
}

/** What concerns one child only is better said in private (C24). */
export const judgeSingleChild: JudgeRule = (subject) => {
  if (!subject.isPublic) return undefined
  const { text } = subject.text.tight
  const isThanks = /感谢|谢谢|多谢/.test(text)
  const children = subject.mentions.filter((mention) => !mention.isFamily || (subject.isStaff && !isThanks))
  const distinct = new Set(children.map(({ index, start }) => (index >= 0 ? index : -1 - start)))
  return distinct.size === 1 ? findingAt(subject, 'warn', children) : undefined
}

/** Somebody is characterised without a word of praise. */
const unpraised = (subject: Subject): Range[] =>
  wordsAbout(subject, PRAISES, true).length > 0 ? [] : characterised(subject)

const countWords = ({ mentions }: Subject, ranges: Range[]) =>
  ranges.filter(({ start }) => !mentions.some((name) => name.start === start)).length

const unique = (ranges: Range[]): Range[] =>
  ranges
    .filter((range, at) => ranges.findIndex((other) => other.start === range.start) === at)
    .sort((a, b) => a.start - b.start)
