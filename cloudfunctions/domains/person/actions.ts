// Decides the actions of a person on what is kept about them: take a copy, be forgotten, give a seat back.
import { personRows } from '@class-pact/core/person/contract'
import { serve } from '../../common/call/handlers'
import { deletePerson } from './delete-person'
import { exportPerson } from './export-person'
import { leaveSeat } from './leave-seat'

export const actions = serve(
  personRows,
  {},
  {
    'person.export': exportPerson,
    'person.delete': deletePerson,
    'seat.leave': leaveSeat,
  },
)
