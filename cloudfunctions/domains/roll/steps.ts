// Decides what the clock does to rolls.
import { runDuties, type Steps } from '../../common/call/duties'
import { lookForReturned } from './not-back'
import { stepRoll } from './roll-step'
import { rolls } from './store'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(rolls, (roll, duty) => stepRoll(roll, duty, until), until, schoolId)],
  sweeps: [lookForReturned],
}
