// Decides which of the today pages somebody sees: that of the role shown at the top.
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { readGuardianToday } from './guardian'
import { readOfficerToday } from './officer'
import { readPrincipalToday } from './principal'
import { readStaffToday } from './staff'
import { readStandInToday } from './stand-in'

export const read: Handler<'today.read'> = async ({ after }, { person, now, identity }) => {
  switch (identity.role) {
    // A supervisor is one of the class's guardians: the day is the family's (M06).
    case 'guardian':
    case 'supervisor':
      return succeed(await readGuardianToday(person, identity, now, after))
    case 'head_teacher':
    case 'teacher':
      return succeed(await readStaffToday(person, identity, now, after))
    case 'office':
    case 'principal':
      return succeed(await readPrincipalToday(person, identity, now, after))
    case 'stand_in':
      return succeed(await readStandInToday(person, identity, now))
    case 'officer':
      return succeed(await readOfficerToday(person, identity, now))
    // A bureau has no day at a school (G22).
    case 'bureau':
      return refuse('FORBIDDEN')
  }
}
