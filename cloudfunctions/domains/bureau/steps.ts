// Decides what the clock does for the bureau: it counts a school's sums every night.
import { runDuties, type Steps } from '../../common/call/duties'
import { countSchool } from './count-school'
import { seats } from './store'

export const steps: Steps = { duties: [(until) => runDuties(seats, countSchool, until)] }
