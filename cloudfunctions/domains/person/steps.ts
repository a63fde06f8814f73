// Decides what the clock does to people: it finishes a deletion.
import { runDuties, type Steps } from '../../common/call/duties'
import { people } from './people'
import { stepPerson } from './person-step'

export const steps: Steps = { duties: [(until) => runDuties(people, stepPerson, until)] }
