// Decides what of classes is personal: every seat and post of somebody who goes is free again (M12, M13).
import type { Personal } from '../../common/call/personal'
import { leaveSeats } from './children'
import { endStandIns, forgetPredecessor, leaveTeachers, vacateHeadships, vacateSupervisions } from './classes'

/** Who somebody is stands in their session, and is copied with it. */
export const personal: Personal = {
  holdsSeats: true,
  async forget(openid, act) {
    await leaveSeats(openid, act)
    // One after the other: they may stand in one document.
    await leaveTeachers(openid, act)
    await vacateSupervisions(openid, act)
    await vacateHeadships(openid, act)
    await endStandIns(openid, act)
    await forgetPredecessor(openid, act)
  },
}
