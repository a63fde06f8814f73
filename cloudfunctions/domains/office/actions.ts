// Decides the actions on a school's staff: offices, hand-overs, stand-ins.
import { officeRows } from '@class-pact/core/office/contract'
import { serve } from '../../common/call/handlers'
import { acceptHandover, findHandover, readHandover } from './handover'
import { endPost } from './end-post'
import { readOpenMatters, readStaff } from './read-staff'
import { endStandIn, findClass, readStandIn, setStandIn } from './stand-in'

export const actions = serve(
  officeRows,
  { handover: findHandover, class: findClass },
  {
    'staff.read': readStaff,
    'office.open': readOpenMatters,
    'office.end': endPost,
    'handover.read': readHandover,
    'handover.accept': acceptHandover,
    'standin.read': readStandIn,
    'standin.set': setStandIn,
    'standin.end': endStandIn,
  },
)
