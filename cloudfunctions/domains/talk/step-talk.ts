// Decides how the clock brings a talk on: photos are settled, steps upward noted, and who is concerned is told.
import type { Instant } from '@class-pact/core/contract'
import { MEDIA_WAIT_MS } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import { finishing, type StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Change } from '../../common/store/collection'
import type { Duty } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { mediaReason } from '../../common/wechat/check-reasons'
import { bringOn, settle } from './bring-on'
import type { LetterDoc, TalkDoc } from './documents'
import type { TalkFacts } from './facts'
import { readTalk, type FoundTalk } from './find-talk'
import { talks } from './store'
import { tellTalk } from './tell-talk'

/** Another act came in between: it has set a duty of its own, and the next run takes that. */
const AGAIN_MS = 1_000

export async function stepTalk({ _id }: TalkDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const now = readClock()
  const again: StepDone = { next: { kind: duty.kind, at: now + AGAIN_MS } }
  const found = await readTalk(_id, now)
  if (!found) return 'done'
  const noted = await noteTime(found, duty, now)
  const told = noted && (await tellTalk(noted, found.facts, now, until))
  if (!told) return again
  if (Object.keys(told.gone).length > 0) {
    const change = { $unset: told.gone, $set: { changes: noted.changes + 1 } }
    if (!(await talks.update({ _id, changes: noted.changes }, change))) return again
  }
  const after = settle(told.talk, found.facts)
  return after.duty ? { next: { kind: after.duty.kind, at: after.duty.at } } : 'done'
}

/** What time has done to photos and desks, written down; undefined: another act came in between. */
async function noteTime({ talk, facts }: FoundTalk, duty: Duty, now: Instant): Promise<TalkDoc | undefined> {
  const amend = talk.letters.flatMap((letter, place) => {
    const fields = settlePhotos(letter, facts, now)
    return fields ? [{ place, fields }] : []
  })
  const { next, change } = bringOn(talk, facts, { amend }, now)
  const isRisen = next.events.length > talk.events.length
  if (amend.length === 0 && !isRisen) return talk
  const noted = withoutDuty(change)
  const changed = await talks.update(
    { _id: talk._id, changes: talk.changes },
    isRisen ? withTrail(noted, finishing(duty, 'talk.rise')) : noted,
  )
  return changed ? next : undefined
}

/** Whoever runs a duty writes the next one last: until then this one is taken. */
function withoutDuty({ $set = {}, $unset = {}, ...others }: Change): Change {
  const { duty: _, ...set } = $set
  const { duty: __, ...unset } = $unset
  return { ...others, $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) }
}

/** All photos let pass: it goes on its way now. One doubted, or none answered in half an hour: a person looks (C04). */
function settlePhotos(letter: LetterDoc, { pact, school }: TalkFacts, now: Instant): Partial<LetterDoc> | undefined {
  const { state, media, at, by, reasons } = letter
  if (state !== 'checking') return undefined
  if (media.every(({ suggest }) => suggest === 'pass')) {
    const arrivesAt = nextOpening(now, by.role, pact, school.calendar, 'private')
    return { state: 'sent', sentAt: now, arrivesAt, toTell: true }
  }
  const isOver = now >= at + MEDIA_WAIT_MS || media.every(({ suggest }) => suggest !== 'pending')
  return isOver ? { state: 'held', heldAt: now, reasons: [...reasons, mediaReason(pact)] } : undefined
}
