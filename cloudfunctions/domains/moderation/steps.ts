// Decides what the clock does to cases: it finishes a step that was decided, and tells of those that have risen.
import { runDuties, type Steps } from '../../common/call/duties'
import { stepCase } from './case-step'
import { cases } from './cases'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(cases, (found, duty) => stepCase(found, duty, until), until, schoolId)],
}
