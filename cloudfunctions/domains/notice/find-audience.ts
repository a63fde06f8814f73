// Decides in whose name somebody speaks to an audience, and reads its school in the same call (M14, N01).
import type { Audience, Identity, NoticeDraft } from '@class-pact/core/contract'
import { namesCalledIn, postOfNotice } from '@class-pact/core/judge'
import type { Session, Whose } from '../../common/call/handlers'
import type { Person } from '../../common/call/person'
import { deriveId } from '../../common/ids'
import { reachOf, type AudienceFacts } from './audience'
import { readSpeaking, type SpeakerFacts } from './speaking'
import { isClassStaff, isLeader } from './speaker'

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
    called: namesCalledIn(postOfNotice(draft, 'teacher')),
  }
  for (const speaker of speakersFor(person, audience)) {
    const { key, schoolId, classId } = speaker
    const found = await readSpeaking(reachOf(schoolId, audience), author, now)
    if (found) return { found, place: { schoolId, classId }, may: (identity) => identity.key === key }
  }
  return undefined
}

/**
 * The identities that may speak to this audience: the classes' own staff, or the leaders. Whose school the classes belong
 * to is seen when they are read: who leads two schools speaks for the one that has them. None: nobody of this person may.
 */
function speakersFor({ identities }: Person, audience: Audience): Identity[] {
  const leaders = identities.filter(({ role }) => isLeader(role))
  if (audience.to === 'school') return leaders.filter(({ schoolId }) => schoolId === audience.schoolId).slice(0, 1)
  const classIds = audience.to === 'child' ? [audience.classId] : audience.classIds
  const own = classIds.map((classId) => identities.find((each) => each.classId === classId && isClassStaff(each.role)))
  const [first] = own
  return first && own.every((each) => each?.schoolId === first.schoolId) ? [first] : leaders
}
