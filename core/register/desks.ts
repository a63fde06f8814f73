// Decides at which desks of the registers somebody sits, what they fill there and what they read.
import { OFFICES, type Office, type Role } from '../wire'
import type { RegisterDesk, SubjectKind } from './contract'
import type { Register } from './types'

/** A principal who keeps the office as well acts as the principal: the office's parts wait for nobody else then. */
const DESKS: Partial<Record<Role, readonly RegisterDesk[]>> = {
  guardian: ['guardian'],
  head_teacher: ['head_teacher'],
  teacher: ['teacher'],
  office: ['office'],
  principal: ['principal', 'office'],
}
const LEADING: readonly RegisterDesk[] = ['principal', 'office']
/** They sit at their desk for themselves, or for their own child: what others write is not theirs to read. */
const FOR_THEMSELVES: readonly RegisterDesk[] = ['teacher', 'guardian']
/** What is about colleagues or the school is of no class: whoever leads a class is one of the teachers there (D08). */
const OF_NO_CLASS: readonly SubjectKind[] = ['teacher', 'school']
const OFFICERS: readonly RegisterDesk[] = OFFICES

/** The desks of one identity, in the place it belongs to; a supervisor and a stand-in have none. */
export function desksOf({ role, office }: { role: Role; office?: Office }): readonly RegisterDesk[] {
  return role === 'officer' ? (office ? [office] : []) : (DESKS[role] ?? [])
}

/** Whether whoever sits at a desk does this part. */
export function mayFill({ parts }: Register, partId: string, desk: RegisterDesk): boolean {
  return parts.some(({ id, by }) => id === partId && by.includes(desk))
}

/**
 * What somebody at a desk reads of a register: all of it in the place that the desk is of, their own entries (a guardian: those
 * about their own child), or none. Leaders read all; what is private no officer reads who does no part of it (D13 D16 D17).
 */
export function mayRead(register: Register, desk: RegisterDesk): 'all' | 'own' | false {
  const { about, parts, reads = [], isPrivate } = register
  const fills = parts.some(({ by }) => by.includes(desk))
  if (LEADING.includes(desk)) return 'all'
  if (isPrivate && !fills && OFFICERS.includes(desk)) return false
  if (reads.includes(desk)) return 'all'
  if (!fills) return false
  const isForSelf = FOR_THEMSELVES.includes(desk) || (desk === 'head_teacher' && OF_NO_CLASS.includes(about))
  return isForSelf ? 'own' : 'all'
}
