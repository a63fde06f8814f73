// Decides what of incidents is personal: who noted it; what happened to a child stays with the class's records (M12).
import type { Personal } from '../../common/call/personal'
import { forgetReached } from '../../common/store/reached'
import { incidents } from './store'

export const personal: Personal = {
  /** Whoever goes finds none of them again; the card under what they wrote stays. */
  async forget(openid) {
    await incidents.update({ noters: openid }, { $pull: { noters: openid } })
    const { where, change } = forgetReached(openid)
    await incidents.update(where, change)
  },
}
