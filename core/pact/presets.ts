// Decides the rule sets a school can start from: every one found in the seeds, and three of ours (docs/pacts.md).
import type { Day, SchoolKind } from '../wire'
import type { Pact } from './contract'
import type { RuleId } from './catalogue'
import { settingsOf } from './parameters'
import type { Params } from './types'
/** Rules that are on, with their parameters. */
export type Rules = Partial<Record<RuleId, Params>>

/** A named rule set. `seed`: where it was taken from; ours have none. */
export interface Preset {
  id: string
  title: string
  seed?: string
  rules: Rules
}

const on: Params = {}
/** Our schools open at seven; no seed but S0-9 names an opening hour. */
const OPENING = '07:00'

/** Quiet from the evening on. */
export const evening = (from: string): Params => ({ from, to: OPENING })
/** Quiet over noon and late in the evening (S0-8). */
export const noonAndLate: Params = { from: '21:30', to: OPENING, noonFrom: '13:00', noonTo: '14:30' }

/** A ladder of three mutes, and when an open case is the leaders' (V13). */
export const graded = (firstDays: number, secondDays: number, thirdDays: number, leadersAfterDays = 7): Params => ({
  ...{ firstDays, secondDays, thirdDays, leadersAfterDays },
})

/** What all our own rule sets share: the safest variant of requirements.md section V. */
const SHARED: Rules = {
  M01: { seats: 2 },
  M02: on,
  M03: on,
  M07: on,
  M08: on,
  M09: { format: 'child_relation' },
  M10: on,
  C01: { times: 3 },
  C02: { times: 3, withinMinutes: 10 },
  C03: { perMinute: 5 },
  C04: on,
  C05: on,
  C06: on,
  C07: on,
  C08: on,
  C09: on,
  C10: on,
  C12: { hosts: [] },
  C13: on,
  C14: on,
  C15: on,
  C16: on,
  C18: { own: 'forbid' },
  C19: on,
  C20: on,
  C22: on,
  C23: on,
  C24: on,
  C25: on,
  C26: on,
  C27: on,
  C28: on,
  C29: on,
  C30: { most: 5 },
  C31: on,
  C34: on,
  C36: on,
  C37: on,
  C38: on,
  P01: { share: 0.5 },
  P02: on,
  P03: { perWeek: 0 },
  P04: on,
  P05: on,
  T08: on,
  T09: on,
  T10: on,
  T12: { perWeek: 5 },
  N02: on,
  N03: { longest: 500, withinMinutes: 120 },
  N04: on,
  N05: on,
  N08: on,
  N09: { afterSchool: '16:00' },
  N12: on,
  L01: on,
  L14: { lateDays: 3 },
  G02: on,
  G04: graded(1, 7, 30),
  G05: on,
}

const without = (rules: Rules, ...ids: RuleId[]): Rules =>
  Object.fromEntries(Object.entries(rules).filter(([id]) => !ids.some((other) => other === id)))

const OURS: Preset[] = [
  { id: 'kindergarten', title: '幼儿园', rules: { ...SHARED, T04: noonAndLate } },
  { id: 'primary', title: '小学', rules: { ...SHARED, T01: evening('20:00'), T02: evening('20:00') } },
  {
    id: 'strict',
    title: '从严',
    rules: {
      ...without(SHARED, 'C12', 'C16', 'P04'),
      C11: on,
      C17: on,
      T06: { from: '18:00', to: '08:00' },
      T12: { perWeek: 3 },
      G01: on,
      G19: on,
    },
  },
  {
    id: 'open',
    title: '从宽',
    rules: {
      ...without(SHARED, 'C20', 'P03', 'P05', 'G02'),
      C18: { own: 'allow' },
      C21: on,
      T03: evening('21:00'),
    },
  },
]

const SEEDS: Preset[] = [
  {
    id: 'S0-1',
    title: '小学班级微信群管理制度1',
    seed: 'S0-1',
    rules: {
      M01: { seats: 2 },
      M02: on,
      M09: { format: 'relation' },
      C03: { perMinute: 5 },
      C04: on,
      C05: on,
      C08: on,
      C10: on,
      C12: { hosts: [] },
      C29: on,
      T08: on,
    },
  },
  {
    id: 'S0-2',
    title: '小学班级微信群管理制度2',
    seed: 'S0-2',
    rules: {
      C01: { times: 3 },
      C03: { perMinute: 5 },
      C04: on,
      C05: on,
      C07: on,
      C08: on,
      C11: on,
      C27: on,
      C29: on,
    },
  },
  {
    id: 'S0-3',
    title: '小学班级微信群管理制度3',
    seed: 'S0-3',
    rules: {
      M02: on,
      M07: on,
      M09: { format: 'child_parent' },
      M10: on,
      C01: { times: 3 },
      C02: { times: 3, withinMinutes: 10 },
      C04: on,
      C05: on,
      C08: on,
      C09: on,
      C10: on,
      C14: on,
      C18: { own: 'allow' },
      C21: on,
      C22: on,
      C24: on,
      C25: on,
      C26: on,
      C29: on,
      P04: on,
      T01: evening('20:00'),
      T02: evening('20:00'),
      T09: on,
      T10: on,
      N04: on,
      N05: on,
      G04: on,
      G05: on,
    },
  },
  { id: 'S0-4', title: '小学班级微信群管理制度4', seed: 'S0-4', rules: { C37: on, C38: on } },
  {
    id: 'S0-5',
    title: '小学班级微信群管理制度5',
    seed: 'S0-5',
    rules: { C08: on, C10: on, C14: on, C24: on, T09: on },
  },
  {
    id: 'S0-6',
    title: '小学班级微信群管理制度6',
    seed: 'S0-6',
    rules: {
      M03: on,
      M08: on,
      M09: { format: 'child_relation' },
      C04: on,
      C05: on,
      C06: on,
      C08: on,
      C10: on,
      C22: on,
      C24: on,
      C25: on,
      C29: on,
    },
  },
  {
    id: 'S0-7',
    title: '小学班级微信群管理制度7',
    seed: 'S0-7',
    rules: {
      M09: { format: 'child_relation' },
      C04: on,
      C08: on,
      C13: on,
      C14: on,
      C15: on,
      C18: { own: 'forbid' },
      C19: on,
      C20: on,
      C24: on,
      C26: on,
      C29: on,
      T03: evening('21:00'),
    },
  },
  {
    id: 'S0-8',
    title: '小学班级微信群管理制度8',
    seed: 'S0-8',
    rules: { C04: on, C05: on, C07: on, C08: on, C10: on, C23: on, C26: on, T04: noonAndLate, L01: on },
  },
  {
    id: 'S0-9',
    title: '班组群管理办法9',
    seed: 'S0-9',
    rules: { M10: on, C04: on, C05: on, C27: on, C29: on, T05: { from: '23:00', to: '06:00' } },
  },
  {
    id: 'S1a',
    title: '西宁“五要五不要”',
    seed: 'S1a',
    rules: {
      C10: on,
      C12: { hosts: [] },
      C14: on,
      C16: on,
      C18: { own: 'forbid' },
      C20: on,
      C22: on,
      C28: on,
      C30: { most: 5 },
      C31: on,
      C34: on,
      P05: on,
      T06: { from: '18:00', to: '08:00' },
      T12: { perWeek: 5 },
      N02: on,
      N05: on,
    },
  },
  {
    id: 'S1b',
    title: '观堂幼儿园家园群群规',
    seed: 'S1b',
    rules: {
      M01: { seats: 2 },
      M02: on,
      M09: { format: 'child_phone' },
      M10: on,
      C03: { perMinute: 5 },
      C04: on,
      C06: on,
      C08: on,
      C09: on,
      C10: on,
      C12: { hosts: [] },
      C13: on,
      C14: on,
      C15: on,
      C17: on,
      C22: on,
      C24: on,
      C25: on,
      C29: on,
      C34: on,
      P01: { share: 0.5 },
      T09: on,
      G05: on,
    },
  },
  {
    id: 'S1c',
    title: '幸福街小学群规约定',
    seed: 'S1c',
    rules: { C03: { perMinute: 5 }, C20: on, C34: on, P02: on, T07: evening('22:00'), N03: { longest: 500 }, N05: on },
  },
  {
    id: 'S4',
    title: '班班通平台管理制度',
    seed: 'S4',
    rules: { C04: on, C05: on, C06: on, C21: on, C28: on, N12: on, G01: on, G02: on, G03: on, G04: on },
  },
]

/** Every rule set a school can start from. */
export const PRESETS: readonly Preset[] = [...OURS, ...SEEDS]

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
  return Number(settingsOf('L14', rules.L14 ?? {})['lateDays'])
}

/** How many guardians a child may have (M01). */
export function seatLimit(pact: Pact): number {
  const seats = pact.rules.M01?.seats
  return typeof seats === 'number' && seats >= 1 ? seats : SEATS_WITHOUT_RULE
}
