// Decides which state a notice is in after each step of its way, and which duty brings it on (design.md 5, G18).
import type { Instant, NoticeState, Verdict } from '../wire'

/** Photos have this long to be judged by WeChat; then a person looks at them (platform: media check). */
export const MEDIA_WAIT_MS = 30 * 60_000
/** A withdrawn notice is swept once more after every step that was under way must have ended. */
export const SWEEP_AFTER_MS = 2 * 60_000

export type DutyKind = 'release' | 'deliver' | 'media' | 'sweep' | 'apply'

export type TextSuggestion = 'pass' | 'review' | 'risky' | 'unavailable'
export type MediaSuggestion = 'pending' | 'pass' | 'review' | 'risky'

export interface Findings {
  /** The pact's verdict. */
  verdict: Verdict
  /** What WeChat said of the text; anything but pass keeps it back (C04). */
  text: TextSuggestion
  media: MediaSuggestion[]
  /** The end of the quiet time, when there is one now and nothing urgent overrides it. */
  releaseAt?: Instant
  /** A person has read it and let it pass: neither pact nor WeChat hold it any more. */
  approved?: boolean
}

export interface Placement {
  state: Extract<NoticeState, 'refused' | 'held' | 'checking' | 'queued' | 'published'>
  /** When the duty falls due. */
  duty?: { kind: DutyKind; at: Instant }
  releaseAt?: Instant
  publishedAt?: Instant
  heldAt?: Instant
}

/**
 * Where a notice stands after all that is known of it: refused, else held, else checking, else queued, else published.
 * What is unknown never publishes: a missing answer of WeChat holds (C04), a missing answer on a photo waits.
 */
export function placeNotice(findings: Findings, now: Instant): Placement {
  const { verdict, text, media, releaseAt, approved = false } = findings
  if (!approved) {
    if (verdict === 'refuse' || verdict === 'deflect' || text === 'risky') return { state: 'refused' }
    if (verdict === 'hold' || text !== 'pass') return { state: 'held', heldAt: now }
    if (media.some((each) => each === 'risky' || each === 'review')) return { state: 'held', heldAt: now }
  }
  if (media.includes('pending')) return { state: 'checking', duty: { kind: 'media', at: now + MEDIA_WAIT_MS } }
  if (releaseAt !== undefined && releaseAt > now) {
    return { state: 'queued', releaseAt, duty: { kind: 'release', at: releaseAt } }
  }
  return { state: 'published', publishedAt: now, duty: { kind: 'deliver', at: now } }
}

/** A correction that may go out is not delivered: it is closed as a post of its own, and its words replace others (N11). */
export function placeCorrection({
  publishedAt,
  ...placed
}: Placement): Omit<Placement, 'state'> & { state: NoticeState } {
  if (publishedAt === undefined) return placed
  return { state: 'closed', duty: { kind: 'apply', at: publishedAt } }
}

const WITHDRAWABLE: readonly NoticeState[] = ['draft', 'checking', 'held', 'queued', 'published']

/** States a notice can be withdrawn from; a closed or refused one stays what it is. */
export function canWithdraw(state: NoticeState): boolean {
  return WITHDRAWABLE.includes(state)
}
