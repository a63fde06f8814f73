// Decides what of toys is personal: all that somebody kept.
import type { Personal } from '../../../../../cloudfunctions/common/call/personal'
import { toys } from './store'

export const personal: Personal = {
  async copy({ openid }) {
    const kept = await toys.list({ by: openid }, { limit: 10 })
    return { part: { toys: kept.map(({ says }) => says) } }
  },
  async forget(openid) {
    await toys.remove({ by: openid })
  },
}
