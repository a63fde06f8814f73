// Decides what of reception days is personal: who had the talk is counted no more; the day stays with the class (M12).
import type { Personal } from '../../common/call/personal'
import { forgetReached } from '../../common/store/reached'
import { receptions } from './store'

export const personal: Personal = {
  async forget(openid) {
    const { where, change } = forgetReached(openid)
    await receptions.update(where, change)
  },
}
