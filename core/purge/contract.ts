// Decides what leaders may ask about the purge of a finished school year: what will go and when, and what has gone.
import * as z from 'zod/mini'
import { answer, id, LEADERS, type Instant, type Rows } from '../wire'

/** What goes together, as leaders and families read of it. */
export const PURGE_KINDS = [
  ...(['notices', 'slips', 'leaves', 'rolls', 'talks', 'albums', 'joining', 'messages'] as const),
  ...(['registers', 'incidents', 'cases', 'graduates'] as const),
] as const
export type PurgeKind = (typeof PURGE_KINDS)[number]

export const purgeRead = z.object({ schoolId: id })

export interface PurgeLine {
  kind: PurgeKind
  /** Documents; never whose. */
  count: number
}

export interface PurgeAhead {
  /** The year in which the school year begins whose documents go, with all that is older. */
  year: number
  at: Instant
  lines: PurgeLine[]
}

export interface PurgeDone {
  year: number
  /** `at` has come and it goes on; afterwards when it ended. */
  state: 'running' | 'done'
  at: Instant
  lines: PurgeLine[]
  files: number
}

export interface Purge {
  schoolId: string
  /** Of every kind the next night it goes, the first first. */
  ahead: PurgeAhead[]
  /** The latest first. */
  done: PurgeDone[]
}

export const purgeRows = {
  'purge.read': { input: purgeRead, output: answer<Purge>(), roles: LEADERS, scope: 'place', looks: true },
} as const satisfies Rows
