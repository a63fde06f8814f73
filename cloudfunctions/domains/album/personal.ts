// Decides what of albums is personal: who put one together; the photos are the class's, and a wish is the child's.
import type { Personal } from '../../common/call/personal'
import { albums } from './store'

export const personal: Personal = {
  /** The card under it stays; nobody comes back to it as its author. */
  async forget(openid) {
    await albums.update({ 'by.openid': openid }, { $set: { 'by.openid': '' } })
  },
}
