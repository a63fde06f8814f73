// Decides as what somebody stands at an entry: every desk of theirs there, and what they read and do by it.
import {
  OFFICES,
  type Grade,
  type Identity,
  type RegisterDesk,
  type Role,
  type SubjectKind,
} from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import { desksOf, mayFill, mayRead, type Register } from '@class-pact/core/register'
import type { Place, Session } from '../../common/call/handlers'
import { belongsTo } from '../../common/call/scope'
import type { EntryDoc } from './documents'
import { turnOf } from './rules-of'
import { isSingle } from './store'

/** One desk, and under which card somebody sits at it. */
export interface Desk {
  desk: RegisterDesk
  card: string
  /** A class's teacher where no class is named: the school's things are theirs too, other classes' are not. */
  isAfar: boolean
  /** The one grade it is for. */
  grade?: Grade
}

/** About whom it is, as far as a family is concerned. */
export interface About {
  about: SubjectKind
  subject?: string
}

const OF_A_CLASS: readonly Role[] = ['head_teacher', 'teacher']
const OF_CLASSES: readonly SubjectKind[] = ['class', 'child', 'family']
export const isOfClasses = (about: SubjectKind): boolean => OF_CLASSES.includes(about)
const isFamily = (about: SubjectKind) => about === 'child' || about === 'family'

/** A family has to do with what is about its own child, and with nothing else. */
export function concerns({ role, childId }: Identity, { about, subject }: About): boolean {
  return role !== 'guardian' || (isFamily(about) && childId === subject)
}

/** The desks of one identity in a place. */
export const desksAs = (identity: Identity, { classId }: Place): Desk[] =>
  desksOf(identity).map((desk) => ({
    ...{ desk, card: identity.card, isAfar: classId === undefined && OF_A_CLASS.includes(identity.role) },
    ...(identity.grade && { grade: identity.grade }),
  }))

/** All desks of somebody in a place: a teacher who also keeps the equipment has both. */
export function desksIn({ person }: Pick<Session, 'person'>, place: Place, about: About): Desk[] {
  return person.identities
    .filter((identity) => belongsTo(identity, place) && concerns(identity, about))
    .flatMap((identity) => desksAs(identity, place))
}

/** The desk at which somebody does a part; undefined: it is none of theirs. */
export const deskFor = (rules: Register, part: string, desks: readonly Desk[]): Desk | undefined =>
  desks.find(({ desk }) => mayFill(rules, part, desk))

function readsAt(rules: Register, { desk, isAfar }: Desk): 'all' | 'own' | false {
  const reads = mayRead(rules, desk)
  const isSchools = !isOfClasses(rules.about) && rules.reads?.includes(desk)
  return reads === 'all' && isAfar && !isSchools ? 'own' : reads
}

/** All entries, the own ones, or none. */
export function readsOf(rules: Register, desks: readonly Desk[]): 'all' | 'own' | false {
  const reads = desks.map((each) => readsAt(rules, each))
  return reads.includes('all') ? 'all' : reads.includes('own') && 'own'
}

/** Whose hand is in it. */
export const isOwn = ({ by, parts }: Pick<EntryDoc, 'by' | 'parts'>, openid: string): boolean =>
  by === openid || Object.values(parts).some((done) => done.some((part) => part.by === openid))

/**
 * Whether somebody reads this entry. What several fill together in one place each of them reads; a family reads what is about
 * its own child, and whose turn it is what the turn is about.
 */
export function readsEntry(
  rules: Register,
  desks: readonly Desk[],
  entry: Pick<EntryDoc, 'by' | 'parts' | 'state'>,
  openid: string,
): boolean {
  const reads = readsOf(rules, desks)
  if (reads !== 'own') return reads === 'all'
  if (isOwn(entry, openid) || desks.some(({ desk }) => desk === 'guardian')) return true
  if (isSingle(rules) && deskFor(rules, 'fill', desks)) return true
  return entry.state === 'open' && turnOf(rules, entry.parts).some(({ id }) => deskFor(rules, id, desks))
}

/** Of a school's classes those of the grades that somebody is there for. */
export function ofTheirGrades<Row extends { name: string }>(rows: readonly Row[], desks: readonly Desk[]): Row[] {
  if (desks.some(({ grade }) => grade === undefined)) return [...rows]
  const grades = desks.map(({ grade }) => grade)
  return rows.filter(({ name }) => grades.includes(gradeOfClass(name)))
}

const LEADING: readonly RegisterDesk[] = ['office', 'principal', ...OFFICES]

/** A class's points are for the leaders and offices, and for its own head teacher: no class is measured before others (Q17). */
export const seesPoints = (desks: readonly Desk[], classId: string | undefined): boolean =>
  desks.some(({ desk }) => LEADING.includes(desk) || (desk === 'head_teacher' && classId !== undefined))
