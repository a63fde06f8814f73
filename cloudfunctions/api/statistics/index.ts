// Decides the actions on figures.
import type { Handlers } from '../../common/call/handlers'
import { readClass } from './read-class'
import { readSchool } from './read-school'

export const statisticsActions: Handlers<'statistics.read' | 'statistics.class'> = {
  'statistics.read': readSchool,
  'statistics.class': readClass,
}
