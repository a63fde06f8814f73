// Decides the rule sets a school can start from: every one found in the seeds, and four of ours (docs/pacts.md).
import type { Day, LeaveDesk, SchoolKind } from '../../wire'
import type { Pact } from '../contract'
import { settingsOf } from '../settings'
import { CLASS_SEEDS } from './class-seeds'
import { OURS } from './ours'
import type { Preset } from './preset'
import { SCHOOL_SEEDS } from './school-seeds'
export type { Preset } from './preset'

/** Every rule set a school can start from. */
export const PRESETS: readonly Preset[] = [...OURS, ...CLASS_SEEDS, ...SCHOOL_SEEDS]

/** The rule set a new school gets (requirements.md V1: kindergarten c, primary a). */
export function defaultPreset(kind: SchoolKind): string {
  return kind
}

/** A preset as the first or a later version of a school's pact; undefined if there is no such preset. */
export function createPact(schoolId: string, version: number, preset: string, effectiveFrom: Day): Pact | undefined {
  const found = PRESETS.find((candidate) => candidate.id === preset)
  if (!found) return undefined
  const rules = Object.fromEntries(Object.entries(found.rules).map(([id, params]) => [id, { ...params }]))
  return { schoolId, version, preset, effectiveFrom, rules }
}

/** Seats without a rule on seats: two parents and four grandparents. */
const SEATS_WITHOUT_RULE = 6

/** How many days sick leave may be handed in late (L14); what is usual where a pact does not say. */
export function leaveLateDays({ rules }: Pick<Pact, 'rules'>): number {
  return settingsOf('L14', rules.L14 ?? {}).lateDays
}

/** After how many minutes the leaders hear of a child that nobody has found (L05); what is usual where a pact does not say. */
export function contactMinutes({ rules }: Pick<Pact, 'rules'>): number {
  return settingsOf('L05', rules.L05 ?? {}).minutes
}

/** Whose word a leave of so many school days needs last (L14); where no rule says so, the head teacher's is enough. */
export function leaveDeskFor(days: number, { rules }: Pick<Pact, 'rules'>): LeaveDesk {
  if (!rules.L14) return 'head_teacher'
  const { headDays, officeDays } = settingsOf('L14', rules.L14)
  if (days <= headDays) return 'head_teacher'
  return days <= officeDays ? 'office' : 'principal'
}

/** After how many school days in a row without leave a child is to be brought back (Q20); what is usual where a pact does not say. */
export function dropoutDays({ rules }: Pick<Pact, 'rules'>): number {
  return settingsOf('Q20', rules.Q20 ?? {}).days
}

/** How many guardians a child may have (M01). */
export function seatLimit(pact: Pact): number {
  const seats = pact.rules.M01?.seats
  return typeof seats === 'number' && seats >= 1 ? seats : SEATS_WITHOUT_RULE
}
