// Decides which slips wait for a family: running, asking for a reply, the own child's line unsigned (N05, N16).
import type { Where } from '../../common/store/collection'
import type { OwnChild } from '../../common/call/session'

export const WANTS_REPLY = { $in: ['confirm', 'sign'] }

/** To all of a class: a letter to one family or to a few is no notice of the class, and counts as none (C24). */
export const OF_THE_CLASS: Where = { toChild: { $exists: false }, toSome: { $exists: false } }

/** Slips with a line of one of these children; without children nothing is found. */
export function linesOf(children: readonly OwnChild[]): Where {
  return anyOf(children.map(({ classId, childId }) => ({ classId, [`entries.${childId}`]: { $exists: true } })))
}

export function waitingFor(children: readonly OwnChild[]): Where {
  return {
    state: 'running',
    replyMode: WANTS_REPLY,
    ...anyOf(
      children.map(({ classId, childId }) => ({
        classId,
        [`entries.${childId}`]: { $exists: true },
        [`entries.${childId}.signedAt`]: { $exists: false },
        [`entries.${childId}.closed`]: { $exists: false },
      })),
    ),
  }
}

const anyOf = (conditions: Where[]): Where => (conditions.length > 0 ? { $or: conditions } : { _id: '' })

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
    ...Object.fromEntries(children.map(({ childId }) => [`entries.${childId}`, 1 as const])),
  }
}
