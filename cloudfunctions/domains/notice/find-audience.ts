// Decides in whose name somebody speaks to an audience, and reads its school in the same call (M14, N01).
import type { Audience, Identity, NoticeDraft } from '@class-pact/core/contract'
import { namesCalledIn, postOfNotice } from '@class-pact/core/judge'
import { childrenOf } from '@class-pact/core/notice'
import type { Session, Whose } from '../../common/call/handlers'
import type { Person } from '../../common/call/person'
import { deriveId } from '../../common/ids'
import { findReach, type AudienceFacts } from './audience'
import { readSpeaking, type SpeakerFacts } from './speaking'
import { isClassStaff, isGradeLeader, isLeader } from './speaker'

export type FoundAudience = AudienceFacts & SpeakerFacts

/** The first who may: one read for all but those who lead several schools. */
export async function findAudience(
  draft: NoticeDraft,
  { openid, requestId, person, now }: Session,
  amends?: string,
): Promise<Whose<FoundAudience> | undefined> {
  const { audience } = draft
  const author = {
    openid,
    noticeId: deriveId(openid, requestId),
    ...(amends && { amends }),
    announces: draft.kind === 'meeting' && audience.to === 'classes',
    called: namesCalledIn(postOfNotice(draft, 'teacher')),
  }
  for (const speaker of speakersFor(person, audience)) {
    const { key, schoolId, classId } = speaker
    const reach = await findReach(schoolId, audience)
    const found = reach && (await readSpeaking(reach, author, now))
    if (found && knowsAll(found, audience))
      return { found, place: { schoolId, classId }, may: (identity) => identity.key === key }
  }
  return undefined
}

/** A child that is not in the class is nobody's to write to. */
function knowsAll({ classes }: FoundAudience, audience: Audience): boolean {
  const there = new Set(classes.flatMap(({ roster }) => roster.map(({ childId }) => childId)))
  return (childrenOf(audience) ?? []).every((childId) => there.has(childId))
}

/**
 * The identities that may speak to this audience: the classes' own staff, or the leaders. Whose school the classes belong
 * to is seen when they are read: who leads two schools speaks for the one that has them. None: nobody of this person may.
 */
function speakersFor({ identities }: Person, audience: Audience): Identity[] {
  const leaders = identities.filter(({ role }) => isLeader(role))
  if (audience.to === 'grade') return speakersForGrade(identities, audience)
  if (audience.to === 'school' || audience.to === 'staff') {
    return leaders.filter(({ schoolId }) => schoolId === audience.schoolId).slice(0, 1)
  }
  const classIds = audience.to === 'classes' ? audience.classIds : [audience.classId]
  const own = classIds.map((classId) => identities.find((each) => each.classId === classId && isClassStaff(each.role)))
  const [first] = own
  return first && own.every((each) => each?.schoolId === first.schoolId) ? [first] : leaders
}

/** Its leader speaks as the leader of the grade; who leads the school speaks for the school (M17). */
function speakersForGrade(
  identities: readonly Identity[],
  { schoolId, grade }: Extract<Audience, { to: 'grade' }>,
): Identity[] {
  const own = identities.filter((each) => each.schoolId === schoolId)
  const leader = own.find(({ role }) => isLeader(role))
  const ofGrade = own.find((each) => isGradeLeader(each) && each.grade === grade)
  return [leader ?? ofGrade ?? []].flat()
}
