// Decides what a phone is given to judge a notice while it is written: rosters, pact, calendar, issuer (N02, C01–C39).
import { beijingDay, instantOf, nextSchoolDay } from '@class-pact/core/calendar'
import { composeIssuer } from '@class-pact/core/notice'
import type { Audience } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { toPact } from '../pact'
import { isOnlyLeader } from '../school'
import { reachOf } from './audience'
import { isClassStaff, isLeader } from './speaker'
import { readSpeaking } from './speaking'

/** A notice wants its answers by then, on the next school day (screens.md 3.6). */
const DEADLINE_CLOCK = '18:00'

export const prepare: Handler<'notice.prepare'> = async ({ schoolId, classId }, session) => {
  const { openid, person, now, requestId, identity: speaker } = session
  const ownClasses = person.identities.flatMap((each) =>
    each.schoolId === schoolId && each.classId && isClassStaff(each.role) ? [each.classId] : [],
  )
  const classIds = classId ? [classId] : ownClasses
  const audience: Audience = classIds.length > 0 ? { to: 'classes', classIds } : { to: 'school', schoolId }
  const facts = await readSpeaking(reachOf(schoolId, audience), { openid, noticeId: requestId }, now)
  if (!facts) return refuse('FORBIDDEN')

  const { school, pact, classes, families } = facts
  const className = classes.length === 1 ? classes[0]?.name : undefined
  return succeed({
    schoolId,
    issuer: composeIssuer(school.name, isLeader(speaker.role) ? undefined : { className, card: speaker.card }),
    classes: classes.map(({ _id, name, roster }) => ({
      classId: _id,
      name,
      children: roster.length,
      guardians: new Set(roster.flatMap(({ childId }) => families.get(childId) ?? [])).size,
      roster: roster.map(({ childId, no, name: childName }) => ({ childId, no, name: childName })),
    })),
    pact: toPact(pact),
    calendar: school.calendar,
    defaultDeadline: instantOf(nextSchoolDay(beijingDay(now), school.calendar), DEADLINE_CLOCK),
    ...(school.stop && { stop: school.stop.level }),
    weekCount: facts.weekCount,
    previous: facts.previous,
    ...(isLeader(speaker.role) && isOnlyLeader(school, openid) && { noReviewer: true as const }),
  })
}
