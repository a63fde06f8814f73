// Decides what another version of a notice does to its slips, and that what was signed before stays as proof (N11).
import { beijingDay, gapOf } from '@class-pact/core/calendar'
import type { CalendarGap, Instant } from '@class-pact/core/contract'
import { reminderTime, searchTextOf, settleReply } from '@class-pact/core/notice'
import type { EarlierSignature, Entries, SearchText, SlipEntry } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import { BOUNDS } from '../../common/store/bounds'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import type { AudienceFacts, NoticeDoc } from '../notice'
import type { SlipDoc } from './documents'
import { slips } from './store'

/** Signatures that a line keeps beside the one that stands: as many as a notice has versions (limits.VERSIONS_MAX). */
const EARLIER_MOST = 20
/** A signature may come in while the earlier ones are put aside; then it is looked at again. */
const LOOKS = 3

export interface NewWords {
  noticeId: string
  version: number
  title: string
  search: SearchText
  deadline?: Instant
  gap?: CalendarGap
  /** When the reminder of these words is due. */
  remindAt?: Instant
  /** The first version whose answers count. */
  signFrom?: number
}

/** What the slips of a corrected notice say from now on. */
export function planWords(notice: NoticeDoc, { pact, school }: Pick<AudienceFacts, 'pact' | 'school'>): NewWords {
  const { _id: noticeId, version, signFrom, amended, draft, author, createdAt } = notice
  const { title, deadline } = draft
  const { replyMode } = settleReply(draft)
  const gap = deadline === undefined ? undefined : gapOf(beijingDay(deadline), school.calendar)
  const remindAt = reminderTime({ replyMode, deadline, publishedAt: amended?.at ?? createdAt }, (at) =>
    nextOpening(at, author.role, pact, school.calendar),
  )
  const search = searchTextOf({ ...draft, sender: author.card })
  return { noticeId, version, signFrom, title, search, deadline, gap, remindAt }
}

/** All slips of the notice in one call; a repeat finds none with the words before. Who has not signed is reminded anew. */
export async function amendSlips(words: NewWords, act: TrailEntry): Promise<void> {
  const { noticeId, version, signFrom, title, search, deadline, gap, remindAt } = words
  const asksAgain = signFrom === version
  const duty = remindAt === undefined ? undefined : { kind: 'remind', at: remindAt, lease: 0, tries: 0 }
  const given = { deadline, gap, duty }
  const gone = (Object.keys(given) as (keyof typeof given)[]).filter((field) => given[field] === undefined)
  await slips.update(
    // A class that has graduated is asked nothing any more (L13).
    { noticeId, version: { $lt: version }, state: { $ne: 'withdrawn' }, graduated: { $exists: false } },
    withTrail(
      {
        $set: {
          ...{ version, signFrom, title, search, ...given, updatedAt: act.at },
          ...(asksAgain && { state: 'running' }),
        },
        $unset: {
          remindedAt: '',
          ...(asksAgain && { closedAt: '' }),
          ...Object.fromEntries(gone.map((field) => [field, ''])),
        },
      },
      { ...act, action: 'slip.amend', detail: { version } },
    ),
  )
}

/** How a message speaks of the slip: of words that are signed again, or that have only been corrected. */
export function amendedAs({ version, signFrom }: Pick<SlipDoc, 'version' | 'signFrom'>): 'again' | 'told' | undefined {
  if (version === 1) return undefined
  return signFrom === version ? 'again' : 'told'
}

/** Moves what was signed before `signFrom` beside the line's place for a signature: whoever signs again finds it free. */
export async function keepEarlier(noticeId: string): Promise<void> {
  const asked = await slips.list<Pick<SlipDoc, '_id' | 'entries' | 'signFrom'>>(
    { noticeId, signFrom: { $gt: 1 } },
    { limit: BOUNDS.classesOfSchool, fields: { entries: 1, signFrom: 1 } },
  )
  for (const { _id, entries, signFrom = 1 } of asked) await keepOf(_id, entries, signFrom)
}

async function keepOf(_id: string, found: Entries, signFrom: number): Promise<void> {
  let entries: Entries | undefined = found
  for (let look = 1; entries && look <= LOOKS; look++) {
    const moves = Object.entries(entries).flatMap(([childId, entry]) => moveOf(`entries.${childId}`, entry, signFrom))
    if (moves.length === 0) return
    const where = Object.assign({}, ...moves.map((move) => move.where)) as Record<string, unknown>
    const changed = await slips.update(
      { _id, signFrom, ...where },
      {
        $push: Object.assign({}, ...moves.map((move) => move.push)) as Record<string, unknown>,
        $unset: Object.assign({}, ...moves.map((move) => move.unset)) as Record<string, unknown>,
      },
    )
    if (changed) return
    entries = (await slips.find<Pick<SlipDoc, 'entries'>>(_id, { entries: 1 }))?.entries
  }
}

/** Everything that was signed on a line, the latest first. */
export function signaturesOf(entry: SlipEntry | undefined): EarlierSignature[] {
  if (!entry) return []
  const { signedAt, version = 1, earlier = [] } = entry
  const { signer, signerOpenid, signature, signatureDigest, typedName, late } = entry
  const latest = { signer, signerOpenid, signature, signatureDigest, typedName, late, version }
  return [...(signedAt === undefined ? [] : [{ ...latest, signedAt }]), ...[...earlier].reverse()]
}

const OF_A_SIGNATURE = [
  ...(['signedAt', 'signer', 'signerOpenid', 'signature', 'signatureDigest', 'typedName', 'late', 'version'] as const),
]

/** The change that puts one line's signature aside, if it stands under words that are no more. */
export function moveOf(line: string, entry: SlipEntry, signFrom: number) {
  const [kept] = entry.signedAt === undefined ? [] : signaturesOf(entry)
  if (!kept || kept.version >= signFrom) return []
  const { signedAt } = kept
  return [
    {
      where: { [`${line}.signedAt`]: signedAt, [`${line}.version`]: entry.version ?? { $exists: false } },
      push: { [`${line}.earlier`]: { $each: [kept], $slice: -EARLIER_MOST } },
      unset: Object.fromEntries(OF_A_SIGNATURE.map((field) => [`${line}.${field}`, ''])),
    },
  ]
}
