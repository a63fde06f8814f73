// Decides the actions at the door of a class: inviting, joining, applying.
import { joinRows } from '@class-pact/core/join/contract'
import { serve } from '../../common/call/handlers'
import { findListed } from '../../common/call/scope'
import { createInvitation, findInviting } from './create-invitation'
import { decideApplication, findApplication } from './decide-application'
import { inviteHeads, listHeads } from './invite-heads'
import { joinGuardian } from './join-guardian'
import { joinStaff } from './join-staff'
import { listApplications, readApplication } from './read-applications'
import { readInvitation } from './read-invitation'
import { requestSeat } from './request-seat'
import { withdrawApplication } from './withdraw-application'

export const actions = serve(
  joinRows,
  { inviting: findInviting, application: findApplication, listed: findListed },
  {
    'invitation.create': createInvitation,
    'invitation.read': readInvitation,
    'join.guardian': joinGuardian,
    'join.staff': joinStaff,
    'seat.request': requestSeat,
    'application.read': readApplication,
    'application.withdraw': withdrawApplication,
    'application.list': listApplications,
    'application.decide': decideApplication,
    'head.list': listHeads,
    'head.invite': inviteHeads,
  },
)
