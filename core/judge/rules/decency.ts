// Decides whether words break decency or spread superstition (C05, C06); the law's side is WeChat's own check (C04).
import { isReported, isSpokenOf, type Range } from '../text'
import { findAll, findMeant, findingAt, type JudgeRule } from '../finding'
import type { Subject } from '../subject'
import * as lexicon from './decency-words'

/** Two kinds of words together, neither denied, taught nor reported. */
function findTogether(subject: Subject, about: RegExp, doing: RegExp): Range[] {
  const { text } = subject.text.tight
  const found = findAll(text, about)
  if (found.length === 0 || lexicon.LESSON.test(text)) return []
  const done = findAll(text, doing)
  if (done.length === 0) return []
  const meant = found.filter((range) => !isSpokenOf(text, range) && !isReported(text, range))
  return meant.length > 0 ? [...meant, ...done] : []
}

/** Politics, religion, porn, violence (C05): the plain cases; the rest is WeChat's. */
export const judgeIndecency: JudgeRule = (subject) =>
  findingAt(
    subject,
    'refuse',
    [
      ...findMeant(subject, lexicon.INDECENT),
      ...findTogether(subject, lexicon.SEXUAL, lexicon.OFFERED),
      ...findTogether(subject, lexicon.GORE, lexicon.SHOWN),
      ...findTogether(subject, lexicon.WEAPON, lexicon.SOLD),
      ...findTogether(subject, lexicon.FAITH, lexicon.INVITED),
      ...findTogether(subject, lexicon.UNREST, lexicon.STIRRED),
    ],
    { sureness: 2 },
  )

/** Superstitious, false, vulgar (C06). */
export const judgeSuperstition: JudgeRule = (subject) =>
  findingAt(
    subject,
    'refuse',
    [
      ...findMeant(subject, lexicon.SUPERSTITION),
      ...findTogether(subject, lexicon.CHAIN, lexicon.FATE),
      ...findTogether(subject, lexicon.RITUAL, lexicon.WORKS),
      ...findTogether(subject, lexicon.QUACKERY, lexicon.CURES),
    ],
    { sureness: 1 },
  )
