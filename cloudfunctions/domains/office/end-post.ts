// Decides how an office ends: by a principal, at once, and never the last principal's (M17).
import { beijingDay } from '@class-pact/core/calendar'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { noteAct } from '../../common/store/trail'
import { leaveOffice, leavePrincipals } from '../school'
import { findStaff } from './find-staff'
import { endOffice } from './offices'

/** An office that is not there any more has ended already. A class's teachers end by the doors of the class. */
export const endPost: Handler<'office.end'> = async ({ schoolId, ref }, session) => {
  const { openid, now, identity } = session
  const staff = await findStaff(schoolId, beijingDay(now))
  const post = staff?.posts.find((each) => each.ref === ref)
  if (!post) return succeed({})
  const act = noteAct(session, identity.role, 'office.end', { office: post.post })
  if (post.officeId) {
    await endOffice(post.officeId, act)
    return succeed({})
  }
  switch (post.post) {
    case 'office':
      await leaveOffice(schoolId, post.openid, act)
      return succeed({})
    case 'principal':
      // Nobody puts another principal out; the operator does, for one who is gone (M13).
      if (post.openid !== openid) return refuse('FORBIDDEN')
      if (await leavePrincipals(schoolId, openid, act)) return succeed({})
      return refuse('LAST_IN_POST', { facts: { role: 'principal', what: identity.schoolName } })
    default:
      return refuse('FORBIDDEN')
  }
}
