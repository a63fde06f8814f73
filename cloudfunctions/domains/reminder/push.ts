// Decides how WeChat messages go out: one a person, only with a credit, never twice (screens.md 5).
import type { Instant, Template } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { deliveries } from './store'
import type { DeliveryDoc } from './documents'
import { people } from '../person'
import { sendMessage, type Message } from '../../common/wechat/messages'

/** People served between two looks at the clock. */
const CHUNK = 50
/** Messages on their way at once. */
const CONCURRENT = 10

export interface Recipient {
  openid: string
  message: Message
  /** A gathered message: its own id, and the deliveries it tells of. */
  gathered?: { id: string; holds: string[] }
}

export interface Occasion {
  schoolId: string
  /** The notice or the leave. */
  about: string
  /** A reminder is a message of its own, and so is another version. */
  suffix?: string
}

type Outcome = Extract<DeliveryDoc['state'], 'sent' | 'no_credit' | 'failed'>

/** One delivery a person and occasion. */
export const deliveryId = ({ about, suffix }: Occasion, openid: string): string =>
  [about, openid, suffix].filter(Boolean).join(':')

/** Sends to everybody who has not been sent to on this occasion. False: the time is over, the rest is for the next run. */
export async function pushAll(occasion: Occasion, recipients: Recipient[], until: Instant): Promise<boolean> {
  for (let start = 0; start < recipients.length; start += CHUNK) {
    if (readClock() >= until) return false
    await pushChunk(occasion, recipients.slice(start, start + CHUNK))
  }
  return true
}

async function pushChunk(occasion: Occasion, chunk: Recipient[]): Promise<void> {
  const idOf = ({ openid, gathered }: Recipient) => gathered?.id ?? deliveryId(occasion, openid)
  const ids = chunk.map(idOf)
  const known = new Set(
    (await deliveries.list<{ _id: string }>({ _id: { $in: ids } }, { limit: CHUNK, fields: { _id: 1 } })).map(
      ({ _id }) => _id,
    ),
  )
  const fresh = chunk.filter((each) => !known.has(idOf(each)))
  const [first] = fresh
  if (!first) return
  const { template } = first.message
  const started = await deliveries.insert(
    fresh.map((each) => ({
      _id: idOf(each),
      schoolId: occasion.schoolId,
      about: occasion.about,
      openid: each.openid,
      template: each.message.template,
      state: 'sending',
      at: readClock(),
      ...(each.gathered && { holds: each.gathered.holds }),
    })),
  )
  // Somebody else has started one of them: what is theirs is known at the next look.
  if (!started) return pushChunk(occasion, chunk)
  await spendCredits(fresh, template)
  const outcomes = await sendEach(fresh)
  await Promise.all(
    (['sent', 'no_credit', 'failed'] as const).map((outcome) =>
      settle(
        fresh.filter((_, index) => outcomes[index] === outcome),
        outcome,
        template,
        idOf,
      ),
    ),
  )
}

/** The ledger is debited before WeChat is asked: a crash in between costs a credit, never a second message. */
async function spendCredits(recipients: Recipient[], template: Template): Promise<void> {
  const credit = `credits.${template}`
  await people.update(
    { _id: { $in: recipients.map(({ openid }) => openid) }, [credit]: { $gt: 0 } },
    { $inc: { [credit]: -1 } },
  )
}

async function sendEach(recipients: Recipient[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let start = 0; start < recipients.length; start += CONCURRENT) {
    const some = recipients.slice(start, start + CONCURRENT)
    outcomes.push(...(await Promise.all(some.map(({ openid, message }) => sendMessage(openid, message)))))
  }
  return outcomes
}

/** Writes down what WeChat said: no credit means the ledger was wrong, a failure gives the credit back. */
async function settle(
  recipients: Recipient[],
  outcome: Outcome,
  template: Template,
  idOf: (recipient: Recipient) => string,
): Promise<void> {
  if (recipients.length === 0) return
  await deliveries.update({ _id: { $in: recipients.map(idOf) } }, { $set: { state: outcome, at: readClock() } })
  const openids = recipients.map(({ openid }) => openid)
  const credit = `credits.${template}`
  if (outcome === 'no_credit') await people.update({ _id: { $in: openids } }, { $set: { [credit]: 0 } })
  if (outcome === 'failed') await people.update({ _id: { $in: openids } }, { $inc: { [credit]: 1 } })
}
