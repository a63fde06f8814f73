// Decides who calls: what is kept of a person, and who they are at this moment.
import type { Instant, Template, Identity } from '@class-pact/core/contract'
import type { Law } from '@class-pact/core/judge'
import type { Duty, TrailEntry } from '../store/documents'

/** Consent, and what belongs to nobody else. Who somebody is stands where it is decided: beside a child, in a class, in a school (docs/adr/0008). */
export interface PersonDoc {
  _id: string
  consentAt: Instant
  consentVersion: number
  /** A deletion has begun: from then on this is nobody. */
  leaving?: Instant
  duty?: Duty
  /** By class: no posts there until then (G04). */
  mutes?: Record<string, Instant>
  credits: Partial<Record<Template, number>>
  /** Ordinary notices come once a day, as one message (每日汇总). */
  daily?: true
  /** The latest acceptances of reminders, newest last: a repeated call counts once, and only so many count. */
  acceptances?: Pick<TrailEntry, 'id' | 'by' | 'digest' | 'at'>[]
  /** The latest choices of how reminders come: a repeated call changes nothing. */
  choices?: Pick<TrailEntry, 'id' | 'by' | 'digest' | 'at'>[]
  updatedAt: Instant
}

/** Somebody as they call: what is kept of them, and who they are at this moment. */
export interface Person extends PersonDoc {
  /** One line a child and a role. */
  identities: Identity[]
  /** What they were: only rows that say so let them act in it (L12, L13). */
  former: Identity[]
  /** By child: the name they gave when they joined, if they gave one. */
  guardianNames: Record<string, string>
  /** Of the class that the call names, where the pact judges what is said there (`underPact`). */
  law?: Law
}
