// Decides the actions on the members of a class.
import type { Handlers } from '../../common/call/handlers'
import { readMembers } from './read-members'
import { readPhones } from './read-phones'

export const classActions: Handlers<'class.members' | 'child.phones'> = {
  'class.members': readMembers,
  'child.phones': readPhones,
}
