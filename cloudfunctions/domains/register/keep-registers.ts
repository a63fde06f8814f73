// Decides how what a school keeps is written: on the version that was read; the second of two reads again.
import type { Session, InPlace } from '../../common/call/handlers'
import { findCall, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import type { TrailEntry } from '../../common/store/documents'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import { describeSettings } from './describe-settings'
import type { RegistersDoc } from './documents'
import { registersOf, type FoundRegisters } from './store'

interface Keeping {
  schoolId: string
  seen: number
  next: Pick<RegistersDoc, 'settings' | 'own'>
  found: FoundRegisters
  action: 'register.switch' | 'register.own'
  detail: NonNullable<TrailEntry['detail']>
}

/** Errors: REGISTERS_CHANGED. */
export async function keepRegisters({ schoolId, seen, next, action, detail }: Keeping, session: Session & InPlace) {
  const { now } = session
  const act = noteAct(session, session.identity.role, action, detail)
  // What was due before is not told any more: nobody is reminded of what a leader has just switched on.
  const kept = {
    ...next,
    version: seen + 1,
    toldTo: now,
    duty: { kind: 'remind' as const, at: now, lease: 0, tries: 0 },
  }
  const isKept =
    seen === 0
      ? await registersOf.insert({ _id: schoolId, schoolId, ...kept, ...startTrail(act) })
      : (await registersOf.update(
          { _id: schoolId, version: seen, ...unlessDone(session) },
          withTrail({ $set: kept }, act),
        )) > 0
  if (isKept) return succeed(describeSettings(schoolId, kept, now))
  // This very call may have come twice at once.
  const stored = await registersOf.find(schoolId)
  return findCall(stored?.trail, session) === 'repeat'
    ? succeed(describeSettings(schoolId, stored, now))
    : refuse('REGISTERS_CHANGED')
}
