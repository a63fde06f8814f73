// Decides how photos get to WeChat's media check; the verdicts come later, as events, by trace id.
import { cloud } from '../cloud'
import { SCENES } from './text-check'
import { linkFiles } from './files'
import { inTime } from './in-time'

const ANSWER_MS = 4_000
/** WeChat fetches a photo within the half hour it has for its verdict (platform: media check), seconds. */
const CHECKED_S = 1_800
/** mediaCheckAsync's number for pictures (platform: media check). */
const IMAGE = 2

/** What WeChat says of one photo, and by which id it will say so. */
export interface PhotoVerdict {
  fileId: string
  traceId: string
  suggest: 'pending' | 'pass' | 'review' | 'risky'
}

/** Hands every photo in. A photo that could not be handed in is up to a person: `review`. */
export async function requestMediaCheck(openid: string, fileIds: readonly string[]): Promise<PhotoVerdict[]> {
  const links = await linkFiles(fileIds, CHECKED_S)
  return Promise.all(fileIds.map((fileId) => requestOne(openid, fileId, links.get(fileId))))
}

async function requestOne(openid: string, fileId: string, mediaUrl: string | undefined): Promise<PhotoVerdict> {
  if (!mediaUrl) return { fileId, traceId: '', suggest: 'review' }
  try {
    const request = { openid, mediaUrl, mediaType: IMAGE, scene: SCENES.forum, version: 2 }
    const answer = (await inTime(cloud.openapi.security.mediaCheckAsync(request), ANSWER_MS)) as Record<string, unknown>
    const traceId = answer.traceId ?? answer.trace_id
    return typeof traceId === 'string' && traceId
      ? { fileId, traceId, suggest: 'pending' }
      : { fileId, traceId: '', suggest: 'review' }
  } catch {
    return { fileId, traceId: '', suggest: 'review' }
  }
}
