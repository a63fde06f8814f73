// Decides how a roll changes: on what it was when it was read, once a call, and again on what another has made of it.
import type { Instant, Roll } from '@class-pact/core/contract'
import { countOpen, countRoll } from '@class-pact/core/roll'
import type { InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import type { TrailEntry } from '../../common/store/documents'
import { describeRoll } from './describe-roll'
import type { RollDoc } from './documents'
import { readRoll, type FoundRoll } from './find-roll'
import { rollId, rolls } from './store'

/** Others who change the same roll at the same moment: a class has fewer. */
const TRIES = 8

export type RollCall = Session & InPlace & { found: FoundRoll }
/** What an act makes of a roll; nothing else of it changes. */
export type RollChange = Partial<Pick<RollDoc, 'takenAt' | 'takenBy' | 'lines' | 'contacts' | 'reachedBy' | 'duty'>>

/** @param make what becomes of the roll, from what is known of it; a refusal changes nothing */
export async function changeRoll(
  session: RollCall,
  action: string,
  make: (found: FoundRoll) => { change: RollChange } | { refusal: Refusal },
  detail?: TrailEntry['detail'],
) {
  let { found } = session
  for (let tried = 1; ; tried++) {
    const been = findCall(found.roll?.trail, session)
    if (been === 'other') return refuseReused()
    if (been === 'repeat') return succeed<Roll>({ ...describeRoll(found, session.now), now: firstAt(found, session) })
    const made = make(found)
    if ('refusal' in made) return made.refusal
    const next = afterChange(found, made.change, session.now)
    const act = noteAct(session, session.identity.role, action, detail)
    if (await write(found.roll, next, act, session))
      return succeed<Roll>(describeRoll({ ...found, roll: next }, session.now))
    const again = await readRoll({ classId: found.place._id, day: found.day, half: found.half }, session.now)
    if (!again || tried === TRIES) return refuse('TRY_AGAIN')
    found = again
  }
}

/** A repeat is answered as of the call that did it. */
function firstAt({ roll }: FoundRoll, { requestId, openid, now }: RollCall): Instant {
  return roll?.trail.find(({ id, by }) => id === requestId && by === openid)?.at ?? now
}

/** The roll with a change: what is counted of it is counted anew. */
export function afterChange({ place, day, half, roll }: FoundRoll, change: RollChange, now: number): RollDoc {
  const lines = change.lines ?? roll?.lines ?? {}
  const contacts = change.contacts ?? roll?.contacts ?? {}
  return {
    ...(roll ?? { trail: [], audited: 0, trailOpen: true }),
    _id: rollId(place._id, day, half),
    schoolId: place.schoolId,
    classId: place._id,
    className: place.name,
    ...{ day, half },
    ...change,
    ...{ lines, contacts },
    counts: countRoll(lines),
    open: countOpen(contacts),
    version: (roll?.version ?? 0) + 1,
    updatedAt: now,
  }
}

async function write(before: RollDoc | undefined, next: RollDoc, act: TrailEntry, session: RollCall): Promise<boolean> {
  if (!before) return rolls.insert({ ...next, ...startTrail(act) })
  const { _id, trail: _trail, audited: _audited, trailOpen: _open, cut: _cut, ...fields } = next
  const stands = { _id, version: before.version, ...unlessDone(session) }
  return (await rolls.update(stands, withTrail({ $set: fields }, act))) > 0
}
