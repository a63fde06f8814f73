// Decides the shape of an incident's document: what happened to a child, every step with its time (L06, L07).
import type {
  CheckedWords,
  HospitalWay,
  IncidentKind,
  IncidentOrder,
  IncidentOutcome,
  IncidentSign,
  IncidentStep,
  Instant,
} from '@class-pact/core/contract'
import type { CheckResult, Duty, Founded, Trailed } from '../../common/store/documents'
import type { Reaching } from '../../common/store/reached'

export interface Stamp {
  at: Instant
  /** When it was written down: tells a stamp from the one that replaced it. */
  notedAt: Instant
  by: string
  way?: HospitalWay
  to?: CheckedWords
  toCheck?: CheckResult
}

export interface Note {
  signs: IncidentSign[]
  words?: CheckedWords
  wordsCheck?: CheckResult
  at: Instant
  by: string
}

/** Never removed; a stamp that was wrong stays beside the one that replaced it. */
export interface IncidentDoc extends Founded, Trailed, Reaching {
  _id: string
  schoolId: string
  classId: string
  className: string
  childId: string
  childName: string
  kind: IncidentKind
  happenedAt: Instant
  openedAt: Instant
  openedBy: string
  /** Who has noted it: a subject teacher finds it again by that. */
  noters: string[]
  notes: Note[]
  stamps: Partial<Record<IncidentStep, Stamp>>
  corrected: { step: IncidentStep; was: Stamp; at: Instant; by: string }[]
  state: 'open' | 'closed'
  outcomes: {
    outcome: IncidentOutcome
    words?: CheckedWords
    wordsCheck?: CheckResult
    at: Instant
    by: string
  }[]
  /** Of the pact it was opened under: no later version makes a step one out of order (V19, G15). */
  order: IncidentOrder
  rules: string[]
  pactVersion: number
  /** `<childId>:<day>:<kind>` while open, `closed:<incidentId>` after: unique, so that two who note it at once note one. */
  slot: string
  /** The leaders are to be told. */
  duty?: Duty
}
