// Decides the order of an incident's steps, what was done out of it, and what was owed (L06, L07, V19, H27).
import type { Pact } from '../pact/contract'
import type { Instant } from '../wire'
import {
  INCIDENT_STEPS,
  type HospitalWay,
  type IncidentKind,
  type IncidentOrder,
  type IncidentOwed,
  type IncidentStep,
} from './contract'

export { HOSPITAL_WAYS, INCIDENT_KINDS, INCIDENT_OUTCOMES, INCIDENT_SIGNS, INCIDENT_STEPS } from './contract'

/** A step is written down on the same day, after the hands are free: half a day back, milliseconds. */
export const BACK_MOST_MS = 12 * 60 * 60_000
/** Clocks of phones run ahead by so much. */
const AHEAD_MOST_MS = 5 * 60_000
/** The guardian is told within this, as of a child who is missing (screens.md 3.12). */
export const GUARDIAN_WITHIN_MS = 30 * 60_000

/** What decides the order of a school, and the rules that say so. */
export interface Order {
  order: IncidentOrder
  rules: ('L06' | 'L07')[]
}

/** One rule alone has its own order; both, or none, and neither step waits (V19). */
export function orderOf({ rules }: Pick<Pact, 'rules'>): Order {
  const known = (['L06', 'L07'] as const).filter((rule) => rules[rule])
  const [only] = known.length === 1 ? known : []
  if (!only) return { order: 'at_once', rules: known }
  return { order: only === 'L06' ? 'hospital' : 'guardian', rules: known }
}

/** The steps as a page lists them. */
export function stepsOf(order: IncidentOrder): IncidentStep[] {
  return order === 'guardian' ? ['guardian', 'hospital', 'leader'] : [...INCIDENT_STEPS]
}

/** What is known of a step that was done. */
export interface Done {
  at: Instant
  way?: HospitalWay
}
export type Steps = Partial<Record<IncidentStep, Done>>

/** What is offered first: the first of the order that is not done; of two that do not wait for one another both. */
export function nextSteps(order: IncidentOrder, stamps: Steps): IncidentStep[] {
  const open = missingSteps(order, stamps)
  const both = open.filter((step) => step !== 'leader')
  return order === 'at_once' && both.length > 0 ? both : open.slice(0, 1)
}

export function missingSteps(order: IncidentOrder, stamps: Steps): IncidentStep[] {
  return stepsOf(order).filter((step) => !stamps[step])
}

/** The step that was done before the one the school does first; a child whom the family collects needed no hospital. */
export function astrayStep(order: IncidentOrder, { hospital, guardian }: Steps): IncidentStep | undefined {
  if (hospital?.way === 'collected') return undefined
  if (order === 'hospital') return guardian && (!hospital || hospital.at > guardian.at) ? 'guardian' : undefined
  if (order === 'guardian') return hospital && (!guardian || guardian.at > hospital.at) ? 'hospital' : undefined
  return undefined
}

/** Whether a step may be said to have been done then; a phone's clock that runs ahead a little means now. */
export function settleAt(at: Instant | undefined, now: Instant): Instant | undefined {
  if (at === undefined) return now
  return at >= now - BACK_MOST_MS && at <= now + AHEAD_MOST_MS ? Math.min(at, now) : undefined
}

/** Only a child who fell ill is collected; who is hurt goes to a hospital (S3 篇4.6). */
export function fitsWay(kind: IncidentKind, step: IncidentStep, way: HospitalWay | undefined): boolean {
  return way === undefined || (step === 'hospital' && (way === 'sent' || kind === 'sudden'))
}

/** What the record says of a guardian who was not told within half an hour (H27). */
export function owedOf(
  { happenedAt, by, stamps }: { happenedAt: Instant; by: string; stamps: Steps },
  now: Instant,
): IncidentOwed | undefined {
  const told = stamps.guardian?.at
  if ((told ?? now) - happenedAt <= GUARDIAN_WITHIN_MS) return undefined
  return { since: happenedAt, by, ...(told !== undefined && { until: told }) }
}
