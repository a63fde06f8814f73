// Decides what of leaves is personal: a copy of what somebody asked for; when they go, why the child was away goes too.
import type { PersonCopy } from '@class-pact/core/contract'
import { deleteFiles } from '../../common/files/delete-files'
import type { Personal } from '../../common/call/personal'
import { everyChild } from '../../common/call/session'
import type { LeaveDoc } from './documents'
import { leaves } from './store'

/** Leaves of one copy, newest first: more than a family asks for in years. */
const COPIED_MOST = 100
const AT_ONCE = 50

export const personal: Personal = {
  async copy({ openid, person }) {
    const children = person ? everyChild(person).map(({ childId }) => childId) : []
    if (children.length === 0) return { part: { leaves: [] } }
    const asked = await leaves.list(
      { childId: { $in: children }, 'applicant.openid': openid },
      { limit: COPIED_MOST, order: [['submittedAt', 'desc']] },
    )
    return { part: { leaves: asked.map(presentLeave) }, shortened: asked.length === COPIED_MOST }
  },
  async forget(openid) {
    await forgetProof(openid)
    await leaves.update({ 'applicant.openid': openid }, { $set: { proof: [] }, $unset: { reason: 1, check: 1 } })
  },
}

function presentLeave(leave: LeaveDoc): PersonCopy['leaves'][number] {
  const { _id: leaveId, className, childName, kind, span, reason, state, submittedAt } = leave
  return { leaveId, className, childName, kind, span, reason, state, submittedAt }
}

/** The files go first and are named until they are gone: a broken call is finished by the next. */
async function forgetProof(openid: string): Promise<void> {
  for (;;) {
    const proved = await leaves.list<Pick<LeaveDoc, '_id' | 'proof'>>(
      { 'applicant.openid': openid, 'proof.0': { $exists: true } },
      { limit: AT_ONCE, fields: { proof: 1 } },
    )
    if (proved.length === 0) return
    await deleteFiles(proved.flatMap(({ proof }) => proof))
    await leaves.update({ _id: { $in: proved.map(({ _id }) => _id) } }, { $set: { proof: [], files: [] } })
  }
}
