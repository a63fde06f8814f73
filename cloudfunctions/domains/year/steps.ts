// Decides what the clock does to promotions.
import { runDuties, type Steps } from '../../common/call/duties'
import { stepYear } from './year-step'
import { years } from './store'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(years, (run, duty) => stepYear(run, duty, until), until, schoolId)],
}
