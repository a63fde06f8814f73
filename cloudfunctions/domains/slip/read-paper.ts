// Decides what a scanned paper slip opens: the child's line, for whoever may act on that board (N06, X04).
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { BOARD_FIELDS, describeRow, slipState, type BoardSlip } from './board'
import { mayActOn, placeOf } from './find-slip'
import { resolveCode } from './paper-code'
import { slips } from './store'

interface FoundPaper {
  slip: BoardSlip
  childId: string
  printed: number
}

/** One call. A code of somebody else's class and a code of nobody look alike. */
export async function findPaper({ code }: { code: string }, session: Session): Promise<Whose<FoundPaper> | undefined> {
  const [paper] = code.split('.')
  const [slip] = await slips.list<BoardSlip>({ paper }, { limit: 1, fields: BOARD_FIELDS })
  const found = slip && resolveCode(slip, code)
  if (!found) return undefined
  return {
    found: { slip, childId: found.childId, printed: found.version },
    place: placeOf(slip, session),
    may: (identity) => mayActOn(slip, session, identity),
  }
}

export const readPaper: Handler<'paper.read', FoundPaper> = ({ code }, { found: { slip, childId, printed } }) => {
  const entry = slip.entries[childId]
  // The finder found the child among the entries.
  if (!entry) throw new Error(`no line behind ${code.length} characters`)
  const { noticeId, classId, title, version } = slip
  const row = describeRow(childId, entry, slip.signFrom)
  return Promise.resolve(succeed({ noticeId, classId, title, state: slipState(slip), printed, version, row }))
}
