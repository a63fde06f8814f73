// Decides what a phone may ask and learn about talks: one matter, one child's family, and whoever answers them.
import * as z from 'zod/mini'
import {
  LEADERS,
  answer,
  cursor,
  fileId,
  id,
  instant,
  limits,
  postBody,
  postLine,
  reference,
  words,
  type Day,
  type Instant,
  type Paged,
  type Reason,
  type Rows,
} from '../wire'

/** 一件事 意见建议 献计献策 (C24, C25, P06) */
export const TALK_ABOUT = ['matter', 'opinion', 'idea'] as const
export type TalkAbout = (typeof TALK_ABOUT)[number]

/** Whose turn it is to answer, in the order in which a matter rises: 班主任、任课教师 学生工作处 分管校长 校务委员会 (G21). */
export const TALK_DESKS = ['head_teacher', 'teacher', 'discipline', 'office', 'principal'] as const
export type TalkDesk = (typeof TALK_DESKS)[number]

/** 待回复 已回复 已办结: a family's letter that nobody has answered makes it wait (N15). */
export const TALK_STATES = ['waiting', 'answered', 'closed'] as const
export type TalkState = (typeof TALK_STATES)[number]

const photos = z.array(fileId).check(z.maxLength(limits.LETTER_PHOTOS_MAX))
const letter = {
  words: postBody(limits.LETTER_MAX),
  photos,
  /** It cannot wait: the phone offers the call first (N13). */
  important: z.optional(z.boolean()),
  /** 请人工看: what the judge refuses, and a person may let through, waits for a person instead. */
  review: z.optional(z.boolean()),
}

/** `family`: a teacher begins. Everybody else is somebody to whom a family writes. */
const to = z.discriminatedUnion('desk', [
  z.object({ desk: z.literal('head_teacher') }),
  z.object({ desk: z.literal('teacher'), teacher: z.object({ card: reference(limits.LABEL_MAX), since: instant }) }),
  z.object({ desk: z.literal('principal') }),
  z.object({ desk: z.literal('family') }),
])

/** A thread begins with its first letter. */
export const talkOpen = z.object({
  childId: id,
  to,
  about: z.enum(TALK_ABOUT),
  matter: postLine(limits.MATTER_MAX),
  ...letter,
})

/** One letter more. In a closed thread it opens the matter again. */
export const talkSend = z.object({ talkId: id, ...letter })

export const talkRead = z.object({ talkId: id })

/** `box`: of a school, what lies with the leaders: handed over, asked for, risen, and the principal's letter box. */
export const talkList = z.discriminatedUnion('of', [
  z.object({ of: z.literal('child'), childId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('class'), classId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('school'), schoolId: id, after: z.optional(cursor) }),
])

/** 私聊回复: of a class by teacher, of a school by class; of the last 30 days (T10, T11, X07). */
export const talkFigures = z.discriminatedUnion('of', [
  z.object({ of: z.literal('class'), classId: id }),
  z.object({ of: z.literal('school'), schoolId: id }),
])

/** What somebody has written, wherever they belong now: own letters, and nobody else's. */
export const talkOwn = z.object({ after: z.optional(cursor) })

/** To whom a family may write about a child, or about which children of a class a teacher may. */
export const talkPrepare = z.discriminatedUnion('of', [
  z.object({ of: z.literal('child'), childId: id }),
  z.object({ of: z.literal('class'), classId: id }),
])

/** 转校长室: from then on the leaders answer, and the family sees that (G07). */
export const talkPass = z.object({ talkId: id, words })

/** 请校长看: the family asks for the leaders, and both are told (C25, G21). */
export const talkAsk = z.object({ talkId: id })

/** 办结: the matter is settled; whoever answers for it says so, or the family. */
export const talkClose = z.object({ talkId: id })

/** A family's idea is taken up, and thanked for in private (P06). */
export const talkThank = z.object({ talkId: id, words })

/** Letters that wait for a person: a family's lie with the head teacher, a teacher's with the leaders (G02, C04). */
export const letterHeld = z.discriminatedUnion('of', [
  z.object({ of: z.literal('class'), classId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('school'), schoolId: id, after: z.optional(cursor) }),
])

/** 通过 退回并说明; nobody decides an own letter. A return needs words. */
export const letterDecide = z.object({
  talkId: id,
  letterId: id,
  decision: z.enum(['approve', 'return']),
  words: z.optional(words),
})

/** sent: the other side reads it from `arrivesAt` on. Only its author sees one in another state, and who looks at it. */
export type LetterState = 'sent' | 'checking' | 'held' | 'returned'

export interface LetterPhoto {
  /** For some minutes; '': being checked, or not let through. */
  url: string
  state: 'pending' | 'pass' | 'doubted'
}

export interface TalkLetter {
  letterId: string
  /** 张小明妈妈, 语文王老师 */
  by: string
  side: 'family' | 'staff' | 'leader'
  isMine: boolean
  at: Instant
  state: LetterState
  /** Later than `at`: quiet hours hold it (T01–T07). */
  arrivesAt: Instant
  words: string
  photos: LetterPhoto[]
  important?: true
  /** Why it waits for a person, or came back. */
  reasons: Reason[]
  decided?: { at: Instant; by: string; words?: string; wordsHeld?: true }
}

/** What happened to a thread beside its letters; `reason`: in the words of whoever did it, or days that have passed. */
export interface TalkEvent {
  kind: 'passed' | 'asked' | 'risen' | 'closed' | 'reopened' | 'thanked' | 'moved' | 'seen'
  at: Instant
  by?: string
  /** Where it went. */
  desk?: TalkDesk
  words?: string
  wordsHeld?: true
  /** School days that it had waited (G21). */
  days?: number
}

/** What a talk lets its reader do now. */
export type TalkAct = 'send' | 'pass' | 'ask' | 'close' | 'thank'

export interface Talk {
  talkId: string
  childId: string
  childName: string
  classId: string
  className: string
  about: TalkAbout
  matter: string
  state: TalkState
  /** Who owns the question now, and since when it waits for them (N15). */
  owner: { desk: TalkDesk; card?: string; since?: Instant }
  /** To whom the family wrote, or who wrote to the family. */
  teacher?: string
  /** The leaders read along from then on, and everybody in the thread sees that. */
  leadersFrom?: Instant
  /** The oldest first. */
  letters: TalkLetter[]
  events: TalkEvent[]
  may: TalkAct[]
  /** The reader may not write to this class until then (G04). */
  mutedUntil?: Instant
  /** Of a family's view: why an answer may take, and how to call. */
  bars: {
    /** The teacher is in a lesson: nobody is disturbed (T08). */
    inLesson?: true
    /** Quiet now: a letter is seen from then on. */
    quietUntil?: Instant
    /** It has waited so many hours: the phone is offered (T09). */
    phoneAfterHours?: number
  }
  phones: { teacher?: string; school?: string }
}

export interface TalkRow {
  talkId: string
  childId: string
  childName: string
  className: string
  about: TalkAbout
  matter: string
  state: TalkState
  owner: { desk: TalkDesk; card?: string }
  /** The latest letter that the reader may read. */
  lastAt: Instant
  /** A family's letter waits since then. */
  since?: Instant
  important?: true
  /** The leaders read along. */
  leaders?: true
  /** Nothing of it has been let through yet: only who wrote it knows of it. */
  unsent?: true
}

/** What waits first, the oldest first; then the latest. */
export interface TalkList extends Paged {
  talks: TalkRow[]
}

/** Counted, and never a word of what was written. */
export interface ReplyFigures {
  /** Matters that somebody wrote about in the period, or that wait. */
  threads: number
  /** Of them, those that wait for an answer now. */
  waiting: number
  /** Answers to families in the period. */
  answered: number
  /** Half of the answers came within so many opening minutes (T10); absent: none. */
  medianMinutes?: number
  /** Answers that came later than the pact says, and what has waited longer until now (T11, T09). */
  over: number
  /** Begun by the school: 主动联系 (X07). */
  begun: number
}

/** Teachers in the order of their class, classes in grade order; never by their figures. `leaders`: 校长室. */
export interface ReplyRow extends ReplyFigures {
  who: { kind: 'teacher'; card: string } | { kind: 'class'; classId: string; className: string } | { kind: 'leaders' }
}

export interface TalkFigures {
  /** Of a class: its name. */
  className?: string
  from: Day
  asOf: Instant
  /** What the pact asks for, in opening minutes. */
  limitMinutes: number
  all: ReplyFigures
  rows: ReplyRow[]
  /** There are more: only the latest were counted. */
  partial?: true
}

export interface OwnLetters extends Paged {
  letters: { matter: string; className: string; at: Instant; words: string; state: LetterState }[]
}

export type TalkPrepared =
  | {
      of: 'child'
      childId: string
      childName: string
      className: string
      headTeacher?: string
      teachers: { card: string; since: Instant }[]
      mutedUntil?: Instant
      /** A letter written now arrives then. */
      quietUntil?: Instant
      inLesson?: true
      phones: Talk['phones']
    }
  | { of: 'class'; className: string; children: { childId: string; no: string; name: string }[] }

export interface HeldLetter {
  talkId: string
  letterId: string
  childName: string
  className: string
  matter: string
  by: string
  words: string
  photos: LetterPhoto[]
  reasons: Reason[]
  check: { suggest: 'pass' | 'review' | 'risky' | 'unavailable'; label?: number }
  heldAt: Instant
  isMine: boolean
}

/** The oldest first. */
export interface HeldLetters extends Paged {
  letters: HeldLetter[]
}

/** The writer answers these: the judge reads a letter whole. */
export const talkWritingRows = {
  'talk.open': {
    input: talkOpen,
    output: answer<Talk>(),
    roles: ['guardian', 'head_teacher', 'teacher'],
    scope: { find: 'talkChild' },
    needsCard: true,
    asksItself: true,
  },
  'talk.send': {
    input: talkSend,
    output: answer<Talk>(),
    roles: ['guardian', 'head_teacher', 'teacher', 'officer', ...LEADERS],
    offices: ['discipline'],
    scope: { find: 'talk' },
    needsCard: true,
    asksItself: true,
  },
} as const satisfies Rows

const READERS = ['guardian', 'head_teacher', 'teacher', 'officer', ...LEADERS] as const

export const talkRows = {
  'talk.read': {
    input: talkRead,
    output: answer<Talk>(),
    roles: READERS,
    offices: ['discipline'],
    scope: { find: 'talk' },
    looks: true,
  },
  'talk.list': {
    input: talkList,
    output: answer<TalkList>(),
    roles: READERS,
    offices: ['discipline'],
    scope: { find: 'talkPlace' },
    looks: true,
  },
  'talk.figures': {
    input: talkFigures,
    output: answer<TalkFigures>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'talkFigures' },
    looks: true,
  },
  'talk.prepare': {
    input: talkPrepare,
    output: answer<TalkPrepared>(),
    roles: ['guardian', 'head_teacher', 'teacher'],
    scope: { find: 'talkPlace' },
    looks: true,
  },
  // About the caller alone, also when they belong nowhere any more: what one wrote stays one's own.
  'talk.own': { input: talkOwn, output: answer<OwnLetters>(), roles: 'anyone', scope: 'self', looks: true },
  'talk.pass': {
    input: talkPass,
    output: answer<Talk>(),
    roles: ['head_teacher', 'teacher'],
    scope: { find: 'talk' },
  },
  'talk.ask': { input: talkAsk, output: answer<Talk>(), roles: ['guardian'], scope: { find: 'talk' } },
  'talk.close': {
    input: talkClose,
    output: answer<Talk>(),
    roles: READERS,
    offices: ['discipline'],
    scope: { find: 'talk' },
  },
  'talk.thank': {
    input: talkThank,
    output: answer<Talk>(),
    roles: ['head_teacher', 'teacher', ...LEADERS],
    scope: { find: 'talk' },
  },
  'letter.held': {
    input: letterHeld,
    output: answer<HeldLetters>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'talkPlace' },
    looks: true,
  },
  'letter.decide': {
    input: letterDecide,
    quotes: true,
    output: answer<HeldLetter>(),
    roles: ['head_teacher', ...LEADERS],
    scope: { find: 'heldLetter' },
  },
} as const satisfies Rows
