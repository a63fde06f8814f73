// Decides how what has waited for one moment is told: one message a person, none twice, none forgotten (docs/adr/0025).
import { entryState, wantsReply } from '@class-pact/core/notice'
import type { Instant, Template } from '@class-pact/core/contract'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import { gatheredMessage, leadersMessage, noticeMessage, type Message } from '../../common/wechat/messages'
import { notices, readAudience } from '../notice'
import { notePushed, slips, type SlipDoc } from '../slip'
import type { DeliveryDoc, DigestDoc } from './documents'
import { pushAll, type Recipient } from './push'
import { deliveries } from './store'

/** Deliveries looked at together: some hundred people with a few notices each. */
const PAGE = 500
/** While others of the same opening are on their way the digest waits for them, looking again after this long. */
const LOOK_MS = 1_000

type Waiting = Pick<DeliveryDoc, '_id' | 'openid' | 'template' | 'slipId'>
type ToldSlip = Omit<SlipDoc, 'trail' | 'audited' | 'trailOpen' | 'search'>
type Families = ReadonlyMap<string, readonly string[]>

export async function tellDigest({ _id, schoolId }: DigestDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const now = readClock()
  const onTheirWay = { schoolId, 'duty.at': { $lte: now }, 'duty.kind': { $in: ['release', 'deliver'] } }
  if ((await notices.count(onTheirWay)) > 0) return { next: { kind: duty.kind, at: now + LOOK_MS } }
  for (;;) {
    const waiting = await readWaiting(_id)
    if (waiting.length === 0) break
    if (readClock() >= until || !(await tellPeople({ _id, schoolId }, waiting, until))) {
      return { next: { kind: duty.kind, at: readClock() } }
    }
  }
  await noteDigest(_id, schoolId)
  return 'done'
}

/** Whole people only: whoever may have more deliveries on the next page is left for it. */
async function readWaiting(digest: string): Promise<Waiting[]> {
  const page = await deliveries.list<Waiting>(
    { digest, state: 'waiting' },
    {
      limit: PAGE,
      order: [
        ['openid', 'asc'],
        ['_id', 'asc'],
      ],
      fields: { openid: 1, template: 1, slipId: 1 },
    },
  )
  const last = page[page.length - 1]?.openid
  const whole = page.length < PAGE ? page : page.filter(({ openid }) => openid !== last)
  return whole.length > 0 ? whole : page
}

async function tellPeople({ _id, schoolId }: DigestDoc, waiting: Waiting[], until: Instant): Promise<boolean> {
  const { found, families } = await readFacts(schoolId, waiting)
  const people = new Map<string, Waiting[]>()
  for (const each of waiting) {
    const key = `${each.template} ${each.openid}`
    people.set(key, [...(people.get(key) ?? []), each])
  }
  const told: Record<'notice' | 'todo', Recipient[]> = { notice: [], todo: [] }
  const dropped: string[] = []
  for (const theirs of people.values()) {
    const [first] = theirs
    if (!first) continue
    const about = theirs.flatMap(({ slipId, openid, template }) => {
      const slip = found.get(slipId ?? '')
      return slip && stillWaits(slip, openid, template, families) ? [slip] : []
    })
    const message = compose(first.template, about)
    const holds = theirs.map((each) => each._id)
    if (!message) dropped.push(...holds)
    else
      told[message.template === 'todo' ? 'todo' : 'notice'].push({
        openid: first.openid,
        message,
        gathered: { id: `${first._id}:told`, holds },
      })
  }
  if (dropped.length > 0) {
    await deliveries.update(
      { _id: { $in: dropped }, state: 'waiting' },
      { $set: { state: 'dropped', at: readClock() } },
    )
  }
  for (const recipients of Object.values(told)) {
    const isOver = !(await pushAll({ schoolId, about: _id }, recipients, until))
    await settle(recipients)
    if (isOver) return false
  }
  return true
}

/** The slips, and whose child has a line on them. */
async function readFacts(
  schoolId: string,
  waiting: Waiting[],
): Promise<{ found: Map<string, ToldSlip>; families: Families }> {
  const ids = [...new Set(waiting.flatMap(({ slipId }) => slipId ?? []))]
  const read = await slips.list<ToldSlip>({ _id: { $in: ids } }, { limit: ids.length, fields: { trail: 0, search: 0 } })
  return { found: new Map(read.map((slip) => [slip._id, slip])), families: await readFamilies(schoolId, read) }
}

async function readFamilies(schoolId: string, read: readonly ToldSlip[]): Promise<Families> {
  const classIds = [...new Set(read.map(({ classId }) => classId))]
  const audience = classIds.length > 0 ? await readAudience({ schoolId, classIds }, readClock()) : undefined
  return audience?.families ?? new Map()
}

/** Not what was withdrawn meanwhile, or what this family has answered already. */
function stillWaits(slip: ToldSlip, openid: string, template: Template, families: Families): boolean {
  if (slip.state !== 'running') return false
  if (template === 'todo') return true
  const lines = Object.entries(slip.entries).filter(([childId]) => families.get(childId)?.includes(openid))
  const isAnswered = wantsReply(slip.replyMode)
    ? lines.every(([, entry]) => entryState(entry) === 'signed')
    : lines.every(([, entry]) => entryState(entry) === 'read')
  // A family that the class no longer has is not told.
  return lines.length > 0 && !isAnswered
}

/** One notice reads as always; several are counted (screens.md 5). */
function compose(template: Template, about: ToldSlip[]): Message | undefined {
  const [first, ...others] = about
  if (!first) return undefined
  if (template === 'todo') return leadersMessage(about, first.publishedAt)
  if (others.length === 0) return noticeMessage(first)
  const asked = about.filter(({ replyMode }) => wantsReply(replyMode))
  const dues = asked.flatMap(({ deadline }) => deadline ?? [])
  return gatheredMessage({
    count: about.length,
    sign: about.filter(({ replyMode }) => replyMode === 'sign').length,
    confirm: about.filter(({ replyMode }) => replyMode === 'confirm').length,
    classNames: about.map(({ className }) => className),
    senders: about.map(({ sender }) => sender),
    ...(dues.length > 0 && { due: Math.min(...dues) }),
    at: readClock(),
  })
}

/** What became of the gathered message became of everything it tells of: by what it holds, whatever has come since. */
async function settle(recipients: Recipient[]): Promise<void> {
  const ids = recipients.flatMap(({ gathered }) => gathered?.id ?? [])
  for (let start = 0; start < ids.length; start += PAGE) {
    const sent = await deliveries.list<DeliveryDoc>(
      { _id: { $in: ids.slice(start, start + PAGE) } },
      { limit: PAGE, fields: { state: 1, holds: 1 } },
    )
    for (const state of ['sent', 'no_credit', 'failed', 'sending'] as const) {
      const held = sent.filter((each) => each.state === state).flatMap(({ holds = [] }) => holds)
      if (held.length === 0) continue
      await deliveries.update({ _id: { $in: held }, state: 'waiting' }, { $set: { state, at: readClock() } })
    }
  }
}

/** The boards learn whom it reached; done again after a crash, it changes nothing. */
async function noteDigest(digest: string, schoolId: string): Promise<void> {
  const about = new Set<string>()
  for (let skip = 0; ; skip += PAGE) {
    const page = await deliveries.list<{ slipId?: string }>(
      { digest, state: 'sent', template: 'notice' },
      { limit: PAGE, skip, order: [['_id', 'asc']], fields: { slipId: 1 } },
    )
    for (const { slipId } of page) if (slipId) about.add(slipId)
    if (page.length < PAGE) break
  }
  if (about.size === 0) return
  // A family may have been told of the first of its children's slips: the notice's other slips count it too.
  const noticeIds = [...about].map((slipId) => slipId.slice(0, slipId.indexOf('.')))
  for (const noticeId of new Set(noticeIds)) {
    const read = await slips.list<ToldSlip>(
      { noticeId, state: 'running' },
      { limit: PAGE, fields: { trail: 0, search: 0 } },
    )
    await notePushed(noticeId, read, await readFamilies(schoolId, read))
  }
}
