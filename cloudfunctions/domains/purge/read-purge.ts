// Decides what leaders see of the purge: beforehand how much of what goes when, afterwards what has gone (G23).
import type { Instant, Purge, PurgeKind, PurgeLine } from '@class-pact/core/contract'
import { PURGE_KINDS, endOfYear, roundsAhead, type PurgeRound } from '@class-pact/core/purge'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { schools, type SchoolDoc } from '../school'
import type { PurgeDoc } from './documents'
import { linesOf, whereOf } from './lines'

/** Purges that are shown. */
const SHOWN = 4

type Shown = Pick<PurgeDoc, 'year' | 'gone' | 'files' | 'kinds' | 'duty' | 'doneAt' | 'batch'>
type Row = Pick<SchoolDoc, 'createdAt'> & { purges: Shown[] } & Record<string, Counted>

/** One call; an index counts every line. */
export const readPurge: Handler<'purge.read'> = async ({ schoolId }, { now }) => {
  const rounds = roundsAhead(now)
  const counted = rounds.map((round) => linesOf(round.kinds).map((line) => whereOf(line, schoolId, round.year)))
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { createdAt: 1 } },
    ...rounds.flatMap((round, at) =>
      linesOf(round.kinds).map(({ from }, index) => lookUpCount(from, nameOf(at, index), counted[at]?.[index] ?? {})),
    ),
    {
      $lookup: {
        from: 'purges',
        pipeline: [
          { $match: { schoolId, turn: { $gt: 0 } } },
          { $sort: { year: -1 } },
          { $limit: SHOWN },
          { $project: { trail: 0 } },
        ],
        as: 'purges',
      },
    },
    { $limit: 1 },
  ])
  if (!row) return refuse('FORBIDDEN')
  const ahead = rounds.flatMap((round, at) => {
    const lines = gather(
      round.kinds,
      linesOf(round.kinds).map(({ kind }, index) => ({ kind, count: countOf(row[nameOf(at, index)]) })),
    )
    return row.createdAt < endOfYear(round.year) ? [{ ...atOf(round), lines }] : []
  })
  return succeed({ schoolId, ahead, done: row.purges.map((purge) => describeDone(purge, now)) })
}

const nameOf = (round: number, line: number) => `count${round}x${line}`
const atOf = ({ year, at }: PurgeRound) => ({ year, at })

/** One line a kind, in the order of the list; what nothing is there of is left out. */
function gather(kinds: readonly PurgeKind[], counts: readonly PurgeLine[]): PurgeLine[] {
  return PURGE_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => {
    const count = counts.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0)
    return count > 0 ? [{ kind, count }] : []
  })
}

function describeDone({ year, gone, files, duty, doneAt }: Shown, now: Instant): Purge['done'][number] {
  const kindOf = new Map(linesOf(PURGE_KINDS).map(({ from, kind }) => [from, kind]))
  const counts = Object.entries(gone).flatMap(([from, count]) => {
    const kind = kindOf.get(from)
    return kind ? [{ kind, count }] : []
  })
  const isRunning = duty !== undefined && (duty.lease > now || duty.at <= now || doneAt === undefined)
  const at = isRunning ? duty.at : (doneAt ?? now)
  return { year, state: isRunning ? 'running' : 'done', at, lines: gather(PURGE_KINDS, counts), files }
}
