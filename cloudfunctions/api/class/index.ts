// Decides the actions on the members of a class.
import type { Handlers } from '../../common/call/handlers'
import { readMembers } from './read-members'
import { readPhones } from './read-phones'
import { releaseClass } from './release-class'
import { updateClass } from './update-class'

export const classActions: Handlers<'class.members' | 'class.update' | 'class.release' | 'child.phones'> = {
  'class.members': readMembers,
  'class.update': updateClass,
  'class.release': releaseClass,
  'child.phones': readPhones,
}
