// Decides what is asked of invitations and changed in them.
import { openCollection } from './collection'
import type { InvitationDoc } from './documents'

export const invitations = openCollection<InvitationDoc>('invitations')
