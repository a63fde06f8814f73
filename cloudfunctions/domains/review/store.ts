// Decides how evidence is kept: read and appended, never changed, and sealed over all that was written (G11).
import { createHash } from 'node:crypto'
import { openCollection, type Collection } from '../../common/store/collection'
import type { EvidenceDoc } from './documents'

/** Rows are read and appended. The door has no other handle. */
export const evidence: Pick<Collection<EvidenceDoc>, 'insert' | 'aggregate'> = openCollection<EvidenceDoc>('evidence')

/** The seal: what was written, with its author, time and findings. Who kept it is in the audit, which holds the seal too. */
export function sealEvidence(kept: Omit<EvidenceDoc, '_id' | 'keptAt' | 'keptBy' | 'digest'>): string {
  const {
    schoolId,
    noticeId,
    version,
    classNames,
    by,
    author,
    role,
    writtenAt,
    title,
    body,
    photos,
    rules,
    files = [],
    documents = [],
  } = kept
  return createHash('sha256')
    .update(
      JSON.stringify([
        ...[schoolId, noticeId, version, classNames, by, author, role, writtenAt],
        ...[title, body, photos, rules, kept.label ?? null],
        ...files.map(({ digest }) => digest),
        ...documents.map(({ digest, name }) => [digest, name]),
      ]),
    )
    .digest('hex')
}
