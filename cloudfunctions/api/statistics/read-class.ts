// Decides one class's page: its figures, its notices, and the children some notice has not reached.
import { beijingDay, instantOf } from '@class-pact/core/calendar'
import type { ClassStatistics } from '@class-pact/core/contract'
import { countEntries, entryState, missingChildren } from '@class-pact/core/notice'
import { classFigures, withinRange } from '@class-pact/core/statistics'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { WANTS_REPLY } from '../../common/notice/own-slips'
import { staffOf } from '../../common/session'
import type { SlipDoc } from '../../common/store/documents'
import { slips } from '../../common/store/slips'
import { describeRunning } from '../today/running'
import { readFacts } from './facts'

/** Slips of one class in a term. */
const SLIPS_MOST = 500

type Line = ClassStatistics['unreachedChildren'][number]

export const readClass: Handler<'statistics.class'> = async ({ classId, range }, { person, now }) => {
  const schoolId = person.identities.find(
    (identity) =>
      staffOf({ ...person, identities: [identity] }, { classId, schoolId: identity.schoolId }, [
        'head_teacher',
        'office',
        'principal',
      ]) !== undefined,
  )?.schoolId
  if (!schoolId) return refuse('FORBIDDEN')
  const facts = await readFacts(schoolId, classId, range, now)
  const [own] = facts?.classes ?? []
  if (!facts || !own) return refuse('FORBIDDEN')

  const running = await slips.list<SlipDoc>(
    {
      classId,
      state: 'running',
      replyMode: WANTS_REPLY,
      publishedAt: { $gte: instantOf(facts.days.from, '00:00') },
      $or: [{ toChild: { $exists: false } }, { authorOpenid: person._id }],
    },
    { limit: SLIPS_MOST, order: [['publishedAt', 'desc']], fields: { trail: 0 } },
  )
  return succeed({
    range,
    asOf: facts.asOf,
    figures: classFigures(withinRange(own, facts.days), beijingDay(now)),
    notices: running.map((slip) => describeRunning({ ...slip, counts: countEntries(slip.entries) }, now)),
    unreachedChildren: listChildren(running),
  })
}

/** In roll order, never by how often (X08). */
function listChildren(running: SlipDoc[]): Line[] {
  const lines = new Map<string, Line>()
  for (const { entries } of running) {
    for (const childId of missingChildren(entries)) {
      const entry = entries[childId]
      if (!entry) continue
      const line = lines.get(childId)
      if (line) line.notices++
      else lines.set(childId, { childId, no: entry.no, name: entry.name, notices: 1, state: entryState(entry) })
    }
  }
  return [...lines.values()].sort((a, b) => a.no.localeCompare(b.no, 'en', { numeric: true }))
}
