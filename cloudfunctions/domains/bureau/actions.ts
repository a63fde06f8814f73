// Decides the actions of the bureau and on it: seats, figures, permission numbers, notices, reports.
import { bureauRows } from '@class-pact/core/bureau/contract'
import { serve } from '../../common/call/handlers'
import { handIn, readReport } from './inspection'
import { endPermission, findPermission, issuePermission, listPermissions } from './issue-permission'
import { declineLetter, listNotices, listReceived, sendNotice } from './letters'
import { listSchools } from './list-schools'
import { readSeat } from './read-seat'
import { confirmBureau, endBureau, inviteBureau } from './seat-bureau'
import { acceptSeat, readInvitation } from './take-seat'

export const actions = serve(
  bureauRows,
  { permission: findPermission },
  {
    'bureau.invitation': readInvitation,
    'bureau.accept': acceptSeat,
    'bureau.seat': readSeat,
    'bureau.invite': inviteBureau,
    'bureau.confirm': confirmBureau,
    'bureau.end': endBureau,
    'bureau.received': listReceived,
    'bureau.decline': declineLetter,
    'bureau.report': readReport,
    'bureau.handIn': handIn,
    'bureau.schools': listSchools,
    'bureau.send': sendNotice,
    'bureau.notices': listNotices,
    'permission.issue': issuePermission,
    'permission.list': listPermissions,
    'permission.end': endPermission,
  },
)
