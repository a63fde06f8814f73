// Decides what a phone may ask and learn about one child: its name, its class, and whether it is here (M19, L12).
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  LEAVING_CAUSES,
  RELATIONS,
  day,
  id,
  name,
  phone,
  type Day,
  type Done,
  type Instant,
  type LeavingCause,
  type Relation,
  type Rows,
} from '../wire'

/** 学号 or 座号 as rosters have them; '' where the class has none. */
const number = z.string().check(z.regex(/^[0-9A-Za-z-]{0,20}$/))

export const childRead = z.object({ childId: id })

/** What is known of a child, and what hangs on it before something is decided. */
export interface ChildPage {
  childId: string
  classId: string
  className: string
  no: string
  name: string
  /** What tells the child from a namesake: 大, B. */
  mark?: string
  /** 小名 */
  nickname?: string
  seats: number
  guardians: { card: string; relation: Relation; since: Instant }[]
  /** It is not here from that day on; the day may still come. */
  away?: { cause: LeavingCause; from: Day }
  /** Recorded by the head teacher; a leader confirms it. */
  leaving?: { cause: LeavingCause; from: Day; by: string; at: Instant }
  /** An imported roster did not have the child, and nobody has said yet what became of it. */
  missedSince?: Instant
  /** Lines on running notices, and leaves, that end when the child goes. */
  openLines: number
  openLeaves: number
  /** The school's other classes. */
  classes: { classId: string; className: string }[]
  today: Day
}

/** A child that comes; one that was here before is the same child. */
export const childAdd = z.object({
  classId: id,
  name,
  no: number,
  nickname: z.optional(name),
  /** Whom the school calls. */
  contact: z.optional(z.object({ relation: z.enum(RELATIONS), name: z.optional(name), phone })),
})

export interface ChildAdded {
  childId: string
  /** It was here before: its papers and its family are as they were. */
  again: boolean
}

export const childRename = z.object({ childId: id, name, no: number, nickname: z.optional(name) })

export const childMove = z.object({ childId: id, toClassId: id })

export const childLeave = z.object({ childId: id, cause: z.enum(LEAVING_CAUSES), from: day })

/** A leader's word on what the head teacher has recorded. */
export const childConfirm = z.object({ childId: id, confirm: z.boolean() })

/** 还在这里: back from wherever it was, or never gone. */
export const childReturn = z.object({ childId: id })

const ROLES = [...LEADERS, 'head_teacher'] as const
const scope = { find: 'child' } as const
/** A class is gone through in one sitting. */
const rate = { burst: 100, every: 10_000 }

export const childRows = {
  'child.read': { input: childRead, output: answer<ChildPage>(), roles: ROLES, scope, looks: true },
  'child.add': { input: childAdd, output: answer<ChildAdded>(), roles: ROLES, scope: { find: 'class' }, rate },
  'child.rename': { input: childRename, output: answer<Done>(), roles: ROLES, scope, rate },
  'child.move': { input: childMove, output: answer<Done>(), roles: ROLES, scope, rate },
  'child.leave': { input: childLeave, output: answer<Done>(), roles: ROLES, scope, rate },
  'child.confirm': { input: childConfirm, output: answer<Done>(), roles: LEADERS, scope, rate },
  'child.return': { input: childReturn, output: answer<Done>(), roles: ROLES, scope, rate },
} as const satisfies Rows
