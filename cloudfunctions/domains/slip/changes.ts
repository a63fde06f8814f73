// Decides how each act changes a slip: one conditional update; if its condition finds nothing, nothing happened.
import type { SlipDoc } from './documents'
import type { FollowUp, Instant, ReplyMode } from '@class-pact/core/contract'
import type { KeptAnswers } from './documents'
import type { Reached } from '../../common/store/reached'

/** Condition and change in MongoDB's own language. */
export interface SlipChange {
  where: Record<string, unknown>
  change: {
    $set: Record<string, unknown>
    $push?: Record<string, unknown>
    $unset?: Record<string, unknown>
    $pull?: Record<string, unknown>
  }
}

/** Opening marks read, once; it never touches a signature (N05). */
export function readChange(childId: string, now: Instant): SlipChange {
  return {
    where: {
      state: 'running',
      [`entries.${childId}`]: { $exists: true },
      [`entries.${childId}.readAt`]: { $exists: false },
      [`entries.${childId}.closed`]: { $exists: false },
    },
    change: { $set: { [`entries.${childId}.readAt`]: now, updatedAt: now } },
  }
}

export interface Signature {
  childId: string
  openid: string
  /** 张小明妈妈 */
  signer: string
  version: number
  /** The kept ink. */
  signature?: { fileId: string; digest: string }
  typedName?: string
  /** Of a letter to parents (N07). */
  opinion?: string
  opinionDoubted?: true
}

/**
 * The first guardian of a child signs; whoever comes second finds nothing to change.
 * `punctual` asks for a slip whose deadline has not passed, `late` for one whose deadline has.
 * Without ink or a typed name only a confirmation is possible (N08).
 */
export function signChange(by: Signature, when: 'punctual' | 'late', now: Instant): SlipChange {
  const at = `entries.${by.childId}`
  const proof = by.signature !== undefined || by.typedName !== undefined
  const modes: ReplyMode[] = proof ? ['sign', 'confirm'] : ['confirm']
  return {
    where: {
      state: 'running',
      version: by.version,
      replyMode: { $in: modes },
      ...(by.opinion && { kind: 'letter' }),
      [at]: { $exists: true },
      [`${at}.signedAt`]: { $exists: false },
      [`${at}.closed`]: { $exists: false },
      // A slip without a deadline is never late: a missing field is neither above nor below.
      ...(when === 'late' ? { deadline: { $lt: now } } : { $nor: [{ deadline: { $lt: now } }] }),
    },
    change: {
      $set: {
        [`${at}.signedAt`]: now,
        [`${at}.signer`]: by.signer,
        [`${at}.signerOpenid`]: by.openid,
        [`${at}.version`]: by.version,
        [`${at}.late`]: when === 'late',
        ...(by.signature !== undefined && {
          [`${at}.signature`]: by.signature.fileId,
          [`${at}.signatureDigest`]: by.signature.digest,
        }),
        ...(by.typedName !== undefined && { [`${at}.typedName`]: by.typedName }),
        ...(by.opinion && { [`${at}.opinion`]: by.opinion }),
        ...(by.opinion && by.opinionDoubted && { [`${at}.opinionDoubted`]: true }),
        updatedAt: now,
      },
    },
  }
}

export interface AnsweredBy extends Pick<Signature, 'childId' | 'openid' | 'signer' | 'version'> {
  formDigest: string
  /** When the answer was given that the phone showed. */
  seen?: Instant
}

/**
 * A family answers, or changes what it has answered, until the deadline: the server's clock and this condition decide.
 * Whoever has not seen what the other guardian has written meanwhile changes nothing.
 * @param answers absent: an anonymous form, answered once and for all
 */
export function answerChange(by: AnsweredBy, answers: KeptAnswers | undefined, now: Instant): SlipChange {
  const at = `entries.${by.childId}`
  return {
    where: {
      ...openForm(by.childId, now),
      version: by.version,
      formDigest: by.formDigest,
      [`${at}.signedAt`]: answers === undefined || by.seen === undefined ? { $exists: false } : by.seen,
    },
    change: {
      $set: { ...answeredLine(by, now), ...(answers && { [`answers.${by.childId}`]: answers }), updatedAt: now },
      $unset: { [`${at}.answeredWith`]: '' },
    },
  }
}

/** The same sheet stands for another child of this guardian, unless somebody has answered for that child alone (N20). */
export function answerWithChange(by: AnsweredBy, sibling: string, now: Instant): SlipChange {
  const at = `entries.${sibling}`
  return {
    where: {
      ...openForm(sibling, now),
      $or: [{ [`${at}.signedAt`]: { $exists: false } }, { [`${at}.answeredWith`]: by.childId }],
    },
    change: {
      $set: { ...answeredLine({ ...by, childId: sibling }, now), [`${at}.answeredWith`]: by.childId, updatedAt: now },
    },
  }
}

const openForm = (childId: string, now: Instant) => ({
  state: 'running',
  replyMode: 'form',
  deadline: { $gte: now },
  [`entries.${childId}`]: { $exists: true },
  [`entries.${childId}.closed`]: { $exists: false },
})

const answeredLine = ({ childId, openid, signer, version }: AnsweredBy, now: Instant) => ({
  [`entries.${childId}.signedAt`]: now,
  [`entries.${childId}.signer`]: signer,
  [`entries.${childId}.signerOpenid`]: openid,
  [`entries.${childId}.version`]: version,
  [`entries.${childId}.late`]: false,
})

/** Which words the follow-up is about, and whether it may be one more. */
interface About extends Pick<SlipDoc, 'version' | 'signFrom'> {
  /** Only where nobody has signed or been told yet: the same paper twice is one (X04). */
  once?: boolean
  /** What it counts as, or of what it takes back (X07). */
  reached?: Reached
}

/** A follow-up is added; a counter-entry takes the standing one back and deletes nothing (N06). */
export function followUpChange(
  childId: string,
  entry: FollowUp,
  now: Instant,
  { version, signFrom = 1, once = false, reached }: About,
): SlipChange {
  const at = `entries.${childId}`
  const takesBack = entry.takesBack === true
  return {
    where: {
      state: 'running',
      // Told of these words: another version is told anew (N11).
      version,
      [at]: { $exists: true },
      [`${at}.closed`]: { $exists: false },
      ...(takesBack && { [`${at}.followed`]: true }),
      ...(once && {
        $and: [
          { $or: [{ [`${at}.signedAt`]: { $exists: false } }, { [`${at}.version`]: { $lt: signFrom } }] },
          { $or: [{ [`${at}.followed`]: false }, { [`${at}.followedVersion`]: { $not: { $gte: signFrom } } }] },
        ],
      }),
    },
    change: {
      $set: { [`${at}.followed`]: !takesBack, [`${at}.followedVersion`]: version, updatedAt: now },
      $push: { [`${at}.followUps`]: entry, ...(reached && !takesBack && { reachedBy: reached }) },
      ...(reached && takesBack && { $pull: { reachedBy: reached } }),
    },
  }
}

/** Closes a slip exactly as it was read: if a child's line changed meanwhile, the caller looks again (N06). */
export function closeChange(readAt: Instant, now: Instant): SlipChange {
  return {
    where: { state: 'running', updatedAt: readAt },
    change: { $set: { state: 'closed', closedAt: now, updatedAt: now } },
  }
}
