// Decides the shape of a talk's document: a thread about one child and one matter, with its letters (design.md 3).
import type {
  CheckedWords,
  Instant,
  LetterState,
  Reason,
  Role,
  TalkAbout,
  TalkDesk,
  TalkEvent,
  TalkLetter,
  TalkState,
} from '@class-pact/core/contract'
import type { CheckResult, Duty, Founded, KeptFile, Trailed } from '../../common/store/documents'
import type { PhotoVerdict } from '../../common/wechat/media-check'

export interface LetterDoc {
  /** Derived from its writer and their requestId. */
  letterId: string
  by: { openid: string; card: string; role: Role; side: TalkLetter['side'] }
  at: Instant
  state: LetterState
  /** The other side reads it from then on, if it is `sent`. */
  arrivesAt: Instant
  /** When it was let through, if not at once. */
  sentAt?: Instant
  /** The other side has not been told of it yet. */
  toTell?: true
  words: CheckedWords
  files: KeptFile[]
  media: PhotoVerdict[]
  important?: true
  reasons: Reason[]
  /** What WeChat says of the words. */
  check: CheckResult
  /** Whose look it waits for: a family's the head teacher's, everybody else's, and what goes to the principal, the leaders'. */
  looker?: 'head_teacher' | 'leaders'
  heldAt?: Instant
  decided?: {
    at: Instant
    by: string
    role: Role
    decision: 'approve' | 'return'
    words?: CheckedWords
    wordsCheck?: CheckResult
  }
}

/** `toTell`: those whom it concerns have not been told of it yet. */
export type EventDoc = Omit<TalkEvent, 'words' | 'wordsHeld'> & {
  words?: CheckedWords
  wordsCheck?: CheckResult
  toTell?: true
}

export interface TalkDoc extends Founded, Trailed {
  _id: string
  schoolId: string
  /** Where the child is now: it goes where its child goes (follow-child). */
  classId: string
  className: string
  childId: string
  childName: string
  about: TalkAbout
  matter: CheckedWords
  /** To whom the family writes. `openid`: the subject teacher; a head teacher is whoever is it now. */
  to: { desk: 'head_teacher' | 'teacher' | 'principal'; openid?: string; card: string }
  openedAt: Instant
  letters: LetterDoc[]
  events: EventDoc[]
  state: TalkState
  /** At whose desk it lies now, and since when. */
  desk: TalkDesk
  deskSince: Instant
  /** The leaders read along from then on; to come: if nobody answers until then, as the pact said at the latest change. */
  leadersFrom?: Instant
  /** The same of the discipline office (G21). */
  disciplineFrom?: Instant
  /** The earliest letter of the family that nobody has answered arrived then. */
  waitsSince?: Instant
  /** Who has written in it: they keep what they wrote. */
  writers: string[]
  /** Letters that wait for a person, by whose look. */
  holding: ('head_teacher' | 'leaders')[]
  updatedAt: Instant
  /** Counts the changes, so that two who change it at once notice one another. */
  changes: number
  duty?: Duty
}
