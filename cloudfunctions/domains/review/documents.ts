// Decides the shape of evidence.
import type { Role, Instant } from '@class-pact/core/contract'
import type { KeptFile } from '../../common/store/documents'

/** Append-only: a post as it stood when somebody kept it (G11). `_id` is derived from the notice and its version. */
export interface EvidenceDoc {
  _id: string
  schoolId: string
  noticeId: string
  version: number
  classNames: string[]
  /** The author's mark in the school's audit (`markMember`). */
  by: string
  author: string
  role: Role
  writtenAt: Instant
  title: string
  body: string
  photos: string[]
  /** What `photos` names: copies of the evidence's own. */
  files?: KeptFile[]
  /** PDFs: copies of the evidence's own, and their names. */
  documents?: (KeptFile & { name: string })[]
  rules: string[]
  label?: number
  keptAt: Instant
  keptBy: string
  digest: string
}
