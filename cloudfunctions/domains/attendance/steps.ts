// Decides what the clock does for attendance: it looks at what has changed, and tells of what gathers.
import { runDuties, type Steps } from '../../common/call/duties'
import { warnings } from './store'
import { tellWarning } from './tell-warning'
import { watchClasses } from './watch'

export const steps: Steps = {
  duties: [
    (until, schoolId) => runDuties(warnings, (warning, duty) => tellWarning(warning, duty, until), until, schoolId),
  ],
  sweeps: [watchClasses],
}
