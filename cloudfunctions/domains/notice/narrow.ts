// Decides which notices a search or a filter leaves in a list: of what its reader may read anyway, never more (N12).
import { cleanText, type Input, type Instant, type NoticeState, type NoticeStanding } from '@class-pact/core/contract'
import { foldForSearch } from '@class-pact/core/notice'
import type { OwnChild } from '../../common/call/session'
import type { Stage, Where } from '../../common/store/collection'
import { COUNT_ENTRIES, WANTS_REPLY, waitingFor } from '../slip'

type Query = Input<'notice.list'>

/** Nothing fits. */
export const NOTHING: Where = { _id: '' }
/** What gives a pattern a meaning: each of it is only itself here, so that nothing is tried twice. */
const SIGNS = /[\\^$.*+?()[\]{}|/#&~-]/g

/** The words as a pattern that means nothing but itself; undefined: nobody looks for words. */
function patternOf({ words }: Query): string | undefined {
  const sought = foldForSearch(cleanText(words ?? '', 'one'))
  return sought === '' ? undefined : sought.replace(SIGNS, '\\$&')
}

/** By title, sender and body. `isHidden`: documents whose body their reader does not see. */
function withWords(query: Query, isHidden?: Where): Where[] {
  const pattern = patternOf(query)
  if (pattern === undefined) return []
  const inBody = { 'search.body': { $regex: pattern } }
  return [{ $or: [{ 'search.line': { $regex: pattern } }, isHidden ? { ...inBody, $nor: [isHidden] } : inBody] }]
}

const both = (conditions: Where[]): Where => (conditions.length > 0 ? { $and: conditions } : {})

const signedFor = ({ classId, childId }: OwnChild): Where => ({ classId, [`entries.${childId}.signedAt`]: { $gt: 0 } })

/** A family's slips: its own lines say where they stand. */
export function narrowFamily(query: Query, own: readonly OwnChild[], now: Instant): Where {
  const { kind, state } = query
  const standings: Record<NoticeStanding, Where> = {
    waiting: waitingFor(own),
    signed: own.length > 0 ? { $or: own.map(signedFor) } : NOTHING,
    overdue: { ...waitingFor(own), deadline: { $lt: now } },
    held: NOTHING,
    queued: NOTHING,
    withdrawn: { state: 'withdrawn' },
  }
  // Of a withdrawn notice a family reads that it was, and no more.
  const conditions = [...(state ? [standings[state]] : []), ...withWords(query, { state: 'withdrawn' })]
  return { ...(kind && { kind }), ...both(conditions) }
}

/** A class's slips; whether children are missing is counted, of those that run. */
export function narrowClass(query: Query, now: Instant): { where: Where; counted: Stage[] } {
  const { kind, state, filter } = query
  const running = { state: 'running', replyMode: WANTS_REPLY }
  const standings: Record<NoticeStanding, Where> = {
    waiting: running,
    signed: { replyMode: WANTS_REPLY, state: { $ne: 'withdrawn' } },
    overdue: { ...running, deadline: { $lt: now } },
    held: NOTHING,
    queued: NOTHING,
    withdrawn: { state: 'withdrawn' },
  }
  const isCounted = state === 'waiting' || state === 'signed' || state === 'overdue'
  return {
    where: {
      ...(kind && { kind }),
      ...both([...(filter === 'todo' ? [running] : []), ...(state ? [standings[state]] : []), ...withWords(query)]),
    },
    counted: isCounted ? [...COUNT_ENTRIES, { $match: { 'counts.missing': state === 'signed' ? 0 : { $gt: 0 } } }] : [],
  }
}

/** The school's notices: whether one is overdue its deadline says, for its figures lie in as many slips as there are classes. */
export function narrowSchool(query: Query, now: Instant): Where {
  const { kind, state, filter, classId } = query
  const running = { state: 'published', 'draft.replyMode': WANTS_REPLY }
  const standings: Record<NoticeStanding, Where> = {
    waiting: running,
    signed: NOTHING,
    overdue: { ...running, 'draft.deadline': { $lt: now } },
    held: NOTHING,
    queued: NOTHING,
    withdrawn: { state: 'withdrawn' },
  }
  const conditions = [
    ...(filter === 'todo' ? [{ state: 'published', important: true }] : []),
    ...(state ? [standings[state]] : []),
    ...withWords(query),
  ]
  return { ...(classId && { 'classes.classId': classId }), ...(kind && { 'draft.kind': kind }), ...both(conditions) }
}

const OWN_STATES: Record<NoticeStanding, readonly NoticeState[]> = {
  waiting: [],
  signed: [],
  overdue: [],
  held: ['draft', 'checking', 'held'],
  queued: ['checking', 'queued'],
  withdrawn: ['withdrawn'],
}
const NOT_OUT: readonly NoticeState[] = ['draft', 'checking', 'held', 'queued']

/** One's own posts that are not out: a withdrawn one that never was is among those withdrawn. */
export function narrowOwn(query: Query): Where {
  const { kind, state } = query
  return {
    state: { $in: state ? OWN_STATES[state] : NOT_OUT },
    ...(state === 'withdrawn' && { publishedAt: { $exists: false } }),
    ...(kind && { 'draft.kind': kind }),
    ...both(withWords(query)),
  }
}
