// Decides which requests for another account wait for a class's head teacher, or for the leaders instead (M13).
import type { Handler, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { readPage, type Part } from '../../common/store/pages'
import { classes, type ClassDoc } from '../class'
import type { MoveDoc } from './documents'
import { moves, movesIn, presentWaiting } from './moves'

export async function findClassOfMoves({ classId }: { classId: string }): Promise<Whose<undefined> | undefined> {
  const found = await classes.find<Pick<ClassDoc, 'schoolId'>>(classId, { schoolId: 1 })
  return found && { found: undefined, place: { classId, schoolId: found.schoolId } }
}

export async function findMove({ moveId }: { moveId: string }): Promise<Whose<MoveDoc> | undefined> {
  const found = await moves.find(moveId)
  return found && { found, place: { classId: found.classId, schoolId: found.schoolId } }
}

export const listMoves: Handler<'move.list', undefined> = async ({ classId, after }, { openid }) => {
  const order: Part['order'] = [['createdAt', 1]]
  const waiting: Part = { from: 'moves', where: movesIn(classId), order, then: [{ $project: { trail: 0 } }] }
  const { rows, total, next } = await readPage<MoveDoc>(openid, { parts: [waiting] }, after)
  return succeed({ moves: rows.map(presentWaiting), total, next })
}
