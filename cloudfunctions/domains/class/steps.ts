// Decides what the clock does to classes: it settles them after somebody came or went.
import { runDuties, type Steps } from '../../common/call/duties'
import { classes } from './classes'
import { settleClass } from './settle-step'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(classes, settleClass, until, schoolId)],
}
