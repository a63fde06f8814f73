// Decides how a post is kept as evidence: as it stands, once, sealed, with the seal in the school's audit (G11).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { keptFolder } from '../../common/files/places'
import { copyFiles } from '../../common/files/take-files'
import { deriveId } from '../../common/ids'
import { noteAct, withTrail } from '../../common/store/trail'
import { markMember } from '../audit'
import { notices } from '../notice'
import type { EvidenceDoc } from './documents'
import type { FoundPost } from './find-post'
import { evidence, sealEvidence } from './store'

/** The copy first, then the notice's trace of it: a call that breaks in between is finished by the next. */
export const keepEvidence: Handler<'evidence.keep', FoundPost> = async ({ noticeId }, session) => {
  const { now, identity: leader } = session
  const { post: notice } = session.found
  if (findCall(notice.trail, session) === 'other') return refuseReused()
  if (notice.kept !== undefined) return succeed({})
  // Only what was held: a leader does not collect what passes between a teacher and a family (C24).
  if (notice.state !== 'held') return refuse('NOTICE_STATE', { facts: { state: notice.state } })

  const { schoolId, version, author, draft, classes, reasons, check, createdAt } = notice
  const _id = deriveId('evidence', noticeId, String(version))
  const into = keptFolder('evidence', _id)
  const files = notice.files && (await copyFiles(notice.files, into))
  const documents = notice.documents && (await copyFiles(notice.documents, into))
  const written: Omit<EvidenceDoc, '_id' | 'keptAt' | 'keptBy' | 'digest'> = {
    ...{ schoolId, noticeId, version, role: author.role, author: author.card, writtenAt: createdAt },
    by: markMember(schoolId, author.openid),
    classNames: classes.map(({ name }) => name),
    title: draft.title,
    body: draft.body,
    photos: files ? files.map(({ fileId }) => fileId) : draft.photos,
    ...(files && { files }),
    ...(documents && {
      documents: documents.map((file, index) => ({ ...file, name: draft.documents?.[index]?.name ?? '' })),
    }),
    rules: [...new Set(reasons.map(({ rule }) => rule))],
    ...(check.label !== undefined && { label: check.label }),
  }
  const digest = sealEvidence(written)
  await evidence.insert({ _id, ...written, keptAt: now, keptBy: leader.card, digest })
  await notices.update(
    { _id: noticeId, kept: { $exists: false } },
    withTrail({ $set: { kept: now } }, noteAct(session, leader.role, 'evidence.keep', { digest, version })),
  )
  return succeed({})
}
