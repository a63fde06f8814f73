// Decides the actions on the members of a class.
import type { Handlers } from '../../common/call/handlers'
import { readMembers } from './read-members'
import { readPhones } from './read-phones'
import { releaseClass } from './release-class'
import { removeTeacher } from './remove-teacher'
import { removeMember, reviewClass } from './review-members'
import { updateClass } from './update-class'

export const classActions: Handlers<
  | 'class.members'
  | 'teacher.remove'
  | 'class.review'
  | 'member.remove'
  | 'class.update'
  | 'class.release'
  | 'child.phones'
> = {
  'class.members': readMembers,
  'teacher.remove': removeTeacher,
  'class.review': reviewClass,
  'member.remove': removeMember,
  'class.update': updateClass,
  'class.release': releaseClass,
  'child.phones': readPhones,
}
