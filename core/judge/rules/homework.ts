// Decides whether homework is given to families, or talked about in the class (C20).
import { isReported, isSpokenOf, sentenceAround, type Range } from '../text'
import { findAll, findingAt, type JudgeRule } from '../finding'
import {
  AT_HOME,
  AT_SCHOOL,
  BADLY_DONE,
  BURDEN,
  BY_FAMILY,
  CRAFT,
  DUE_CRAFT,
  FREE_CRAFT,
  HEADING,
  PIECE,
  REMARK,
  TASK,
} from '../lexicon/tasks'
import { PUNISHMENT } from '../lexicon/punishments'
import type { Subject } from '../subject'
export const judgeHomework: JudgeRule = (subject) => {
  const { post } = subject
  if (!subject.isPublic) return undefined
  if (!subject.isStaff) return judgeBurden(subject)
  if (post.noticeKind === 'homework')
    return { verdict: 'refuse', spans: [{ field: 'kind', start: 0, end: 0 }], isProven: true, sureness: 2 }
  const { text } = subject.text.tight
  const isMeant = (range: Range) =>
    !isSpokenOf(text, range) &&
    !isReported(text, range) &&
    // 错一个抄五十遍 is a punishment first (C38).
    !findAll(text, PUNISHMENT).some(
      ({ start }) => sentenceAround(text, start).start === sentenceAround(text, range.start).start,
    )
  const tasks = (AT_HOME.test(text) ? [TASK, PIECE] : [])
    .flatMap((words) => findAll(text, words))
    .filter((range) => {
      const { start, end } = sentenceAround(text, range.start)
      return !AT_SCHOOL.test(text.slice(start, end))
    })
  const crafts = FREE_CRAFT.test(text) ? [] : [CRAFT, DUE_CRAFT].flatMap((words) => findAll(text, words))
  const others = [HEADING, REMARK, BY_FAMILY, BADLY_DONE]
    .flatMap((words) => findAll(text, words))
    .filter(({ start }) => {
      const sentence = sentenceAround(text, start)
      return (
        !AT_SCHOOL.test(text.slice(sentence.start, sentence.end)) &&
        !/教师(?:要|应|须|必须|不得|认真)|管理|公示|减负|设计|作业本|展/.test(text.slice(sentence.start, sentence.end))
      )
    })
  const found = [...tasks, ...crafts, ...others].filter(isMeant).sort((a, b) => a.start - b.start)
  return findingAt(subject, 'refuse', found)
}

/** No talk among families of how much homework there is either; a question to the teacher stays one. */
const judgeBurden = (subject: Subject) => {
  const { text } = subject.text.tight
  const found = findAll(text, BURDEN).filter((range) => !isSpokenOf(text, range) && !isReported(text, range))
  return subject.post.kind === 'comment' ? findingAt(subject, 'refuse', found) : undefined
}
