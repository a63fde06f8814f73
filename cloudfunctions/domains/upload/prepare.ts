// Decides where a phone may put files: in its owner's own folder, under names of the cloud's making, so many a day.
import { LEADERS, limits, STAFF, type Input, type UploadPurpose } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import type { Person } from '../../common/call/person'
import { refuse, succeed } from '../../common/call/results'
import { belongsTo, identityIn } from '../../common/call/scope'
import { hasRole } from '../../common/call/session'
import type { UploadDoc } from '../../common/files/documents'
import { uploadFolder } from '../../common/files/places'
import { uploads } from '../../common/files/uploads'
import { deriveId } from '../../common/ids'

const DAY_MS = 86_400_000
/** A photo and a document wait for their notice as long as a draft over a weekend; the rest is taken within minutes, a long import within hours. */
const LIFE_MS: Record<UploadPurpose, number> = {
  photo: 3 * DAY_MS,
  document: 3 * DAY_MS,
  signature: DAY_MS,
  proof: DAY_MS,
  answer: DAY_MS,
  roster: DAY_MS,
  letter: DAY_MS,
  album: 3 * DAY_MS,
}

export const prepare: Handler<'upload.prepare'> = async (input, { openid, requestId, now, person }) => {
  const { purpose, count, schoolId } = input
  if (!mayUpload(person, input)) return refuse('FORBIDDEN')
  const folder = uploadFolder(openid, purpose, purpose === 'roster' ? schoolId : undefined)
  const paths = Array.from({ length: count }, (_, index) => `${folder}${deriveId(openid, requestId, String(index))}`)
  const today = await uploads.count({ openid, at: { $gt: now - DAY_MS } })
  if (today + count > limits.UPLOADS_A_DAY_MAX) return refuse('UPLOADS_FULL')
  // A repeated call finds its places stored.
  await uploads.insert(paths.map((_id): UploadDoc => ({ _id, openid, at: now, expiresAt: now + LIFE_MS[purpose] })))
  return succeed({ paths })
}

function mayUpload(person: Person, { purpose, schoolId }: Input<'upload.prepare'>): boolean {
  switch (purpose) {
    case 'photo':
    case 'document':
    case 'album':
      return hasRole(person, STAFF)
    case 'roster':
      return identityIn(person, LEADERS, (identity) => belongsTo(identity, { schoolId })) !== undefined
    case 'letter':
    // Registers ask staff and offices for photos and signatures as well.
    case 'answer':
    case 'signature':
      return hasRole(person, ['guardian', ...STAFF, 'officer'])
    default:
      return hasRole(person, ['guardian'])
  }
}
