// Decides what the clock does to requests for another account: it carries an approval out.
import { runDuties, type Steps } from '../../common/call/duties'
import { stepMove } from './carry-out'
import { moves } from './moves'

export const steps: Steps = { duties: [(until, schoolId) => runDuties(moves, stepMove, until, schoolId)] }
