// Decides that a missing child's family is told at once, at any hour, each guardian once (W3, screens.md 5).
import type { Instant } from '@class-pact/core/contract'
import { isOpen, type KeptContact } from '@class-pact/core/roll'
import { arrivalMessage } from '../../common/wechat/messages'
import { BOUNDS } from '../../common/store/bounds'
import { children, type ChildDoc } from '../class'
import { people } from '../person'
import { deliveries, pushAll } from '../reminder'
import type { RollDoc } from './documents'

/** Guardians of one child, each with one message. */
const OF_CHILD = 20

/**
 * Tells whoever can be told. Pushed is not reached: when nobody of a family could be, the search does not say so, and a guardian
 * who allows messages later is told then.
 * @returns by child when the first message went out
 */
export async function tellFamilies(
  { _id, schoolId }: Pick<RollDoc, '_id' | 'schoolId'>,
  contacts: Readonly<Record<string, KeptContact>>,
  until: Instant,
): Promise<Record<string, { toldAt: Instant }>> {
  const untold = Object.entries(contacts).filter(([, contact]) => isOpen(contact) && contact.toldAt === undefined)
  if (untold.length === 0) return {}
  const families = await children.list<Pick<ChildDoc, '_id' | 'guardians'>>(
    { _id: { $in: untold.map(([childId]) => childId) } },
    { limit: BOUNDS.childrenOfClass, fields: { guardians: 1 } },
  )
  const openids = families.flatMap(({ guardians }) => guardians.map(({ openid }) => openid))
  const credited =
    openids.length === 0
      ? []
      : await people.list<{ _id: string }>(
          { _id: { $in: openids }, 'credits.arrival': { $gt: 0 } },
          { limit: BOUNDS.childrenOfClass, fields: { _id: 1 } },
        )
  const mayBeTold = new Set(credited.map((person) => person._id))
  const told: Record<string, { toldAt: Instant }> = {}
  for (const [childId, { since }] of untold) {
    const about = `${_id}:${childId}:${since}`
    const guardians = families.find((family) => family._id === childId)?.guardians ?? []
    const message = arrivalMessage({ since })
    const recipients = guardians.flatMap(({ openid }) => (mayBeTold.has(openid) ? [{ openid, message }] : []))
    if (recipients.length > 0 && !(await pushAll({ schoolId, about }, recipients, until))) break
    // What an earlier run has sent, and did not live to note, is noted now.
    const sent = await deliveries.list<{ at: Instant }>(
      { about, state: 'sent' },
      { limit: OF_CHILD, fields: { at: 1 } },
    )
    if (sent.length > 0) told[childId] = { toldAt: Math.min(...sent.map(({ at }) => at)) }
  }
  return told
}
