// Decides where an album stands after what is known of it: doubt holds it, silence waits, then a person looks (C04).
import type { Instant } from '../wire'
import type { AlbumState } from './contract'
import type { PhotoSuggestion } from './photos'

interface Findings {
  /** The pact or WeChat doubts the title. */
  doubted: boolean
  /** A leader has looked at it and let it pass: only what WeChat calls risky holds it again. */
  looked: boolean
  media: readonly PhotoSuggestion[]
  /** Photos are waited for until then. */
  checkUntil: Instant
  /** The end of the quiet time, where there is one. */
  releaseAt?: Instant
}

interface AlbumPlacement {
  state: Extract<AlbumState, 'held' | 'checking' | 'published'>
  /** When it is looked at again. */
  at?: Instant
}

export function placeAlbum(
  { doubted, looked, media, checkUntil, releaseAt = 0 }: Findings,
  now: Instant,
): AlbumPlacement {
  const isDoubted = media.includes('risky') || (!looked && (doubted || media.includes('review')))
  if (isDoubted) return { state: 'held' }
  const isWaiting = media.includes('pending')
  if (isWaiting && now < checkUntil) return { state: 'checking', at: checkUntil }
  if (isWaiting && !looked) return { state: 'held' }
  return now < releaseAt ? { state: 'checking', at: releaseAt } : { state: 'published' }
}
