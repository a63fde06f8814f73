// Decides what of such examples is personal: what somebody wrote; it goes with them (M12).
import type { Personal } from '../../common/call/personal'
import { misjudgements } from './store'

/** In one copy, newest first: more than anybody tells in a school year. */
const COPIED_MOST = 100

export const personal: Personal = {
  async copy({ openid }) {
    const told = await misjudgements.list({ openid }, { limit: COPIED_MOST, order: [['at', 'desc']] })
    return {
      part: { misjudged: told.map(({ rule, text, at }) => ({ rule, text, at })) },
      shortened: told.length === COPIED_MOST,
    }
  },
  /** The consent goes with the person, and the example with the consent. */
  async forget(openid) {
    await misjudgements.remove({ openid })
  },
}
