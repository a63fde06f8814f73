// Decides what a phone is given to judge a notice while it is written: rosters, pact, calendar, issuer (N02, C01–C39).
import { beijingDay, instantOf, nextSchoolDay } from '@class-pact/core/calendar'
import type { Audience, Grade, Identity } from '@class-pact/core/contract'
import { publishingOf } from '@class-pact/core/pact'
import type { Handler, Session } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { toPact } from '../pact'
import { isOnlyLeader } from '../school'
import { findReach } from './audience'
import { isClassStaff, isGradeLeader, isLeader, issuerOf } from './speaker'
import { readSpeaking } from './speaking'

/** A notice wants its answers by then, on the next school day (screens.md 3.6). */
const DEADLINE_CLOCK = '18:00'

export const prepare: Handler<'notice.prepare'> = async ({ schoolId, classId, grade }, session) => {
  const { openid, person, now, requestId } = session
  const speaker = grade ? leaderOfGrade(session, schoolId, grade) : session.identity
  if (!speaker) return refuse('FORBIDDEN')
  const ownClasses = person.identities.flatMap((each) =>
    each.schoolId === schoolId && each.classId && isClassStaff(each.role) ? [each.classId] : [],
  )
  const reach = await findReach(
    schoolId,
    whomToWrite(speaker, { schoolId, classIds: classId ? [classId] : ownClasses }),
  )
  const withStaff = reach && { ...reach, staff: isLeader(speaker.role) }
  const facts = withStaff && (await readSpeaking(withStaff, { openid, noticeId: requestId }, now))
  if (!facts) return refuse('FORBIDDEN')

  const { school, pact, classes, families } = facts
  const className = classes.length === 1 ? classes[0]?.name : undefined
  return succeed({
    schoolId,
    issuer: issuerOf(speaker, school.name, className),
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
    publishing: publishingOf(pact, speaker.role),
    staff: facts.staff
      ?.filter((each) => each.openid !== openid)
      .map(({ mark, card, isHead, grades }) => ({ mark, card, isHead, grades })),
    ...(isLeader(speaker.role) && isOnlyLeader(school, openid) && { noReviewer: true as const }),
  })
}

/** Who leads a grade may teach a class of it too: the phone says as what they write. */
function leaderOfGrade({ person }: Session, schoolId: string, grade: Grade): Identity | undefined {
  return person.identities.find((each) => each.schoolId === schoolId && isGradeLeader(each) && each.grade === grade)
}

/** The own classes; the own grade of its leader; the whole school of whoever leads it. */
function whomToWrite(speaker: Identity, { schoolId, classIds }: { schoolId: string; classIds: string[] }): Audience {
  const { grade } = speaker
  if (isGradeLeader(speaker) && grade) return { to: 'grade', schoolId, grade }
  return classIds.length > 0 ? { to: 'classes', classIds } : { to: 'school', schoolId }
}
