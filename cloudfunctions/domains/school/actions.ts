// Decides the actions on a school as a whole.
import { schoolRows } from '@class-pact/core/school/contract'
import { serve } from '../../common/call/handlers'
import { activateSchool } from './activate-school'
import { readSchool } from './read-school'
import { reclaimSchool } from './reclaim-school'
import { resumeSchool, stopSchool } from './stop-school'
import { updateSchool } from './update-school'

export const actions = serve(
  schoolRows,
  {},
  {
    'school.activate': activateSchool,
    'school.reclaim': reclaimSchool,
    'school.read': readSchool,
    'school.update': updateSchool,
    'school.stop': stopSchool,
    'school.resume': resumeSchool,
  },
)
