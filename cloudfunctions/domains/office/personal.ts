// Decides what of offices is personal: who held them; whoever goes holds none any more (M13, M17).
import type { Personal } from '../../common/call/personal'
import type { OfficeDoc } from './documents'
import { offices } from './offices'

/** Offices of one person, those that have ended too: more than anybody has. */
const OFFICES_MOST = 200

/** Who somebody is stands in their session, and is copied with it. What the audit does not have yet stays, nobody's. */
export const personal: Personal = {
  async forget(openid) {
    const held = await offices.list<Pick<OfficeDoc, '_id'>>({ openid }, { limit: OFFICES_MOST, fields: { _id: 1 } })
    for (const { _id } of held) {
      const blank = { openid: '', name: '', state: 'ended', slot: `ended:${_id}` }
      await offices.update({ _id, openid, trailOpen: true }, { $set: blank })
    }
    await offices.remove({ openid })
  },
}
