// Decides how head teachers are asked in as a list: who is there, who is asked, and all that are missing at once (M04).
import { composeStaffCard } from '@class-pact/core/family'
import { limits, type HeadRow, type Instant } from '@class-pact/core/contract'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { createToken, deriveId } from '../../common/ids'
import { BOUNDS } from '../../common/store/bounds'
import { noteAct, startTrail } from '../../common/store/trail'
import { classes, type ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import { schools, type SchoolDoc } from '../school'
import type { InvitationDoc } from './documents'
import { invitations } from './invitations'

const DAY_MS = 86_400_000
/** Made by one call; a school of more classes is asked in twice. */
const AT_ONCE = 100

type Open = Pick<InvitationDoc, '_id' | 'expiresAt'>
type Row = Pick<ClassDoc, '_id' | 'name' | 'order' | 'headTeacher'> & { opened: Open[]; waiting: { _id: string }[] }

export const listHeads: Handler<'head.list'> = async ({ schoolId }, session) =>
  succeed({ rows: (await readHeads(schoolId, session)).map(describeHead) })

/** An invitation that is open already is given again: pressing twice asks nobody twice. */
export const inviteHeads: Handler<'head.invite'> = async ({ schoolId }, session) => {
  const [rows, place] = await Promise.all([readHeads(schoolId, session), readPlace(schoolId, session.now)])
  if (!place) return refuse('FORBIDDEN')
  const missing = rows.filter((row) => !row.headTeacher && row.opened.length === 0).slice(0, AT_ONCE)
  const made = missing.map((row) => draftFor('staff', row, place, session))
  if (made.length > 0 && !(await invitations.insert(made))) {
    // The same call at the same moment has made some of them.
    for (const each of made) await invitations.insert(each)
  }
  const after = made.length > 0 ? await readHeads(schoolId, session) : rows
  return succeed({ rows: after.map(describeHead) })
}

export interface SchoolPlace {
  school: Pick<SchoolDoc, '_id' | 'name' | 'kind'>
  pact: PactDoc
}

/** What an invitation says of its school; one call. */
export async function readPlace(schoolId: string, now: Instant): Promise<SchoolPlace | undefined> {
  const [row] = await schools.aggregate<SchoolPlace['school'] & { pacts: PactDoc[] }>([
    { $match: { _id: schoolId } },
    { $project: { name: 1, kind: 1 } },
    lookUpPact(now, { schoolId }),
  ])
  const pact = row?.pacts[0]
  return row && pact && { school: row, pact }
}

/** One invitation of many that a call makes: its origin is the call's and the class's, so that each is made once. */
export function draftFor(
  purpose: 'staff' | 'class',
  { _id: classId, name: className }: Pick<ClassDoc, '_id' | 'name'>,
  { school, pact }: SchoolPlace,
  session: Session & InPlace,
): InvitationDoc {
  const { openid, requestId, now, identity } = session
  return {
    _id: createToken(),
    origin: deriveId(openid, requestId, purpose, classId),
    purpose,
    ...{ schoolId: school._id, schoolName: school.name, schoolKind: school.kind, pactVersion: pact.version },
    ...{ classId, className },
    inviter: { openid, card: identity.card },
    expiresAt: now + limits.INVITATION_DAYS * DAY_MS,
    createdAt: now,
    callDigest: session.digest,
    ...(purpose === 'staff' && { role: 'head_teacher' as const }),
    ...startTrail(noteAct(session, identity.role, 'invitation.create', { purpose })),
  }
}

async function readHeads(schoolId: string, { openid, now }: Session): Promise<Row[]> {
  const rows = await classes.aggregate<Row>([
    { $match: { schoolId, archived: { $exists: false } } },
    { $project: { name: 1, order: 1, headTeacher: 1 } },
    { $limit: BOUNDS.classesOfSchool },
    {
      $lookup: {
        from: 'invitations',
        let: { class: '$_id' },
        pipeline: [
          {
            $match: {
              'inviter.openid': openid,
              ...{ purpose: 'staff', role: 'head_teacher', expiresAt: { $gt: now }, usesLeft: { $ne: 0 } },
              $expr: { $eq: ['$classId', '$$class'] },
            },
          },
          { $sort: { expiresAt: -1 } },
          { $limit: 1 },
          { $project: { expiresAt: 1 } },
        ],
        as: 'opened',
      },
    },
    {
      $lookup: {
        from: 'applications',
        let: { class: '$_id' },
        pipeline: [
          { $match: { state: 'pending', role: 'head_teacher', $expr: { $eq: ['$classId', '$$class'] } } },
          { $limit: 1 },
          { $project: { _id: 1 } },
        ],
        as: 'waiting',
      },
    },
  ])
  return rows.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'zh'))
}

function describeHead({ _id: classId, name: className, headTeacher, opened: [open], waiting }: Row): HeadRow {
  const row = { classId, className }
  if (headTeacher) return { ...row, state: 'seated', card: composeStaffCard(headTeacher, 'head_teacher', 'primary') }
  const asked = open && { path: `packages/join/invite/invite?token=${open._id}`, expiresAt: open.expiresAt }
  return { ...row, state: waiting.length > 0 ? 'waiting' : open ? 'invited' : 'none', ...asked }
}
