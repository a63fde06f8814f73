// Decides the actions of a person on what is kept about them: take a copy, be forgotten, give a seat back.
import type { Handlers } from '../../common/call/handlers'
import { deletePerson } from './delete-person'
import { exportPerson } from './export-person'
import { leaveSeat } from './leave-seat'

export const personActions: Handlers<'person.export' | 'person.delete' | 'seat.leave'> = {
  'person.export': exportPerson,
  'person.delete': deletePerson,
  'seat.leave': leaveSeat,
}
