// Decides what a kind of notice cannot go without, and what only a principal may let pass (C37, H07, H18, L09, N09).
import type { Awaits, KindFields, Reason, Role } from '../wire'
import type { NoticeDraft } from './contract'
import { hasField, isPermission } from './fields'

type Shaped = Pick<NoticeDraft, 'kind' | 'audience' | 'event'> & KindFields

/** The first field that the kind needs and does not have, or has and has no place for; undefined: it fits. */
export function misfitOfKind(draft: Shaped, role: Role): string | undefined {
  const { kind, audience, event, permission } = draft
  const stray = (['fee', 'ground', 'issue', 'exception'] as const).find(
    (field) => draft[field] !== undefined && !hasField(kind, field),
  )
  if (stray) return stray
  // A bureau permits a school's appeal: its principal answers for the number (C16).
  if (permission !== undefined && (role !== 'principal' || !isPermission(permission))) return 'permission'
  switch (kind) {
    case 'fee':
      // A fee is public: no family is asked for money alone (C37).
      if (audience.to === 'child') return 'audience'
      return draft.fee ? undefined : 'fee'
    case 'praise':
      return draft.ground ? undefined : 'ground'
    case 'bulletin':
      return draft.issue === undefined ? 'issue' : undefined
    case 'activity':
    case 'outing':
      return event ? undefined : 'event.day'
    case 'dismissal':
      return event?.from ? undefined : 'event.from'
    default:
      return undefined
  }
}

/** A rule that holds a post for the principal's word says so by its way out; a principal's own waits for another leader. */
export function awaitsOf(reasons: readonly Reason[], author: Role): Awaits | undefined {
  const isKept = reasons.some(({ verdict, wayOut }) => verdict === 'hold' && wayOut.includes('principal_approval'))
  if (!isKept) return undefined
  return author === 'principal' ? 'leader' : 'principal'
}

/** Rules of which a principal's own post is only warned: it goes out, and the trail says which (N09, T12). */
const OWN_WORD: readonly string[] = ['N09', 'T12']

/** What a principal has let pass for themselves. */
export function waivedBy(author: Role, reasons: readonly Reason[]): string[] {
  if (author !== 'principal') return []
  return reasons.flatMap(({ rule, verdict }) => (verdict === 'warn' && OWN_WORD.includes(rule) ? [rule] : []))
}
