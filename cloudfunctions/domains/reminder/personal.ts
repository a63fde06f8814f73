// Decides what of reminders is personal: which were sent to somebody.
import type { Personal } from '../../common/call/personal'
import { deliveries } from './store'

/** Deliveries of one copy, newest first: more than a family gets in years. */
const COPIED_MOST = 500

export const personal: Personal = {
  async copy({ openid, person }) {
    const sent = await deliveries.list({ openid }, { limit: COPIED_MOST, order: [['at', 'desc']] })
    return {
      part: {
        credits: person?.credits ?? {},
        deliveries: sent.map(({ about, template, state, at }) => ({ about, template, state, at })),
      },
      shortened: sent.length === COPIED_MOST,
    }
  },
  async forget(openid) {
    await deliveries.remove({ openid })
  },
}
