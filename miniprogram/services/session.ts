// Decides who is acting: the person's identities, the one chosen at the top of 今天, and what follows from it.
import { LEADERS, type Identity, type Role, type Session } from '@class-pact/core/contract'
import { call, type PhoneReply } from './cloud'
import { forgetSeen } from './offline-cache'
import { createStore } from './store'

const CHOSEN_KEY = 'identity'
const SESSION_KEY = 'session'

export interface SessionState {
  session?: Session
  identity?: Identity
  /** A class that has graduated, while somebody looks back at it. */
  looking?: Identity
}
const store = createStore<SessionState>({})
let opening: Promise<PhoneReply<Session>> | undefined

/** Calls back when the session or the chosen identity changes. Returns the way to stop. */
export const subscribeSession = store.subscribe
export const readSession = store.read

/** The session, read once; pages that open together share one call. Offline: the one kept on the phone. */
export async function openSession(): Promise<PhoneReply<Session>> {
  const { session } = store.read()
  if (session) return { ok: true, data: session }
  return refreshSession()
}

/** Reads the session again: after joining, leaving, or when the cloud says FORBIDDEN. */
export async function refreshSession(): Promise<PhoneReply<Session>> {
  opening ??= readFromCloud().finally(() => {
    opening = undefined
  })
  return opening
}

async function readFromCloud(): Promise<PhoneReply<Session>> {
  const reply = await call('session.read', {})
  const kept: Session | '' = wx.getStorageSync(SESSION_KEY)
  if (reply.ok) {
    if (kept && hasLeft(kept, reply.data)) forgetSeen()
    wx.setStorageSync(SESSION_KEY, reply.data)
    takeSession(reply.data)
    return reply
  }
  if (reply.error.code !== 'OFFLINE' || !kept) return reply
  takeSession(kept)
  return { ok: true, data: kept }
}

/** What was read in a class one has left does not stay on the phone. */
function hasLeft(before: Session, now: Session): boolean {
  return before.identities.some(({ key }) => !now.identities.some((identity) => identity.key === key))
}

function takeSession(session: Session): void {
  const chosen: string = wx.getStorageSync(CHOSEN_KEY)
  const identity = session.identities.find(({ key }) => key === chosen) ?? session.identities[0]
  store.write({ session, identity })
}

/** The identity shown at the top; an act is judged in its role. */
export function currentIdentity(): Identity | undefined {
  return store.read().identity
}

/** Switches to one of the person's identities. */
export function chooseIdentity(key: string): void {
  const identity = store.read().session?.identities.find((candidate) => candidate.key === key)
  if (!identity) return
  wx.setStorageSync(CHOSEN_KEY, key)
  store.write({ identity, looking: undefined })
}

/** What somebody was in classes that have graduated: they look, and change nothing (L13). */
export function formerIdentities(): Identity[] {
  // A session that an earlier version kept on the phone knows nothing of it.
  const { former = [] } = (store.read().session ?? {}) as Partial<Session>
  return former.filter(({ closed }) => closed === 'archived')
}

/** Looks back at a class that has graduated, until another identity is chosen. */
export function lookBackAs(key: string): void {
  store.write({ looking: formerIdentities().find((each) => each.key === key) })
}

/** In whose eyes notices are read: of the class that is looked back at, of who is acting, else of what they were. */
export function readingIdentity(): Identity | undefined {
  const { looking, identity } = store.read()
  return looking ?? identity ?? formerIdentities()[0]
}

/**
 * Deep links switch by themselves. Stays when the identity shown already fits.
 * Returns who is acting now, or undefined when nothing had to change or nothing fits.
 */
export function switchTo(fits: (identity: Identity) => boolean): Identity | undefined {
  const { session, identity } = store.read()
  if (identity && fits(identity)) return undefined
  const found = session?.identities.find(fits)
  if (found) chooseIdentity(found.key)
  return found
}

/** Where nobody whom the phone knows fits, it asks once more who they are: a seat or a post may have begun since. */
export async function lookForWhoFits(fits: (identity: Identity) => boolean): Promise<void> {
  const { session } = store.read()
  if (session && !session.identities.some(fits)) await refreshSession()
}

/** Takes over a new message credit count. */
export function takeCredits(credits: Session['credits']): void {
  const { session } = store.read()
  if (session) store.write({ session: { ...session, credits } })
}

/** Takes over how reminders come. */
export function takeDaily(daily: boolean): void {
  const { session } = store.read()
  if (session) store.write({ session: { ...session, daily: daily || undefined } })
}

/** Own children of a guardian: P pages merge them. */
export function ownChildren(): Identity[] {
  return store.read().session?.identities.filter(({ role }) => role === 'guardian') ?? []
}

const TEACHERS: readonly Role[] = ['head_teacher', 'teacher']
export const isLeader = (role: Role | undefined) => LEADERS.some((leader) => leader === role)
export const isTeacher = (role: Role | undefined) => role !== undefined && TEACHERS.includes(role)
