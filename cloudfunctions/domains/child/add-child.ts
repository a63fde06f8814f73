// Decides how one child comes into a class: somebody new, or the one who was here before (M19).
import { beijingDay } from '@class-pact/core/calendar'
import { isAway, normalizeNumber } from '@class-pact/core/child'
import { limits, type ChildAdded, type Input, type Reply } from '@class-pact/core/contract'
import { RELATION_WORDS, normalizeName } from '@class-pact/core/family'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import type { TrailEntry } from '../../common/store/documents'
import { dutyAfter } from '../../common/store/settle'
import { noteAct, startTrail } from '../../common/store/trail'
import { children, type ChildDoc } from '../class'
import { decide } from './decide'
import type { ItsClass } from './find-child'
import { followChild } from './follow-child'
import { moving } from './move-child'

/** Namesakes in one school that are looked at. */
const NAMESAKES_MOST = 100

type Adding = Session & InPlace & { found: ItsClass }

export const addChild: Handler<'child.add', ItsClass> = async (input, session) => {
  const { found: itsClass, now } = session
  const name = normalizeName(input.name)
  const no = normalizeNumber(input.no)
  const phone = input.contact?.phone
  const namesakes = await children.list(
    { schoolId: itsClass.schoolId, $or: [{ name }, { _id: idOf(itsClass, name, no, phone) }] },
    { limit: NAMESAKES_MOST },
  )
  const mine = namesakes.find(({ trail }) => findCall(trail, session) !== 'fresh')
  if (mine) return finish(mine, session)
  const known = namesakes.find(
    (child) =>
      child.name === name &&
      ((no !== '' && child.no === no) || (phone && child.contacts.some((contact) => contact.phone === phone))),
  )
  if (known && !isAway(known.away, beijingDay(now))) {
    // Whoever is here already is found where they are; from another class a child is moved, not added.
    return known.classId === itsClass._id ? succeed({ childId: known._id, again: true }) : refuse('CHILD_STATE')
  }
  if (itsClass.roster.length >= limits.CLASS_SIZE_MAX) return refuse('CLASS_FULL')
  if (no && itsClass.roster.some((line) => line.no === no)) return refuse('INPUT_INVALID', { field: 'no' })
  return known ? bringBack(known, no, session) : bringIn(input, name, no, session)
}

/** The id that an import gives the same row. */
function idOf({ _id, schoolId }: ItsClass, name: string, no: string, phone = ''): string {
  return deriveId('child', schoolId, _id, name, no || phone)
}

async function bringIn(
  { nickname, contact }: Input<'child.add'>,
  name: string,
  no: string,
  session: Adding,
): Promise<Reply<ChildAdded>> {
  const { found: itsClass, now } = session
  const act = acting(session)
  const child: ChildDoc = {
    _id: idOf(itsClass, name, no, contact?.phone),
    schoolId: itsClass.schoolId,
    classId: itsClass._id,
    no,
    name,
    guardians: [],
    contacts: contact
      ? [{ relation: RELATION_WORDS[contact.relation], name: contact.name ?? '', phone: contact.phone }]
      : [],
    ...(nickname && { nicknames: [normalizeName(nickname)] }),
    changed: now,
    duty: dutyAfter('settle', now),
    ...startTrail(act),
  }
  // Somebody else has added the same child at the same moment, or it was called so before its name was corrected.
  if (!(await children.insert(child))) return refuse('TRY_AGAIN')
  await followChild(child, act)
  return succeed({ childId: child._id, again: false })
}

/** The same child, in the class that it comes back to. */
async function bringBack(known: ChildDoc, no: string, session: Adding): Promise<Reply<ChildAdded>> {
  const { found: itsClass, now } = session
  const isSame = known.classId === itsClass._id
  const { where, change } = isSame
    ? { where: { classId: known.classId }, change: { $set: { no } } }
    : moving(known, itsClass._id, no, now)
  const reply = await decide(session, {
    childId: known._id,
    where: { ...where, 'away.since': known.away?.since },
    change: { ...change, $unset: { away: '', leaving: '', missedSince: '' } },
    act: acting(session),
  })
  return reply.ok ? succeed({ childId: known._id, again: true }) : reply
}

/** The same call again: what was cut off is finished. */
async function finish(child: ChildDoc, session: Adding): Promise<Reply<ChildAdded>> {
  if (findCall(child.trail, session) === 'other') return refuseReused()
  await followChild(child, acting(session))
  const isNew = child.trail[0]?.id === session.requestId
  return succeed({ childId: child._id, again: !isNew })
}

const acting = (session: Adding): TrailEntry =>
  noteAct(session, session.identity.role, 'child.add', { classId: session.found._id })
