// Decides what the clock does to notices: it releases, checks and delivers them.
import { runDuties, type Steps } from '../../common/call/duties'
import { stepNotice } from './notice-step'
import { notices } from './notices'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(notices, (notice, duty) => stepNotice(notice, duty, until), until, schoolId)],
}
