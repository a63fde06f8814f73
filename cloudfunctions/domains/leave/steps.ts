// Decides what the clock does to leaves: it tells teachers that they came, and families what became of them.
import { runDuties, type Steps } from '../../common/call/duties'
import { stepLeave } from './leave-step'
import { leaves } from './store'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(leaves, (leave, duty) => stepLeave(leave, duty, until), until, schoolId)],
}
