// Decides whose an entry is: its class's, its school's, and of a child who has moved on also the new head teacher's.
import type { Identity, ParsedInput } from '@class-pact/core/contract'
import type { Place, Session, Whose } from '../../common/call/handlers'
import { isLeader } from '../../common/call/scope'
import type { EntryDoc } from './documents'
import { findFacts, placeOf, type Facts } from './facts'
import type { Sheet } from './find-sheet'
import { rulesOf } from './rules-of'
import { slotAsked } from './slots'
import { concerns, deskFor, desksAs, desksIn, isOwn, readsEntry, type Desk } from './standing'
import { entries } from './store'

export interface FoundEntry extends Sheet {
  entry: EntryDoc
}

type Asked = ParsedInput<'entry.read'>
type May = (sheet: FoundEntry, desks: readonly Desk[], identity: Identity) => boolean

export const findEntry = (input: Asked, session: Session): Promise<Whose<FoundEntry> | undefined> =>
  findFor(input, session, ({ rules, entry }, desks) => readsEntry(rules, desks, entry, session.openid))

export const findPart = (input: ParsedInput<'entry.part'>, session: Session): Promise<Whose<FoundEntry> | undefined> =>
  findFor(input, session, ({ rules }, desks) => deskFor(rules, input.part, desks) !== undefined)

/** Whoever has filled it, or a leader who reads it. */
export const findToVoid = (
  input: ParsedInput<'entry.void'>,
  session: Session,
): Promise<Whose<FoundEntry> | undefined> =>
  findFor(input, session, ({ rules, entry }, desks, identity) =>
    isLeader(identity) ? readsEntry(rules, desks, entry, session.openid) : isFilledBy(entry, session.openid, desks),
  )

const isFilledBy = (entry: EntryDoc, openid: string, desks: readonly Desk[]) =>
  desks.length > 0 && isOwn({ by: entry.by, parts: { fill: entry.parts['fill'] ?? [] } }, openid)

async function findFor(asked: Asked, session: Session, may: May): Promise<Whose<FoundEntry> | undefined> {
  const entry = await entries.find(asked.entryId)
  if (entry?.schoolId !== asked.schoolId) return undefined
  const { register, schoolId, classId, subject } = entry
  const facts = await findFacts({ schoolId, register, ...(classId && { classId }) }, session.now, {
    more: [
      {
        $lookup: {
          from: 'children',
          pipeline: [{ $match: { _id: isOfChild(entry) ? subject.id : '' } }, { $project: { classId: 1 } }],
          as: 'children',
        },
      },
    ],
  })
  if (!facts) return undefined
  const rules = rulesOf(entry, facts.rules)
  const about = { about: rules.about, subject: subject.id }
  const place = placeFor(facts, session)
  const slot = slotAsked(facts, entry.slot, session.now, entry.on)
  const found = { facts, rules, subject, entry, desks: desksIn(session, place, about), ...(slot && { slot }) }
  return {
    found,
    place,
    may: (identity) => concerns(identity, about) && may(found, desksAs(identity, place), identity),
  }
}

const isOfChild = ({ subject: { kind } }: EntryDoc) => kind === 'child' || kind === 'family'

/** An entry stays with the class it was written in; whoever leads the child's class now finds it there too (D13). */
function placeFor(facts: Facts, { person }: Session): Place {
  const now = facts.children[0]?.classId
  const place = placeOf(facts)
  if (now === undefined || now === place.classId) return place
  const leads = person.identities.find(({ role, classId }) => role === 'head_teacher' && classId === now)
  const isFamily = person.identities.some(({ role, classId }) => role === 'guardian' && classId === now)
  if (leads) return { schoolId: facts.school._id, classId: now, className: leads.className ?? '' }
  return isFamily ? { schoolId: facts.school._id, classId: now } : place
}
