// Decides what a domain tells the others of itself: actions, collections, what of them is personal, messages.
import type { Rows, Template } from '@class-pact/core/contract'
import type { KeptFor, PurgeKind } from '@class-pact/core/purge'
import type { Where } from '../store/collection'

/** How documents of a collection come to their end, some time after their school year (G23). */
export interface Purged {
  /** Tells how long they are kept: the same list as the privacy page's. */
  kind: PurgeKind
  /** The field that tells their school year, and what stands in it; documents without it stay. */
  by: string
  as: 'instant' | 'day' | 'year'
  /** What else has to hold: what somebody still works on stays. */
  when?: Where
  /** They have files in their own folders. */
  files?: true
}

/** One collection of a domain. */
export interface Stored {
  /** Its documents keep a trail, which becomes the audit. */
  trailed?: true
  /** Its documents carry duties, which the steps of the domain bring on, or of another that knows more. */
  dutied?: true | { by: string }
  /** Absent: nothing of it is about a person. */
  personal?: {
    /** Whether a copy of one's data has it: as the domain's part, with the session, or not. */
    copied: true | 'in the session' | 'nothing of it'
    /** What becomes of it when somebody goes: away, or kept while something holds, as the privacy text says (M12). */
    forgotten: 'at once' | { kept: 'the school year' | 'the child is on the roster' | 'it is open' }
  }
  /** What goes when its school year is long over; with which other documents it goes; or why it stays. */
  purged: readonly Purged[] | { along: readonly string[] } | { kept: KeptFor }
}

/** What others read of a domain. */
export interface Manifest {
  name: string
  rows: Rows
  /** By name, as in database/collections.json. */
  collections: Record<string, Stored>
  /** Subscription messages that it sends. */
  messages?: readonly Template[]
  /** How the audit says what happened, by the act that a trail names. A row of the audit reads the same on paper. */
  acts: Record<string, string>
}
