// Decides the actions on one's own card and on the account that holds a seat.
import { accountRows } from '@class-pact/core/account/contract'
import { serve } from '../../common/call/handlers'
import { answerMove, readMove, withdrawMove } from './answer-move'
import { confirmCard } from './confirm-card'
import { decideMove } from './decide-move'
import { findClassOfMoves, findMove, listMoves } from './list-moves'
import { requestMove } from './request-move'

export const actions = serve(
  accountRows,
  { classOfMoves: findClassOfMoves, move: findMove },
  {
    'card.confirm': confirmCard,
    'move.request': requestMove,
    'move.read': readMove,
    'move.answer': answerMove,
    'move.withdraw': withdrawMove,
    'move.list': listMoves,
    'move.decide': decideMove,
  },
)
