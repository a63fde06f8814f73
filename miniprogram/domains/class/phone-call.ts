// Decides whom a teacher can call about a child: the roster's numbers, read only for the call that follows (M16, C28).
import { call, type PhoneReply } from '../../services/cloud'

export interface Phone {
  /** 李雷妈妈 */
  card: string
  phone: string
  /** 138 **** 1234: enough to tell two numbers apart. */
  masked: string
}

/** The family's numbers, in the roster's order; every reading is logged by the cloud. */
export async function askFamily(childId: string, childName: string): Promise<PhoneReply<Phone[]>> {
  const reply = await call('child.phones', { childId })
  if (!reply.ok) return reply
  return { ok: true, data: presentPhones(reply.data.phones, childName) }
}

/** Each number with whose it is. */
export function presentPhones(phones: readonly { relation: string; phone: string }[], childName: string): Phone[] {
  return phones.map(({ relation, phone }) => ({
    card: relation.startsWith(childName) ? relation : childName + relation,
    phone,
    masked: `${phone.slice(0, 3)} **** ${phone.slice(-4)}`,
  }))
}
