// Decides the actions on the members of a class.
import { classRows } from '@class-pact/core/class/contract'
import { serve } from '../../common/call/handlers'
import { findClass } from './find-class'
import { findMember } from './find-guardian'
import { findMembers, readMembers } from './read-members'
import { findChild, readPhones } from './read-phones'
import { releaseClass } from './release-class'
import { removeTeacher } from './remove-teacher'
import { removeMember, reviewClass } from './review-members'
import { updateClass } from './update-class'

export const actions = serve(
  classRows,
  { members: findMembers, member: findMember, class: findClass, child: findChild },
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
