// Decides what the clock does to incidents: it tells the leaders of one that was opened.
import { runDuties, type Steps } from '../../common/call/duties'
import { incidents } from './store'
import { tellLeaders } from './tell-leaders'

export const steps: Steps = {
  duties: [
    (until, schoolId) => runDuties(incidents, (incident, duty) => tellLeaders(incident, duty, until), until, schoolId),
  ],
}
