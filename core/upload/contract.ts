// Decides what a phone may ask before it uploads: for what, and how many.
import * as z from 'zod/mini'
import { answer, STAFF, id, limits, type Rows } from '../wire'

/** 通知照片 签名 请假证明 填表照片 名单 通知附件 留言照片 相册照片 */
export const UPLOAD_PURPOSES = [
  'photo',
  'signature',
  'proof',
  'answer',
  'roster',
  'document',
  'letter',
  'album',
] as const

export type UploadPurpose = (typeof UPLOAD_PURPOSES)[number]

export const uploadPrepare = z.object({
  purpose: z.enum(UPLOAD_PURPOSES),
  count: z.int().check(z.gte(1), z.lte(limits.PHOTOS_MAX)),
  /** Of a roster: whose children it names. */
  schoolId: z.optional(id),
})

export interface UploadPrepared {
  /** `cloudPath` of each file, in the caller's own folder. */
  paths: string[]
}

export const uploadRows = {
  // About the caller alone: the folder is their own, and what they may put there hangs on what it is for.
  'upload.prepare': {
    input: uploadPrepare,
    output: answer<UploadPrepared>(),
    roles: ['guardian', ...STAFF, 'officer'],
    scope: 'self',
  },
} as const satisfies Rows
