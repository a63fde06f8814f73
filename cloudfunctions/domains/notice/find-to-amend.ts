// Decides whose a published notice is to correct: its author's, and the leaders' if the school speaks in it (N11, C24).
import type { Audience, Identity, ParsedInput } from '@class-pact/core/contract'
import type { Session, Whose } from '../../common/call/handlers'
import { digestCall } from '../../common/call/repeat'
import type { NoticeDoc } from './documents'
import { findAudience, type FoundAudience } from './find-audience'
import { mayAmend } from './may-change'

export type FoundToAmend = FoundAudience & { amended: NoticeDoc }

/** The audience tells the classes and the school, so that notice, rosters and pact are one read. */
export async function findToAmend(
  input: ParsedInput<'notice.amend'>,
  session: Session,
): Promise<Whose<FoundToAmend> | undefined> {
  const whose = await findAudience({ ...input, kind: 'notice', replyMode: 'read' }, session, input.noticeId)
  const notice = whose?.found.amended
  if (!whose || !notice || notice.amends || !isSame(notice.audience, input.audience)) return undefined
  const { found, place, may } = whose
  if (notice.schoolId !== found.school._id) return undefined
  const isTheirs = (identity: Identity) =>
    mayAmend(notice, { openid: session.openid, identity, classId: identity.classId ?? '' })
  return {
    found: { ...found, amended: notice },
    place,
    may: (identity) => may?.(identity) !== false && isTheirs(identity),
  }
}

const isSame = (one: Audience, other: Audience) => digestCall('', one) === digestCall('', other)
