// Decides what of the bureau is personal: who sits there; whoever goes sits nowhere any more (M12).
import type { Personal } from '../../common/call/personal'
import { withTrail } from '../../common/store/trail'
import { EMPTY } from './seat-bureau'
import { seats } from './store'

/** Who somebody is stands in their session, and is copied with it. */
export const personal: Personal = {
  async forget(openid, act) {
    const gone = withTrail({ $set: { state: 'ended' }, $unset: EMPTY }, { ...act, action: 'bureau.end' })
    await seats.update({ openid }, gone)
  },
}
