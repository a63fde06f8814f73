// Decides what of inviting the exporter answers: pages with codes are drawn, which takes long.
import { joinPrintRows } from '@class-pact/core/join/contract'
import { serve } from '../../common/call/handlers'
import { printInvitations } from './print-invitations'

export const actions = serve(joinPrintRows, {}, { 'invitation.print': printInvitations })
