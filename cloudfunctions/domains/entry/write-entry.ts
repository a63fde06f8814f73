// Decides how an entry is written down: a new one, or its first part once more while nobody has signed it.
import type { CheckedInput } from '@class-pact/core/contract'
import { beijingDay } from '@class-pact/core/calendar'
import { findRegister, type Slot } from '@class-pact/core/register'
import type { Checked, Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { discardUploads } from '../../common/files/take-files'
import { noteAct, startTrail } from '../../common/store/trail'
import type { PhotoVerdict } from '../../common/wechat/media-check'
import type { ClassDoc } from '../class'
import { changePart, keptPart } from './change-part'
import { describeSheet } from './describe-sheet'
import type { EntryDoc, KeptPart } from './documents'
import type { Facts } from './facts'
import { entryIdOf, type FoundSheet } from './find-sheet'
import { dutyOf, mayBeDone, stateAfter } from './rules-of'
import { isOpenNow } from './slots'
import { deskFor } from './standing'
import { entries, placeIn } from './store'
import type { Subject } from './subjects'
import { takeAnswers } from './take-answers'

type Call = Session & InPlace & Checked

export const writeEntry: Handler<'register.write', FoundSheet> = async (input, session) => {
  const { found } = session
  const { entry, written } = found
  if (written) {
    if (findFounding(written, session) === 'other') return refuseReused()
    return succeed(await describeSheet({ ...found, entry: written }, session))
  }
  const been = findCall(entry?.trail, session)
  if (been === 'other') return refuseReused()
  if (entry && been === 'repeat') return succeed(await describeSheet(found, session))
  if (input.version !== (entry?.version ?? 0)) return refuse('ENTRY_CHANGED')
  return entry ? changeFill(input, entry, session) : createEntry(input, session)
}

type FillCall = Call & { found: FoundSheet }

async function changeFill(input: CheckedInput<'register.write'>, entry: EntryDoc, session: FillCall) {
  const { facts, rules, slot } = session.found
  if (!mayBeDone(rules, entry, 'fill')) return refuse('ENTRY_STATE')
  const isEvent = rules.period.kind === 'event'
  if (!isEvent && !(slot && isOpenNow(facts, slot, session.now))) return refuse('REGISTER_SLOT')
  return changePart(
    { sheet: { ...session.found, entry }, part: 'fill', answers: input.answers },
    session,
    'register.write',
  )
}

async function createEntry(input: CheckedInput<'register.write'>, session: FillCall) {
  const { found, openid } = session
  const { facts, rules, slot, subject, desks } = found
  const desk = deskFor(rules, 'fill', desks)
  if (!desk) return refuse('FORBIDDEN')
  if (!slot || !isOpenNow(facts, slot, session.now)) return refuse('REGISTER_SLOT')
  if (!subject) return refuse('INPUT_INVALID', { field: 'subject' })
  if (facts.missesFirst !== undefined) return refuseFirst(facts.missesFirst)
  const _id = entryIdOf(session)
  const taken = await takeAnswers(input.answers, { part: rules.parts[0], facts, entryId: _id, openid })
  if (!taken.ok) return (await findWritten(_id, session)) ?? taken
  const part = keptPart(taken.answers, desk, session)
  const entry = newEntry(
    { _id, facts, slot, subject, part, media: taken.media, on: input.on, itsClass: facts.itsClass },
    session,
  )
  if (!(await entries.insert(entry))) return (await findWritten(_id, session)) ?? refuse('ENTRY_CHANGED')
  await discardUploads(taken.uploads)
  return succeed(await describeSheet({ ...found, entry }, session))
}

const refuseFirst = (register: string): Refusal =>
  refuse('REGISTER_FIRST', { facts: { title: findRegister(register)?.title ?? '' } })

interface Fresh {
  _id: string
  facts: Facts
  slot: Slot
  subject: Subject
  part: KeptPart
  media: PhotoVerdict[]
  on?: string
  itsClass?: Pick<ClassDoc, '_id' | 'name'>
}

export function newEntry(fresh: Fresh, session: Call, act = 'register.write'): EntryDoc {
  const { _id, facts, slot, subject, part, media, on, itsClass } = fresh
  const { openid, now, digest, identity } = session
  const { id: register, rules, school, own } = facts
  const parts = { fill: [part] }
  const duty = dutyOf(rules, parts)
  const isEvent = rules.period.kind === 'event'
  return {
    ...{ _id, schoolId: school._id, register, ...(own && { asked: own }) },
    ...{ slot: slot.key, on: isEvent ? (on ?? beijingDay(now)) : beijingDay(now) },
    ...(itsClass && { classId: itsClass._id, className: itsClass.name }),
    ...{ subject, parts, by: openid, state: stateAfter(rules, parts), version: 1 },
    place: placeIn(rules, { schoolId: school._id, register, slot: slot.key, subject: subject.id, by: openid }) ?? _id,
    ...(media.length > 0 && { media }),
    ...(duty && { duty }),
    callDigest: digest,
    ...startTrail(noteAct(session, identity.role, act, { register })),
  }
}

/** The same call at the same moment has written it already. */
async function findWritten(_id: string, session: FillCall) {
  const written = await entries.find(_id)
  if (!written) return undefined
  if (findFounding(written, session) === 'other') return refuseReused()
  return succeed(await describeSheet({ ...session.found, entry: written }, session))
}
