// Decides how somebody is forgotten: every place they have, then the rest; signed slips stay (M12, M13).
import { forgetFiles } from '../../common/files/forget-files'
import { applications } from '../join'
import { leaveSeats } from '../class'
import { leaveTeachers, vacateHeadships, vacateSupervisions } from '../class'
import { deliveries } from '../reminder'
import type { TrailEntry } from '../../common/store/documents'
import { leaves } from '../leave'
import { people } from './people'
import { reports } from '../moderation'
import { leaveOffices } from '../school'

/** Every part can be done again and changes nothing more: the call that asked for it, or the scheduler after a crash. */
export async function forgetPerson(openid: string, act: TrailEntry): Promise<void> {
  await Promise.all([leaveSeats(openid, act), leavePosts(openid, act), leaveOffices(openid, act)])
  // What the leaves name as proof goes first: afterwards nobody would find it.
  await forgetFiles(openid)
  await forgetLeaves(openid)
  await forgetApplications(openid)
  // What they told the leaders stays told, and is nobody's (M06).
  await reports.update({ 'by.openid': openid }, { $set: { 'by.openid': '' } })
  await deliveries.remove({ openid })
  await people.remove({ _id: openid })
}

/** One after the other: they may stand in one document. */
async function leavePosts(openid: string, act: TrailEntry): Promise<void> {
  await leaveTeachers(openid, act)
  await vacateSupervisions(openid, act)
  await vacateHeadships(openid, act)
}

/** Days of leave belong to the child's attendance and stay; why the child was away goes. */
async function forgetLeaves(openid: string): Promise<void> {
  await leaves.update({ 'applicant.openid': openid }, { $set: { proof: [] }, $unset: { reason: 1, check: 1 } })
}

/** An application whose acts are not in the audit trail yet stays for them alone: empty, and nobody's. */
async function forgetApplications(openid: string): Promise<void> {
  await applications.update(
    { openid, trailOpen: true },
    {
      $set: { openid: '', childName: '', guardianName: '', state: 'withdrawn' },
      $unset: { phone: 1, reason: 1, words: 1, tried: 1, duty: 1 },
    },
  )
  await applications.remove({ openid })
}
