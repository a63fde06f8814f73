// Decides what the clock does to classes and children: it settles them after somebody came or went.
import { runDuties, type Steps } from '../../common/call/duties'
import { children } from './children'
import { classes } from './classes'
import { settleChild, settleClass } from './settle-step'

export const steps: Steps = {
  duties: [(until) => runDuties(children, settleChild, until), (until) => runDuties(classes, settleClass, until)],
}
