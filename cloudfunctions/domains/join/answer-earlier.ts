// Decides how an invitation is handed out, and that a call which has made one before gets the same.
import type { Invitation } from '@class-pact/core/contract'
import type { Session } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { succeed, type Refusal } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import type { InvitationDoc } from './documents'
import { invitations } from './invitations'

/** The invitation that this very call has made before. */
export async function answerEarlier(session: Session, otherwise: Refusal) {
  const [earlier] = await invitations.list({ origin: deriveId(session.openid, session.requestId) }, { limit: 1 })
  if (!earlier) return otherwise
  return findFounding(earlier, session) === 'other' ? refuseReused() : succeed(presentInvitation(earlier))
}

export function presentInvitation({ _id: token, expiresAt }: InvitationDoc): Invitation {
  return { token, path: `packages/join/invite/invite?token=${token}`, expiresAt }
}
