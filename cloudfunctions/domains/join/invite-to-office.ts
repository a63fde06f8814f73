// Decides how a principal asks somebody into an office of the school: a principal, the 教导处, a grade leader (M17).
import { beijingDay } from '@class-pact/core/calendar'
import { limits, type ParsedInput } from '@class-pact/core/contract'
import type { InPlace, Session } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { createToken, deriveId } from '../../common/ids'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { noteAct, startTrail } from '../../common/store/trail'
import { lookUpPact, type PactDoc } from '../pact'
import { schools, type SchoolDoc } from '../school'
import { answerEarlier, presentInvitation } from './answer-earlier'
import type { InvitationDoc } from './documents'
import { invitations } from './invitations'

const DAY_MS = 86_400_000
/** Open at one time: more than a school has offices. */
const OPEN_MOST = 60

export interface FoundSchool {
  school: SchoolDoc
  pact: PactDoc
  opened: number
}

type Row = SchoolDoc & { pacts: PactDoc[]; opened: Counted }

/** The school with what somebody has open there, in one call. */
export async function findInvitingSchool(schoolId: string, { openid, now }: Session): Promise<FoundSchool | undefined> {
  const open = { 'inviter.openid': openid, purpose: 'office', schoolId, expiresAt: { $gt: now } }
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    lookUpPact(now, { schoolId }),
    lookUpCount('invitations', 'opened', open),
    { $project: { trail: 0 } },
  ])
  if (!row) return undefined
  const { pacts, opened, ...school } = row
  const [pact] = pacts
  return pact && { school, pact, opened: countOf(opened) }
}

type Wanted = Extract<ParsedInput<'invitation.create'>, { purpose: 'office' }>

/** A grade's leader is for one grade, and nobody else is; an end that is over is none. */
export async function inviteToOffice(
  { office, grade, until, takesOver }: Wanted,
  { school, pact, opened }: FoundSchool,
  session: Session & InPlace,
) {
  const { openid, requestId, now, identity } = session
  if ((office === 'grade_leader') !== (grade !== undefined)) return refuse('INPUT_INVALID', { field: 'grade' })
  const isLeading = office === 'principal' || office === 'office'
  if (until !== undefined && (isLeading || until < beijingDay(now))) return refuse('INPUT_INVALID', { field: 'until' })
  if (takesOver && office !== 'principal') return refuse('INPUT_INVALID', { field: 'takesOver' })
  if (opened >= OPEN_MOST) return answerEarlier(session, refuse('TOO_MANY', { until: now + DAY_MS }))
  const drafted: InvitationDoc = {
    _id: createToken(),
    origin: deriveId(openid, requestId),
    purpose: 'office',
    schoolId: school._id,
    schoolName: school.name,
    schoolKind: school.kind,
    pactVersion: pact.version,
    offered: { office, ...(grade && { grade }), ...(until && { until }), ...(takesOver && { takesOver: { openid } }) },
    inviter: { openid, card: identity.card },
    expiresAt: now + limits.INVITATION_DAYS * DAY_MS,
    createdAt: now,
    callDigest: session.digest,
    ...startTrail(noteAct(session, identity.role, 'invitation.create', { purpose: 'office', office })),
  }
  if (await invitations.insert(drafted)) return succeed(presentInvitation(drafted))
  return answerEarlier(session, refuse('TRY_AGAIN'))
}
