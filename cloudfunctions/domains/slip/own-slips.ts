// Decides which slips wait for a family: running, asking for a reply, the own child's line unsigned (N05, N16).
import type { Stage, Where } from '../../common/store/collection'
import type { OwnChild } from '../../common/call/session'

export const WANTS_REPLY = { $in: ['confirm', 'sign', 'form'] }

/** To all of a class: a letter to one family or to a few is no notice of the class, and counts as none (C24). */
export const OF_THE_CLASS: Where = { toChild: { $exists: false }, toSome: { $exists: false } }

/** Slips with a line of one of these children; without children nothing is found. */
export function linesOf(children: readonly OwnChild[]): Where {
  return anyOf(children.map(({ classId, childId }) => ({ classId, [`entries.${childId}`]: { $exists: true } })))
}

/** A line that nobody has signed, or only under words that stand no more (N11). */
export function unsigned(line: string): Where[] {
  return [
    { [`${line}.signedAt`]: { $exists: false } },
    { signFrom: { $gt: 1 }, $expr: { $lt: [{ $ifNull: [`$${line}.version`, 1] }, '$signFrom'] } },
  ]
}

export function waitingFor(children: readonly OwnChild[]): Where {
  return {
    state: 'running',
    replyMode: WANTS_REPLY,
    ...anyOf(
      children.map(({ classId, childId }) => ({
        classId,
        [`entries.${childId}`]: { $exists: true },
        [`entries.${childId}.closed`]: { $exists: false },
        $or: unsigned(`entries.${childId}`),
      })),
    ),
  }
}

/** One child's condition stands for itself: an index of its class then also gives the order. */
const anyOf = ([first, ...others]: Where[]): Where =>
  first === undefined ? { _id: '' } : others.length === 0 ? first : { $or: [first, ...others] }

/** What a family's page needs of a slip: never another child's line. */
export function familyFields(children: readonly OwnChild[]): Record<string, 1> {
  return {
    noticeId: 1,
    classId: 1,
    className: 1,
    source: 1,
    kind: 1,
    title: 1,
    sender: 1,
    replyMode: 1,
    important: 1,
    deadline: 1,
    publishedAt: 1,
    state: 1,
    version: 1,
    signFrom: 1,
    withdrawn: 1,
    ...Object.fromEntries(children.map(({ childId }) => [`entries.${childId}`, 1 as const])),
  }
}

/** Of the answers of a class those of these children alone: the others are many, and nobody's here (N16). */
export function withOwnAnswers(children: readonly Pick<OwnChild, 'childId'>[]): Stage[] {
  const own = Object.fromEntries(children.map(({ childId }) => [childId, `$answers.${childId}`]))
  return [
    ...(children.length > 0 ? [{ $addFields: { own } }] : []),
    { $project: { answers: 0, media: 0 } },
    ...(children.length > 0 ? [{ $addFields: { answers: '$own' } }, { $project: { own: 0 } }] : []),
  ]
}
