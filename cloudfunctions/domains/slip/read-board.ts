// Decides who sees which children a notice has reached: one read of the slip (N06, X01).
import type { Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { describeBoard } from './board'
import { mayActOn, mayBeside, mayReadOpinions, type FoundBoard } from './find-slip'

export const readBoard: Handler<'board.read', FoundBoard> = async (_input, { found: { slip }, identity, ...session }) =>
  succeed({
    ...describeBoard(slip, mayActOn(slip, session, identity), mayBeside(slip, session, identity)),
    ...(mayReadOpinions(slip, session, identity) && { readsOpinions: true }),
  })
