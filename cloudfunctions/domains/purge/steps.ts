// Decides what the clock does for retention: it purges what is due, and plans the years that are over.
import { runDuties, type Steps } from '../../common/call/duties'
import { stepPurge } from './carry-on'
import { planPurges } from './plan-purges'
import { purges } from './store'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(purges, (purge, duty) => stepPurge(purge, duty, until), until, schoolId)],
  sweeps: [planPurges],
}
