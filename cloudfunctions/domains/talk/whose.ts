// Decides with whom a talk lies and who reads it: its child's family, its teacher, the leaders only from when they may.
import type { Identity, Instant } from '@class-pact/core/contract'
import {
  deskAt,
  isVisible,
  readersOf,
  risesOf,
  type Lying,
  type Rise,
  type Rules,
  type Side,
} from '@class-pact/core/talk'
import { isLeader } from '../../common/call/scope'
import type { TalkDoc } from './documents'
import { headCard, teachesIn, type TalkFacts } from './facts'

const rulesOf = ({ pact, school }: TalkFacts): Rules => ({ pact, calendar: school.calendar })

export const lyingOf = ({
  desk,
  deskSince,
  waitsSince,
}: Pick<TalkDoc, 'desk' | 'deskSince' | 'waitsSince'>): Lying => ({
  ...{ desk, deskSince },
  ...(waitsSince !== undefined && { waitsSince }),
})

export const risesIn = (talk: TalkDoc, facts: TalkFacts): Rise[] => risesOf(lyingOf(talk), rulesOf(facts))

export function readersIn(talk: Pick<TalkDoc, 'openedAt' | 'to' | 'events'>, rises: readonly Rise[]) {
  return readersOf({ openedAt: talk.openedAt, to: talk.to.desk, events: talk.events }, rises)
}

export interface Holder {
  openid?: string
  card?: string
  /** It is the class's head teacher, or has come to them. */
  isHead: boolean
}

/** The teacher with whom it lies: a subject teacher who no longer teaches the class leaves it to the head teacher. */
export function holderOf({ to }: Pick<TalkDoc, 'to'>, { itsClass, school }: TalkFacts): Holder {
  const { headTeacher } = itsClass
  if (to.desk === 'teacher' && teachesIn(itsClass, to.openid) && to.openid !== headTeacher?.openid) {
    return { openid: to.openid, card: to.card, isHead: false }
  }
  return { openid: headTeacher?.openid, card: headCard({ itsClass }, school.kind), isHead: true }
}

export const sideOfReader = ({ role }: Pick<Identity, 'role'>): Side => (role === 'guardian' ? 'family' : 'school')

/** Whether somebody reads it in this identity, which belongs to its school and class. Read from the clock. */
export function mayRead(
  talk: TalkDoc,
  facts: TalkFacts,
  openid: string,
  now: Instant,
): (identity: Identity) => boolean {
  const { leadersFrom, disciplineFrom } = readersIn(talk, risesIn(talk, facts))
  const holder = holderOf(talk, facts)
  const isThere = (side: Side) =>
    talk.letters.some((letter) => isVisible(letter, side, now) || letter.by.openid === openid)
  const has = (from: Instant | undefined) => from !== undefined && from <= now
  return (identity) => {
    if (!isThere(sideOfReader(identity))) return false
    if (identity.role === 'guardian') {
      return identity.childId === talk.childId && facts.child.guardians.some((each) => each.openid === openid)
    }
    if (isLeader(identity)) return has(leadersFrom)
    if (identity.role === 'officer') return has(disciplineFrom)
    if (talk.to.desk === 'principal') return false
    return holder.openid === openid && (holder.isHead ? identity.role === 'head_teacher' : identity.role === 'teacher')
  }
}

/** At whose desk it lies at a moment. */
export const deskIn = (talk: TalkDoc, facts: TalkFacts, now: Instant) =>
  deskAt(lyingOf(talk), risesIn(talk, facts), now)
