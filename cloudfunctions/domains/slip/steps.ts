// Decides what the clock does to slips: it sends their one reminder.
import { runDuties, type Steps } from '../../common/call/duties'
import { stepSlip } from './slip-step'
import { slips } from './store'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(slips, (slip, duty) => stepSlip(slip, duty, until), until, schoolId)],
}
