// Decides how an incident reads to whoever may see it, and what its school's order says of it (V19, H27).
import type { Identity, Incident, IncidentRow, IncidentStamp, IncidentStep, Instant } from '@class-pact/core/contract'
import { astrayStep, missingSteps, nextSteps, owedOf, stepsOf } from '@class-pact/core/incident'
import { isLeader } from '../../common/call/scope'
import type { CheckResult } from '../../common/store/documents'
import type { IncidentDoc, Stamp } from './documents'

/** Staff who are concerned read words that WeChat doubts, and that it does: they quote what happened (as G11). */
const doubt = (check: CheckResult | undefined) => check && { doubted: true as const }

const describeStamp = ({ at, notedAt, by, way, to, toCheck }: Stamp): IncidentStamp => ({
  ...{ at, notedAt, by, way, to },
  ...doubt(toCheck),
})

export function describeIncident(found: IncidentDoc, reader: Pick<Identity, 'role'>, now: Instant): Incident {
  const { _id: incidentId, order, stamps, happenedAt, openedBy, pactVersion } = found
  const { classId, className, childId, childName, kind, openedAt, state } = found
  const stamped = Object.entries(stamps) as [IncidentStep, Stamp][]
  return {
    ...{ incidentId, classId, className, childId, childName, kind, happenedAt, openedAt, openedBy, state },
    notes: found.notes.map(({ signs, words, wordsCheck, at, by }) => ({ signs, words, at, by, ...doubt(wordsCheck) })),
    stamps: Object.fromEntries(stamped.map(([step, stamp]) => [step, describeStamp(stamp)])),
    corrected: found.corrected.map(({ step, was, at, by }) => ({ step, was: describeStamp(was), at, by })),
    steps: stepsOf(order),
    next: state === 'open' ? nextSteps(order, stamps) : [],
    order,
    cites: found.rules.map((rule) => ({ rule, pactVersion })),
    astray: astrayStep(order, stamps),
    outcomes: found.outcomes.map(({ outcome, words, wordsCheck, at, by }) => ({
      ...{ outcome, words, at, by },
      ...doubt(wordsCheck),
    })),
    owed: isLeader(reader) ? owedOf({ happenedAt, by: openedBy, stamps }, now) : undefined,
  }
}

export function describeRow(found: Omit<IncidentDoc, 'trail' | 'notes' | 'corrected'>): IncidentRow {
  const { _id: incidentId, childName, className, kind, happenedAt, openedBy, state, order, stamps, outcomes } = found
  return {
    ...{ incidentId, childName, className, kind, happenedAt, openedBy, state },
    missing: missingSteps(order, stamps),
    outcome: outcomes[outcomes.length - 1]?.outcome,
  }
}
