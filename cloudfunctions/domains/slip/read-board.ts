// Decides who sees which children a notice has reached: one read of the slip (N06, X01).
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { slipId } from './open-slips'
import { slips } from './store'
import { boardAccess } from './access'
import { BOARD_FIELDS, describeBoard, type BoardSlip } from './board'

export const readBoard: Handler<'board.read'> = async ({ noticeId, classId }, { person }) => {
  const slip = await slips.find<BoardSlip>(slipId(noticeId, classId), BOARD_FIELDS)
  const access = slip && boardAccess(person, slip)
  return access ? succeed(describeBoard(slip, access.canAct)) : refuse('FORBIDDEN')
}
