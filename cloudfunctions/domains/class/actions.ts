// Decides the actions on the members of a class.
import { classRows } from '@class-pact/core/class/contract'
import { serve } from '../../common/call/handlers'
import { readMembers } from './read-members'
import { readPhones } from './read-phones'
import { releaseClass } from './release-class'
import { removeTeacher } from './remove-teacher'
import { removeMember, reviewClass } from './review-members'
import { updateClass } from './update-class'

export const actions = serve(
  classRows,
  {},
  {
    'class.members': readMembers,
    'teacher.remove': removeTeacher,
    'class.review': reviewClass,
    'member.remove': removeMember,
    'class.update': updateClass,
    'class.release': releaseClass,
    'child.phones': readPhones,
  },
)
