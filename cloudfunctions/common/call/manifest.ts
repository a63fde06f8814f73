// Decides what a domain tells the others of itself: its actions, what it stores, and how the audit calls what happens in it.
import type { Rows } from '@class-pact/core/contract'

/** One collection of a domain. */
export interface Stored {
  /** Its documents keep a trail, which becomes the audit. */
  trailed?: true
  /** Its documents carry duties, which the domain's steps bring on. */
  dutied?: true
  /**
   * What of it is about persons: how it reaches their copy, and what becomes of it when they are forgotten.
   * `kept`: it stays for the period that is named, as the privacy text says (M12).
   */
  personal?: { copied: true | 'nothing of it'; forgotten: 'at once' | { kept: string } }
}

/** What others read of a domain. */
export interface Manifest {
  name: string
  rows: Rows
  /** By name, as in database/collections.json. */
  collections: Record<string, Stored>
  /** How the audit and the log say what happened, by the act that a trail names. */
  acts: Record<string, string>
}
