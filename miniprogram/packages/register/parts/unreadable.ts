// Decides what a page says that cannot be opened now: its time has not come, or another register comes first.
import type { PhoneErrorCode, PhoneReply } from '../../../services/cloud'
import { presentError, type RefusalCard } from '../../../services/sentences'

const SAID: readonly PhoneErrorCode[] = ['REGISTER_SLOT', 'REGISTER_FIRST', 'ENTRY_STATE']

/** The card instead of the page; nothing where the page speaks for itself. */
export function sayUnreadable(reply: PhoneReply<unknown>): RefusalCard | undefined {
  return !reply.ok && SAID.includes(reply.error.code)
    ? presentError(reply.error, { now: Date.now(), isStaff: true })
    : undefined
}
