// Decides the actions on slips: families read and sign, staff see whom a notice has not reached and see to it.
import { slipRows } from '@class-pact/core/slip/contract'
import { serve } from '../../common/call/handlers'
import { answer } from './answer'
import { close } from './close'
import { findBoard, findOpinions, findSlip } from './find-slip'
import { followUp } from './follow-up'
import { listOpinions } from './list-opinions'
import { markRead } from './mark-read'
import { readBoard } from './read-board'
import { findPaper, readPaper } from './read-paper'
import { findProof, readProof } from './read-proof'
import { remind } from './remind'
import { sign } from './sign'
import { readSigned } from './signed-papers'

export const actions = serve(
  slipRows,
  { slip: findSlip, board: findBoard, opinions: findOpinions, paper: findPaper, proof: findProof },
  {
    'slip.signed': readSigned,
    'slip.markRead': markRead,
    'slip.sign': sign,
    'slip.answer': answer,
    'board.read': readBoard,
    'slip.opinions': listOpinions,
    'slip.remind': remind,
    'slip.followUp': followUp,
    'slip.close': close,
    'paper.read': readPaper,
    'slip.proof': readProof,
  },
)
