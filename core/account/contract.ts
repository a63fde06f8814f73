// Decides what a phone may ask about a guardian's own card, and about a seat that goes to another WeChat account.
import * as z from 'zod/mini'
import {
  answer,
  LEADERS,
  RELATIONS,
  cursor,
  id,
  instant,
  limits,
  name,
  reference,
  token,
  words,
  type Done,
  type Instant,
  type Paged,
  type Relation,
  type Rows,
} from '../wire'

/** The own card, looked at once more: as it is, or with another relation (M10). */
export const cardConfirm = z.object({ childId: id, relation: z.enum(RELATIONS) })

/** 换微信号: the new account asks at the door, with an invitation as everybody (M13). */
export const moveRequest = z.object({
  token,
  consent: z.literal(true),
  /** A class invitation needs it; a child's invitation names the child itself. */
  childName: z.optional(name),
  guardianName: name,
  relation: z.enum(RELATIONS),
})

export const moveRead = z.object({ moveId: id })

/** The account that holds the seat says whether it is the same person. */
export const moveAnswer = z.object({ moveId: id, mine: z.boolean() })

export const moveWithdraw = z.object({ moveId: id })

export const moveList = z.object({ classId: id, after: z.optional(cursor) })

export const moveDecide = z.object({
  moveId: id,
  approve: z.boolean(),
  /** Which child is meant, where the name fits no one child. */
  childId: z.optional(id),
  /** Which seat goes, as the list of members shows it. */
  seat: z.optional(z.object({ card: reference(limits.LABEL_MAX), since: instant })),
  /** The old account is gone: whoever decides has made sure of the person by a call. */
  gone: z.optional(z.boolean()),
  words: z.optional(words),
})

export const MOVE_STATES = ['pending', 'approved', 'rejected', 'withdrawn'] as const
export type MoveState = (typeof MOVE_STATES)[number]

/** What the old account has said: that it is the same person, that it is not, or nothing yet. */
export type MoveWord = 'yes' | 'no' | 'none'

export interface Move {
  moveId: string
  classId: string
  className: string
  /** As the new account wrote it; masked where an invitation named the child (C28). */
  childName: string
  guardianName: string
  relation: Relation
  state: MoveState
  said: MoveWord
  /** Whether the caller holds the seat that is asked for; else they asked for it. */
  holds: boolean
  words?: string
  wordsHeld?: boolean
  createdAt: Instant
}

/** As whoever decides reads it. */
export interface WaitingMove extends Omit<Move, 'holds'> {
  childId?: string
  /** The seat that fits what was written, if exactly one does. */
  seat?: { card: string; since: Instant }
  /** WeChat has not let the name pass: whoever decides looks at it (C04). */
  doubted?: boolean
}

export interface MoveList extends Paged {
  moves: WaitingMove[]
}

export const accountRows = {
  'card.confirm': { input: cardConfirm, output: answer<Done>(), roles: ['guardian'], scope: 'place' },
  'move.request': { input: moveRequest, output: answer<Move>(), roles: 'anyone', scope: 'self' },
  'move.read': { input: moveRead, output: answer<Move>(), roles: 'anyone', scope: 'self', looks: true },
  'move.answer': { input: moveAnswer, output: answer<Move>(), roles: 'anyone', scope: 'self' },
  'move.withdraw': { input: moveWithdraw, output: answer<Move>(), roles: 'anyone', scope: 'self' },
  'move.list': {
    input: moveList,
    output: answer<MoveList>(),
    roles: [...LEADERS, 'head_teacher'],
    scope: { find: 'classOfMoves' },
    looks: true,
  },
  'move.decide': {
    input: moveDecide,
    output: answer<WaitingMove>(),
    roles: [...LEADERS, 'head_teacher'],
    scope: { find: 'move' },
  },
} as const satisfies Rows
