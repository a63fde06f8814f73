// Decides how a message waits for others to the same person: as a delivery that a digest will tell of (docs/adr/0025).
import type { Instant, Template } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { deliveryId, type Occasion } from './push'
import { deliveries, digests } from './store'

/** Deliveries written in one call. */
const CHUNK = 200

export interface PutOff {
  openid: string
  template: Template
  slipId: string
}

/** Who has a delivery of this occasion already keeps it: a repeat adds nothing. */
export async function putOff(occasion: Occasion, waiting: readonly PutOff[], at: Instant): Promise<void> {
  if (waiting.length === 0) return
  const digest = `${occasion.schoolId}:${at}`
  for (let start = 0; start < waiting.length; start += CHUNK) {
    await keepWaiting(occasion, waiting.slice(start, start + CHUNK), digest)
  }
  await awaken(digest, occasion.schoolId, at)
}

async function keepWaiting(occasion: Occasion, chunk: readonly PutOff[], digest: string): Promise<void> {
  const ids = chunk.map(({ openid }) => deliveryId(occasion, openid))
  const known = await deliveries.list<{ _id: string }>({ _id: { $in: ids } }, { limit: CHUNK, fields: { _id: 1 } })
  const fresh = chunk.filter(({ openid }) => !known.some(({ _id }) => _id === deliveryId(occasion, openid)))
  if (fresh.length === 0) return
  const started = await deliveries.insert(
    fresh.map(({ openid, template, slipId }) => ({
      _id: deliveryId(occasion, openid),
      schoolId: occasion.schoolId,
      about: occasion.about,
      ...{ openid, template, slipId, digest },
      state: 'waiting',
      at: readClock(),
    })),
  )
  // Somebody else has written one of them: what is theirs is known at the next look.
  if (!started) await keepWaiting(occasion, fresh, digest)
}

/** A digest that is told already begins anew; one that is being told finds its duty changed, and looks once more. */
async function awaken(_id: string, schoolId: string, at: Instant): Promise<void> {
  const duty = { kind: 'tell', at, lease: 0, tries: 0 } as const
  for (;;) {
    if (await digests.insert({ _id, schoolId, duty })) return
    if (await digests.update({ _id, 'duty.at': { $gt: 0 } }, { $inc: { 'duty.at': 1 } })) return
    if (await digests.update({ _id, duty: { $exists: false } }, { $set: { duty } })) return
  }
}
