// Decides as what somebody stands at an entry: every desk of theirs there, and what they read and do by it.
import type { Identity, RegisterDesk, SubjectKind } from '@class-pact/core/contract'
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
}

/** About whom it is, as far as a family is concerned. */
export interface About {
  about: SubjectKind
  subject?: string
}

const isFamily = (about: SubjectKind) => about === 'child' || about === 'family'

/** A family has to do with what is about its own child, and with nothing else. */
export function concerns({ role, childId }: Identity, { about, subject }: About): boolean {
  return role !== 'guardian' || (isFamily(about) && childId === subject)
}

/** All desks of somebody in a place: a teacher who also keeps the equipment has both. */
export function desksIn({ person }: Pick<Session, 'person'>, place: Place, about: About): Desk[] {
  return person.identities
    .filter((identity) => belongsTo(identity, place) && concerns(identity, about))
    .flatMap((identity) => desksOf(identity).map((desk) => ({ desk, card: identity.card })))
}

/** The desk at which somebody does a part; undefined: it is none of theirs. */
export const deskFor = (rules: Register, part: string, desks: readonly Desk[]): Desk | undefined =>
  desks.find(({ desk }) => mayFill(rules, part, desk))

/** All entries, the own ones, or none. */
export function readsOf(rules: Register, desks: readonly Desk[]): 'all' | 'own' | false {
  const reads = desks.map(({ desk }) => mayRead(rules, desk))
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
