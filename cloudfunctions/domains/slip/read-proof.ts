// Decides who sees the proof that a child's family has signed: its guardians, and whoever may look at the board (N17).
import { fieldsOf, layOut } from '@class-pact/core/notice'
import type { Handler, Session, Whose } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { belongsTo } from '../../common/call/scope'
import { linkFiles } from '../../common/wechat/files'
import { historyOf, notices } from '../notice'
import { BOARD_FIELDS, type BoardSlip } from './board'
import { mayLookAt, placeOf } from './find-slip'
import { slipId } from './open-slips'
import { mayReadLine } from './read-line'
import { slips } from './store'

interface FoundProof {
  slip: BoardSlip
}

export async function findProof(
  { noticeId, classId, childId }: { noticeId: string; classId: string; childId: string },
  session: Session,
): Promise<Whose<FoundProof> | undefined> {
  const slip = await slips.find<BoardSlip>(slipId(noticeId, classId), BOARD_FIELDS)
  if (!slip || !Object.hasOwn(slip.entries, childId)) return undefined
  const place = placeOf(slip, session)
  const { openid, person } = session
  const isFamily = person.identities.some((identity) => identity.role === 'guardian' && identity.childId === childId)
  const isStaff = person.identities.some((identity) => identity.role !== 'guardian' && belongsTo(identity, place))
  return {
    found: { slip },
    // A teacher looks as a teacher, also at the own child's line.
    place: isFamily && !isStaff ? { schoolId: slip.schoolId, childId } : place,
    may: (identity) =>
      identity.role === 'guardian'
        ? identity.childId === childId && mayReadLine(identity, { openid, classId, slip })
        : mayLookAt(slip, session, identity),
  }
}

export const readProof: Handler<'slip.proof', FoundProof> = async ({ noticeId, childId }, { found: { slip } }) => {
  const notice = await notices.find(noticeId)
  const entry = slip.entries[childId]
  if (!notice || !entry) throw new Error('a slip without its notice')
  const { name, signedAt, signer = '', version = 1, late = false, typedName, signature, opinion } = entry
  const links = await linkFiles(signature ? [signature] : [])
  // What was signed are the words of that version, also where a word has been mended since (N11).
  const { title, body } = historyOf(notice).find((each) => each.version === version) ?? notice.draft
  const letter = layOut({
    title,
    body,
    issuer: notice.issuer,
    className: slip.className,
    childName: slip.toChild && name,
    at: slip.publishedAt,
  })
  return succeed({
    ...{ childId, childName: name, className: slip.className },
    ...{
      title: letter.title,
      salutation: letter.salutation,
      body: letter.paragraphs.join('\n'),
      issuer: letter.issuer,
    },
    source: notice.source,
    fields: fieldsOf({ ...notice.draft, exception: undefined }),
    ...(notice.approver && { approver: notice.approver }),
    publishedAt: slip.publishedAt,
    ...(signedAt !== undefined && {
      signed: {
        ...{ at: signedAt, signer, version, late },
        ...(typedName && { typedName }),
        ...(opinion && { opinion }),
        ...(signature && { signatureUrl: links.get(signature) ?? '' }),
      },
    }),
  })
}
