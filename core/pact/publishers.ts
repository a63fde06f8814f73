// Decides who may write to many at once under a pact, and whose words somebody looks at first (G01).
import type { Publishing, Role } from '../wire'
import type { Pact } from './contract'
import { readSettings, type Settings } from './settings'

/** As the rule says of a role, where it is on. */
export function publishingBy(role: Role, settings: Settings<'G01'>): Publishing {
  switch (role) {
    case 'teacher':
      return settings.subject
    case 'head_teacher':
      return settings.head
    case 'officer':
      return settings.grade
    case 'office':
      return settings.office
    default:
      return 'free'
  }
}

/** As the pact says. Where it says nothing of publishers, leaders of grades are none, and everybody else writes at once. */
export function publishingOf({ rules }: Pick<Pact, 'rules'>, role: Role): Publishing {
  if (!rules.G01) return role === 'officer' ? 'none' : 'free'
  return publishingBy(role, readSettings('G01', rules.G01))
}

/** Whether what a subject teacher writes to a class is its head teacher's to look at; leaders may always. */
export function isReviewedByHead({ rules }: Pick<Pact, 'rules'>, role: Role): boolean {
  return role === 'teacher' && rules.G01 !== undefined && readSettings('G01', rules.G01).by === 'head_teacher'
}
