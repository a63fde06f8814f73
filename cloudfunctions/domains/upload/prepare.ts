// Decides where a phone may put files: in its owner's own folder, under names of the cloud's making, so many a day.
import { limits, type Identity, type Input, type UploadPurpose } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { uploadFolder } from '../../common/files/places'
import { deriveId } from '../../common/ids'
import { memberOf } from '../../common/call/session'
import type { Person } from '../../common/call/person'
import type { UploadDoc } from '../../common/files/documents'
import { uploads } from '../../common/files/uploads'

const DAY_MS = 86_400_000
/** A photo waits for its notice as long as a draft over a weekend; the rest is taken within minutes, a long import within hours. */
const LIFE_MS: Record<UploadPurpose, number> = { photo: 3 * DAY_MS, signature: DAY_MS, proof: DAY_MS, roster: DAY_MS }

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
  const holds = (roles: readonly Identity['role'][]) => person.identities.some(({ role }) => roles.includes(role))
  switch (purpose) {
    case 'photo':
      return holds(['head_teacher', 'teacher', 'office', 'principal'])
    case 'roster':
      return schoolId !== undefined && memberOf(person, schoolId, ['office', 'principal']) !== undefined
    default:
      return holds(['guardian'])
  }
}
