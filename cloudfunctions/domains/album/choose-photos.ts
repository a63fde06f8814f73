// Decides how a family says that their child is in no photo: one change of the child, which every album reads (P02).
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { children } from '../class'

/** It holds at once, for what is there and what comes; the latest word of either guardian counts. */
export const choosePhotos: Handler<'photo.choose'> = async ({ childId, shown }, session) => {
  const { openid, identity } = session
  const wish = shown ? { $unset: { noPhotos: '' } } : { $set: { noPhotos: true } }
  const changed = await children.update(
    { _id: childId, 'guardians.openid': openid, ...unlessDone(session) },
    withTrail(wish, noteAct(session, identity.role, 'photo.choose', { childId, shown })),
  )
  if (changed) return succeed({})
  const been = await lookBack(children, childId, session)
  if (been === 'repeat') return succeed({})
  return been === 'other' ? refuseReused() : refuse('FORBIDDEN')
}

export const readChoice: Handler<'photo.choice'> = async ({ childId }) => {
  const child = await children.find<{ noPhotos?: true }>(childId, { noPhotos: 1 })
  return succeed({ shown: !child?.noPhotos })
}
