// Decides how children read that a file does not have, and how a leader's answers about them are kept (M19).
import type { MissingAnswer, RosterChoices, RosterPreview } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import { formatDate } from '../../../services/format'

export const MISSING_WORDS: Record<MissingAnswer, string> = { here: '还在', left: '已转走', later: '以后再说' }
const ANSWERS: readonly MissingAnswer[] = ['here', 'left', 'later']
export const MISSING_OPTIONS = ANSWERS.map((value) => ({ value, label: MISSING_WORDS[value] }))

/** Names listed of a class that is answered for as a whole. */
const NAMES_SHOWN = 5

/** A child, or the children of a class together. */
export interface MissingView {
  key: string
  childIds: string[]
  title: string
  sub: string
  answer: string
}

/** Every child on a line of its own; where there are several, first a line for all of them. */
export function presentMissing({ classes }: RosterPreview): MissingView[] {
  return classes.flatMap(({ className, missing }) => {
    const all = missing.map(({ childId }) => childId)
    const names = missing.map(({ name }) => name)
    const listed = names.slice(0, NAMES_SHOWN).join('、')
    const together: MissingView = {
      key: className,
      childIds: all,
      title: `${className}这${all.length}个一起答`,
      sub: names.length > NAMES_SHOWN ? `${listed}等` : listed,
      answer: '',
    }
    const each = missing.map(({ childId, no, name, answer = 'later', since }): MissingView => ({
      key: childId,
      childIds: [childId],
      title: `${className}${no ? `${no}号` : ''} ${name}`,
      sub: since === undefined ? '' : `${formatDate(beijingDay(since))}的名单里也没有`,
      answer: MISSING_WORDS[answer],
    }))
    return all.length > 1 ? [together, ...each] : each
  })
}

/** The answers with these ones; 以后再说 is what holds without an answer. */
export function answerMissing(
  choices: RosterChoices,
  childIds: readonly string[],
  answer: MissingAnswer,
): RosterChoices {
  const others = (choices.missing ?? []).filter(({ childId }) => !childIds.includes(childId))
  const given = answer === 'later' ? [] : childIds.map((childId) => ({ childId, answer }))
  return { ...choices, missing: [...others, ...given] }
}

/** 新来12，改名2，名单里没有4，存疑13: only what there is. */
export function countKinds({ classes, problems, questions }: RosterPreview): string {
  const sum = (count: (each: RosterPreview['classes'][number]) => number) =>
    classes.reduce((total, each) => total + count(each), 0)
  const doubtful = new Set([
    ...problems.filter(({ row }) => row > 0).map(({ sheet, row }) => `${sheet}:${row}`),
    ...questions.flatMap((question) => (question.code === 'same_child' ? [`${question.sheet}:${question.row}`] : [])),
  ])
  const kinds: [string, number][] = [
    ['新来', sum(({ added }) => added)],
    ['改名', sum(({ renamed }) => renamed.length)],
    ['转班', sum(({ moved }) => moved.length)],
    ['回来', sum(({ returned }) => returned.length)],
    ['名单里没有', sum(({ missing }) => missing.length)],
    ['存疑', doubtful.size],
  ]
  return kinds
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}`)
    .join('，')
}
