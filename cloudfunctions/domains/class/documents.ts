// Decides the shapes of a class's and a child's documents.
import type { Trailed, Duty } from '../../common/store/documents'
import type { Closed, Day, Instant, LeavingCause, Relation } from '@class-pact/core/contract'
import type { RosterContact } from '@class-pact/core/family'

export interface RosterEntry {
  childId: string
  no: string
  name: string
  /** The child's name alone, where `name` carries a mark that tells namesakes apart: 张伟（大）. */
  called?: string
  /** Family names for the child (小名), for the content rules. */
  nicknames?: string[]
}

export interface ClassDoc extends Trailed {
  _id: string
  schoolId: string
  /** 三（2）班, in one notation however the file wrote it. */
  name: string
  /** For ordering: grade then class. */
  order: number
  /** `phone`: a number of their own that families may call (M16). */
  headTeacher?: { openid: string; name: string; subject: string; since: Instant; phone?: string }
  teachers: { openid: string; name: string; subject: string; since: Instant }[]
  /** From the parents' committee: reads the moderation log (M06). */
  supervisor?: { openid: string; card: string; since: Instant }
  /** Decides leave in the head teacher's stead from one day to another, both included (L03). */
  standIn?: { openid: string; card: string; from: Day; to: Day; since: Instant }
  /** Taken over from another head teacher, and not gone through yet (E02). */
  handover?: { openid: string; card: string; at: Instant }
  /** When the head teacher looked through the members last (M11). */
  reviewedAt?: Instant
  roster: RosterEntry[]
  /** Applications that have brought somebody in, newest last: each admits once, whatever is repeated (docs/adr/0008). */
  admitted?: string[]
  /** Somebody has come or gone: whether all of it is done is looked at once more. */
  duty?: Duty
  /** Counts the changes of the roster, so that two who change it at once notice one another. */
  rosterVersion?: number
  /** Graduated: it is read, and nothing in it changes any more (L13). */
  archived?: { year: number; at: Instant }
  /** The pass of a new year's promotion that changed it last: an older one that comes late changes nothing (docs/adr/0015). */
  turn?: number
  /** An undone promotion needed its name; this is the one it had, and gets again (L13). */
  parked?: { name: string; order: number }
}

export interface ChildDoc extends Trailed {
  _id: string
  schoolId: string
  classId: string
  no: string
  name: string
  /** `committee`: 家委会, from whom the supervisor is chosen (M06). */
  guardians: {
    openid: string
    relation: Relation
    card: string
    name?: string
    since: Instant
    committee?: boolean
    /** When they looked at their card again; absent: not since they came. */
    confirmedAt?: Instant
  }[]
  /** Cards that were confirmed before are looked at once more: the name or the class has changed (M10). */
  cardsFrom?: Instant
  /** From that day the child stands on no slip, roll or count, and its guardians see nothing new of the class (L12). */
  away?: { state: Exclude<Closed, 'archived'>; from: Day; since: Instant; cause?: LeavingCause }
  /** Recorded by the head teacher; it holds when a leader has confirmed it. */
  leaving?: { cause: LeavingCause; from: Day; by: string; at: Instant }
  /** An imported roster did not have the child: a question that somebody answers (M19). */
  missedSince?: Instant
  /** Name, class or presence have changed; whether all that follows is done is looked at once more, until then. */
  changed?: Instant
  /** Classes that the child was in before, the latest last: what was signed there stays readable. */
  classesBefore?: string[]
  /** Family names for the child (小名); absent: as the roll has them. */
  nicknames?: string[]
  /** Graduated with its class, in that year: it stands on no list any more (L13). */
  graduated?: number
  /** Asked to leave the class: they come back only by the head teacher's word (G05). */
  removed?: string[]
  /** 不出镜: no photo with the child shows to another family (docs/adr/0028). */
  noPhotos?: true
  /** One seat more than the pact in force gives, granted on request (M01). */
  extraSeat?: true
  /** What tells the child from a namesake: 大, B; the roll shows it, the family does not write it. */
  mark?: string
  /** As the roster has them; staff only. */
  contacts: RosterContact[]
  /** Applications that have brought somebody in, newest last: each admits once, whatever is repeated (docs/adr/0008). */
  admitted?: string[]
  /** Somebody has come or gone: whether all of it is done is looked at once more. */
  duty?: Duty
}
