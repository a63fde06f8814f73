// Decides whether a teacher punishes or mocks pupils (C38).
import { sentenceAround, type Range } from '../text'
import { findDone, findingAt, findMeant, type JudgeRule } from '../finding'
import { ABOUT_PUNISHING, FAILING, MOCKERY, PENANCE, PUNISHMENT, TRAINING } from '../lexicon/punishments'
import type { Subject } from '../subject'
/** How far before or after what is borne the failing is told: 没戴红领巾的…,中午不许吃水果,蹲着… */
const REACH = 40

export const judgePunishments: JudgeRule = (subject) => {
  if (!subject.isStaff) return undefined
  const { text } = subject.text.tight
  const isAnswer = ({ start, end }: Range) => {
    const around = text.slice(Math.max(0, start - REACH), end + REACH)
    return FAILING.test(around) && !TRAINING.test(around)
  }
  const found = [
    ...findDone(subject, PUNISHMENT),
    ...findDone(subject, PENANCE).filter(isAnswer),
    ...findMeant(subject, MOCKERY),
  ].filter((range) => !isSpokenAbout(subject, range))
  return findingAt(subject, 'hold', found, { sureness: 1 })
}

/** 罚抄一事已核实, 罚站属于变相体罚 */
function isSpokenAbout({ text: { tight } }: Subject, { start }: Range): boolean {
  const sentence = sentenceAround(tight.text, start)
  return ABOUT_PUNISHING.test(tight.text.slice(sentence.start, sentence.end))
}
