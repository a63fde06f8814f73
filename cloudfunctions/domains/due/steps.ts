// Decides what the clock does to registers: whoever has not filled what is due is told.
import { runDuties, type Steps } from '../../common/call/duties'
import { registersOf } from '../register'
import { remindStaff } from './remind'

export const steps: Steps = {
  duties: [
    (until, schoolId) => runDuties(registersOf, (kept, duty) => remindStaff(kept, duty, until), until, schoolId),
  ],
}
