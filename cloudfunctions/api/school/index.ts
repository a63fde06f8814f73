// Decides the actions on a school as a whole.
import type { Handlers } from '../../common/call/handlers'
import { activateSchool } from './activate-school'
import { readSchool } from './read-school'
import { updateSchool } from './update-school'

export const schoolActions: Handlers<'school.activate' | 'school.read' | 'school.update'> = {
  'school.activate': activateSchool,
  'school.read': readSchool,
  'school.update': updateSchool,
}
