// Decides what the clock does to applications: it finishes what was decided.
import { runDuties, type Steps } from '../../common/call/duties'
import { stepApplication } from './application-step'
import { applications } from './applications'

export const steps: Steps = { duties: [(until, schoolId) => runDuties(applications, stepApplication, until, schoolId)] }
