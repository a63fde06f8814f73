// Decides the shape of a place handed out for an upload.
import type { Instant } from '@class-pact/core/contract'

/** A place handed out for an upload; `_id` is its path. */
export interface UploadDoc {
  _id: string
  openid: string
  at: Instant
  /** The file goes then, whatever became of it. */
  expiresAt: Instant
}
