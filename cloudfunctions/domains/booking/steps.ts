// Decides what the clock does to reception days: it tells who is concerned.
import { runDuties, type Steps } from '../../common/call/duties'
import { receptions } from './store'
import { tellBooking } from './tell-booking'

export const steps: Steps = {
  duties: [
    (until, schoolId) =>
      runDuties(receptions, (reception, duty) => tellBooking(reception, duty, until), until, schoolId),
  ],
}
