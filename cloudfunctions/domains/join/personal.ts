// Decides what of applications is personal: all of them, the applicant's own words and what was answered (M12).
import type { Personal } from '../../common/call/personal'
import { applications } from './applications'
import { presentToApplicant } from './read-applications'

/** Applications of one copy, newest first: more than anybody hands in. */
const COPIED_MOST = 50

export const personal: Personal = {
  async copy({ openid }) {
    const applied = await applications.list({ openid }, { limit: COPIED_MOST, order: [['createdAt', 'desc']] })
    return { part: { applications: applied.map(presentToApplicant) }, shortened: applied.length === COPIED_MOST }
  },
  forget: forgetApplications,
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
  // Whose place somebody took or is to take: that one is gone.
  await applications.update({ 'before.openid': openid }, { $set: { 'before.openid': '', 'before.card': '' } })
  await applications.update({ 'offered.takesOver.openid': openid }, { $set: { 'offered.takesOver.openid': '' } })
}
