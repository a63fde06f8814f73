// Decides how one domain answers when somebody asks for everything kept about them, or asks to be forgotten (M12).
import type { Instant, PersonCopy } from '@class-pact/core/contract'
import type { TrailEntry } from '../store/documents'
import type { Person } from './person'

/** Whoever asks: also somebody who is nobody any more. */
export interface Asker {
  openid: string
  person?: Person
  now: Instant
}

/** A domain's part of a copy: fields of their own, and whether there was more than a copy holds. */
export interface CopyPart {
  part: Partial<PersonCopy> | Record<string, unknown>
  shortened?: boolean
}

/** What of a domain is personal. */
export interface Personal {
  /** Its seats and posts tell the others whose somebody's things are: it forgets after them. */
  holdsSeats?: true
  copy?: (asker: Asker) => Promise<CopyPart>
  /** Takes away what may go at once; a repeat changes nothing. What stays, and how long, the manifest says. */
  forget?: (openid: string, act: TrailEntry) => Promise<void>
}
