// Decides what of entries is personal: who filled them; what a school has written down stays its record (M12).
import type { Personal } from '../../common/call/personal'
import { entries } from './store'

export const personal: Personal = {
  /** Whoever goes finds none of them again; the card under what they wrote stays. */
  async forget(openid) {
    await entries.update({ by: openid }, { $set: { by: '' } })
  },
}
