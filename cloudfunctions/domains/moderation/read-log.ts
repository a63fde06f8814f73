// Decides what the moderation log shows: what was held, decided and stepped, by role and rule; no text, no name (M06).
import type { Instant, LogRow, ParsedInput } from '@class-pact/core/contract'
import { muteDays } from '@class-pact/core/moderation'
import type { Handler, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import type { Stage, Where } from '../../common/store/collection'
import { isBehind, parseCursor } from '../../common/store/pages'
import { classes, type ClassDoc } from '../class'
import type { NoticeDoc, VerdictDoc } from '../notice'
import type { AppealDoc, CaseDoc } from './documents'

/** Rows of one page. */
const PAGE = 100

/** What the log is made of, in the order of things that happened in one instant. */
const SOURCES = ['verdicts', 'decided', 'opened', 'steps', 'closed', 'stopped', 'appealed'] as const
type Source = (typeof SOURCES)[number]
/** One thing that happened: its time, and an id that no other of its source has. */
interface Happened {
  _id: string
  at: Instant
}
export type FoundLog = Pick<ClassDoc, '_id' | 'schoolId' | 'name'> & {
  verdicts: (Happened & Pick<VerdictDoc, 'role' | 'rules' | 'verdict'>)[]
  decided: (Happened & Pick<NoticeDoc, 'reasons'> & { decided: NonNullable<NoticeDoc['decided']> })[]
  opened: (Happened & Pick<CaseDoc, 'rule'>)[]
  steps: (Happened & Pick<CaseDoc, 'rule' | 'ladder'> & { steps: CaseDoc['steps'][number] })[]
  closed: (Happened & Pick<CaseDoc, 'rule'> & { closed: NonNullable<CaseDoc['closed']> })[]
  stopped: Happened[]
  appealed: (Happened & Pick<CaseDoc, 'rule'> & { appeals: Required<Pick<AppealDoc, 'answered'>> })[]
}

/** The class with a page of every source behind the cursor, in one call. */
export async function findLog({ classId, after }: ParsedInput<'log.read'>): Promise<Whose<FoundLog> | undefined> {
  const place = readCursor(after)
  const look = (source: Source, from: string, where: Where, ...by: Stage[]) =>
    lookUp(source, from, [{ $match: where }, ...by], place)
  const [row] = await classes.aggregate<FoundLog>([
    { $match: { _id: classId } },
    { $project: { schoolId: 1, name: 1 } },
    look('verdicts', 'verdicts', { classIds: classId }),
    look(
      'decided',
      'notices',
      { 'classes.classId': classId, state: { $ne: 'held' }, 'decided.at': { $gt: 0 } },
      { $addFields: { at: '$decided.at' } },
    ),
    look('opened', 'cases', { classId }, { $addFields: { at: '$openedAt' } }),
    look(
      'steps',
      'cases',
      { classId },
      { $unwind: '$steps' },
      { $addFields: { at: '$steps.at', _id: { $concat: ['$_id', '.', '$steps.step'] } } },
    ),
    look('closed', 'cases', { classId, state: 'closed' }, { $addFields: { at: '$closed.at' } }),
    look(
      'stopped',
      'notices',
      { 'classes.classId': classId, state: 'withdrawn', 'withdrawn.stops': true },
      { $addFields: { at: '$withdrawn.at' } },
    ),
    look(
      'appealed',
      'cases',
      { classId, 'appeals.answered.at': { $gt: 0 } },
      { $unwind: '$appeals' },
      { $match: { 'appeals.answered.at': { $gt: 0 } } },
      { $addFields: { at: '$appeals.answered.at' } },
    ),
    { $limit: 1 },
  ])
  return row && { found: row, place: { classId, schoolId: row.schoolId, className: row.name } }
}

export const readLog: Handler<'log.read', FoundLog> = (_input, { found: row }) => {
  const all = SOURCES.flatMap((source, rank) => describe(row, source).map((each) => ({ ...each, rank }))).sort(
    (one, other) => other.row.at - one.row.at || one.rank - other.rank || (one.id < other.id ? -1 : 1),
  )
  const shown = all.slice(0, PAGE)
  const last = shown[shown.length - 1]
  const next = last && all.length > shown.length ? writeCursor([last.row.at, last.rank, last.id]) : undefined
  return Promise.resolve(succeed({ className: row.name, rows: shown.map((each) => each.row), ...(next && { next }) }))
}

type Place = [at: Instant, rank: number, id: string]

const writeCursor = (place: Place) => Buffer.from(JSON.stringify(place)).toString('base64url')

/** undefined: none, or one that nobody gave; then from the start. */
function readCursor(cursor: string | undefined): Place | undefined {
  const [at, rank, id] = parseCursor(cursor)
  return typeof at === 'number' && typeof rank === 'number' && typeof id === 'string' ? [at, rank, id] : undefined
}

/** The rows of one source that come behind the place, and one more than a page. */
function lookUp(source: Source, from: string, found: Stage[], place: Place | undefined): Stage {
  const pipeline = [
    ...found,
    ...(place ? [{ $match: behind(SOURCES.indexOf(source), place) }] : []),
    { $sort: { at: -1, _id: 1 } },
    { $limit: PAGE + 1 },
    { $project: { trail: 0, draft: 0, versions: 0, evidence: 0 } },
  ]
  return { $lookup: { from, pipeline, as: source } }
}

function behind(own: number, [at, rank, id]: Place): Where {
  if (own === rank)
    return isBehind(
      [
        ['at', -1],
        ['_id', 1],
      ],
      [at, id],
    )
  return { at: own > rank ? { $lte: at } : { $lt: at } }
}

function describe(found: FoundLog, source: Source): { id: string; row: LogRow }[] {
  switch (source) {
    case 'verdicts':
      return found.verdicts.map(({ _id: id, at, role, rules, verdict }) => ({
        id,
        row: { at, role, act: 'post', rules, result: verdict },
      }))
    case 'decided':
      return found.decided.map(({ _id: id, decided, reasons }) => ({ id, row: describeDecision(decided, reasons) }))
    case 'opened':
      return found.opened.map(({ _id: id, at, rule }) => ({
        id,
        row: { at, role: 'head_teacher', act: 'case', rules: [rule], result: 'open' },
      }))
    case 'steps':
      return found.steps.map(({ _id: id, rule, ladder, steps: { at, role, step } }) => ({
        id,
        row: { at, role, act: 'case', rules: [rule], result: step, days: muteDays(step, ladder) },
      }))
    case 'closed':
      return found.closed.map(({ _id: id, rule, closed: { at, role } }) => ({
        id,
        row: { at, role, act: 'case', rules: [rule], result: 'close' },
      }))
    case 'appealed':
      return found.appealed.map(({ _id, at, rule, appeals: { answered } }) => ({
        id: _id,
        row: { at, role: answered.role, act: 'case', rules: [rule], result: answered.decision },
      }))
    case 'stopped':
      return found.stopped.map(({ _id: id, at }) => ({
        id,
        row: { at, role: 'head_teacher', act: 'post', rules: ['G20'], result: 'stop' },
      }))
  }
}

function describeDecision(
  { at, role, decision }: NonNullable<NoticeDoc['decided']>,
  reasons: NoticeDoc['reasons'],
): LogRow {
  const rules = [...new Set(reasons.filter(({ verdict }) => verdict === 'hold').map(({ rule }) => rule))]
  return { at, role, act: 'review', rules, result: decision }
}
