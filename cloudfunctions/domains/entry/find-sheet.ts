// Decides which entry a sheet is of, or that it is an empty one, and who may look at it or fill it.
import type { Input, ParsedInput } from '@class-pact/core/contract'
import { findRegister, type Register, type Slot } from '@class-pact/core/register'
import type { Session, Whose } from '../../common/call/handlers'
import { deriveId } from '../../common/ids'
import type { Stage, Where } from '../../common/store/collection'
import type { EntryDoc } from './documents'
import { findFacts, placeOf, type Facts } from './facts'
import { slotAsked } from './slots'
import { concerns, deskFor, desksAs, desksIn, readsEntry, readsOf, type About, type Desk } from './standing'
import { rulesOf } from './rules-of'
import { COUNTS, entries, isEachFillers, isSingle } from './store'
import { findSubject, type Subject } from './subjects'

/** A sheet, filled in or empty. */
export interface Sheet {
  facts: Facts
  /** As it was asked when it was written; a school's own may ask otherwise by now. */
  rules: Register
  slot?: Slot
  subject?: Subject
  entry?: EntryDoc
  /** All desks of the caller here. */
  desks: Desk[]
}

export interface FoundSheet extends Sheet {
  /** What this very call has written already. */
  written?: EntryDoc
  /** Of the same subject, the newest: what was said last time. */
  last?: EntryDoc
}

type Asked = Omit<Input<'register.write'>, 'answers' | 'version'>

/** Slots that are filled in now are fewer; some more tell what was said last. */
const LATEST_MOST = 12

export const entryIdOf = ({ openid, requestId }: Pick<Session, 'openid' | 'requestId'>, subject = ''): string =>
  deriveId('entry', openid, requestId, subject)

export function findSheet(
  input: ParsedInput<'register.read'>,
  session: Session,
): Promise<Whose<FoundSheet> | undefined> {
  return findFor(input, session, ({ rules, entry }, desks) => {
    const reads = readsOf(rules, desks) !== false || rules.parts.some(({ id }) => deskFor(rules, id, desks))
    return entry ? readsEntry(rules, desks, entry, session.openid) : reads
  })
}

export function findToWrite(
  input: ParsedInput<'register.write'>,
  session: Session,
): Promise<Whose<FoundSheet> | undefined> {
  return findFor(
    input,
    session,
    ({ rules, entry }, desks) =>
      deskFor(rules, 'fill', desks) !== undefined && (!entry || readsEntry(rules, desks, entry, session.openid)),
  )
}

async function findFor(
  asked: Asked,
  session: Session,
  may: (sheet: FoundSheet, desks: readonly Desk[]) => boolean,
): Promise<Whose<FoundSheet> | undefined> {
  const found = await readSheet(asked, session)
  if (!found) return undefined
  const about: About = { about: found.rules.about, subject: found.subject?.id ?? asked.childId }
  const place = placeOf(found.facts)
  return {
    found,
    place,
    may: (identity) => concerns(identity, about) && may(found, desksAs(identity, place)),
  }
}

/** What a family's sheet lies in is the class of its child; everybody else names it. */
function classOf({ classId, childId, subject }: Asked, { person }: Session): string | undefined {
  if (classId !== undefined) return classId
  const child = childId ?? subject
  return person.identities.find((each) => each.role === 'guardian' && each.childId === child)?.classId
}

/** The register, the class, the entry of the slot and those before it, in one call. */
async function readSheet(asked: Asked, session: Session): Promise<FoundSheet | undefined> {
  const { schoolId, register, childId, subject, entryId } = asked
  const classId = classOf(asked, session)
  const about = [subject, childId, classId, schoolId, session.openid].flatMap((id) => id ?? [])
  const ids = [entryIdOf(session), ...(entryId === undefined ? [] : [entryId])]
  const facts = await findFacts({ schoolId, register, ...(classId && { classId }) }, session.now, {
    more: [
      lookUp('entries', latest({ schoolId, register, 'subject.id': { $in: about } })),
      lookUp('written', [{ $match: { _id: { $in: ids }, schoolId, register } }]),
      ...lookUpFirst(asked, about, session),
    ],
  })
  return facts && settle(facts, asked, session, about)
}

const lookUp = (as: string, pipeline: Stage[]): Stage => ({ $lookup: { from: 'entries', pipeline, as } })
const latest = (where: Where): Stage[] => [
  { $match: { ...where, ...COUNTS } },
  { $sort: { on: -1 } },
  { $limit: LATEST_MOST },
]

/** What another register has to say first: about whoever fills this one, whoever wrote it down; or about the same thing. */
function lookUpFirst({ schoolId, register }: Asked, about: string[], { openid }: Session): Stage[] {
  const { requires } = findRegister(register) ?? {}
  if (!requires) return []
  const whose = requires.of === 'filler' ? { 'subject.id': openid } : ofAny(about)
  const match = { schoolId, register: requires.register, state: 'done', ...whose }
  return [lookUp('first', [{ $match: match }, { $limit: 1 }, { $project: { _id: 1 } }])]
}
const ofAny = (about: string[]): Where => ({ 'subject.id': { $in: about } })

async function settle(
  facts: Facts,
  asked: Asked,
  session: Session,
  about: readonly string[],
): Promise<FoundSheet | undefined> {
  const { openid, now } = session
  const { rules, written } = facts
  const named = written.find(({ _id }) => _id === asked.entryId)
  if (asked.entryId !== undefined && !named) return undefined
  const own = written.find(({ _id }) => _id === entryIdOf(session))
  const desks = desksIn(session, placeOf(facts), { about: rules.about, subject: asked.subject ?? asked.childId })
  const subject = named?.subject ?? findSubject(facts, asked, { openid, desks })
  const slot = slotAsked(facts, named?.slot ?? asked.slot, now, named?.on ?? asked.on)
  const sheet = { facts, rules: rulesOf(named, rules), desks, ...(slot && { slot }), ...(own && { written: own }) }
  if (subject === undefined || subject === 'choose') return sheet
  const known = about.includes(subject.id) ? facts.entries : await listLatest(asked, subject)
  const ofIt = known.filter((each) => each.subject.id === subject.id)
  const present = isSingle(rules) && ofIt.find((each) => each.slot === slot?.key && isMine(rules, each, openid))
  const entry = named ?? (present || undefined)
  const [last] = ofIt.filter(({ _id }) => _id !== entry?._id)
  return { ...sheet, subject, rules: rulesOf(entry, rules), ...(entry && { entry }), ...(last && { last }) }
}

/** Of what everybody fills for themselves nobody finds another's. */
const isMine = (rules: Register, { by }: EntryDoc, openid: string) => !isEachFillers(rules) || by === openid

/** A colleague is named by a mark, and known by the school's staff alone: one call more. */
const listLatest = ({ schoolId, register }: Asked, { id }: Subject) =>
  entries.aggregate<EntryDoc>(latest({ schoolId, register, 'subject.id': id }))
