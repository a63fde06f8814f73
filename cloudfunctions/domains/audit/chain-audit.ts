// Decides how trails become the audit: each row carries the hash of the one before it (G12, docs/adr/0003).
import { domains } from 'domains:manifests'
import type { Instant } from '@class-pact/core/contract'
import { readClock } from '../../common/clock'
import { audit, sealRow } from './store'
import { openCollection, type Collection } from '../../common/store/collection'
import type { AuditDoc } from './documents'
import type { Trailed, TrailEntry } from '../../common/store/documents'

/** Every collection whose documents keep a trail. */
const TRAILED = domains.flatMap(({ collections }) =>
  Object.entries(collections).flatMap(([name, { trailed }]) => (trailed ? [name] : [])),
)
/** Documents of one look; what is left is found by the next. */
const AT_ONCE = 200
/** Links of one insert; below the 1,000 rows CloudBase gives a call, should they have to be looked up again (CloudBase: database limits). */
const PORTION = 500
/**
 * A document keeps the entries of a day, and its latest however old: by them a call that comes again is known. What is
 * chained and older is in the audit, and leaves.
 */
const KEEP_MS = 86_400_000
const KEEP_LATEST = 50
/** More than this a document never keeps of what is chained, also of one busy day. */
const KEEP_MOST = 300
/** Another run may append at the same moment; then the end of the chain is looked up again. */
const TRIES = 8

interface Open extends Trailed {
  _id: string
  /** A school is its own. */
  schoolId?: string
}

interface Link {
  id: string
  target: string
  entry: TrailEntry
}

/** Collection by collection, each as long as there is more and its part of the time lasts. */
export async function chainAudit(until: Instant): Promise<void> {
  for (const [at, name] of TRAILED.entries()) {
    const source = openCollection<Open>(name)
    const now = readClock()
    const end = now + (until - now) / (TRAILED.length - at)
    while ((await chainSome(name, source, end)) && readClock() < end);
  }
}

/** School by school, as long as there is time. @returns whether there may be more */
async function chainSome(name: string, source: Collection<Open>, end: Instant): Promise<boolean> {
  const open = await source.list<Open>(
    { trailOpen: true },
    { limit: AT_ONCE, fields: { trail: 1, audited: 1, cut: 1, schoolId: 1 } },
  )
  const bySchool = new Map<string, Open[]>()
  for (const document of open) {
    const schoolId = document.schoolId ?? document._id
    bySchool.set(schoolId, [...(bySchool.get(schoolId) ?? []), document])
  }
  for (const [schoolId, documents] of bySchool) {
    if (readClock() >= end) return true
    const links = documents.flatMap((document) => linksOf(name, document)).sort(byTime)
    for (let at = 0; at < links.length; at += PORTION) await appendLinks(schoolId, links.slice(at, at + PORTION))
    for (const document of documents) await markChained(source, document)
  }
  return open.length === AT_ONCE
}

const byTime = (a: Link, b: Link) => a.entry.at - b.entry.at

/** The position since the document began makes an entry's id: a call that leaves two traces on it leaves two rows. */
function linksOf(collection: string, { _id, trail, audited, cut = 0 }: Open): Link[] {
  const target = `${collection}/${_id}`
  return trail.slice(audited).map((entry, index) => ({ id: `${target}#${cut + audited + index}`, target, entry }))
}

async function appendLinks(schoolId: string, links: Link[]): Promise<void> {
  let waiting = links
  for (let tried = 0; waiting.length > 0 && tried < TRIES; tried++) {
    const [last] = await audit.list<AuditDoc>({ schoolId }, { limit: 1, order: [['seq', 'desc']] })
    if (await audit.insert(chain(schoolId, waiting, last))) return
    // Some are chained already, or somebody else has appended: look again at what is missing.
    const known = new Set(
      (
        await audit.list<{ _id: string }>(
          { _id: { $in: waiting.map(({ id }) => id) } },
          { limit: waiting.length, fields: { _id: 1 } },
        )
      ).map(({ _id }) => _id),
    )
    waiting = waiting.filter(({ id }) => !known.has(id))
  }
  if (waiting.length > 0) throw new Error('the audit chain is contended')
}

/** Rows in order, each sealed with everything it says and the seal of the row before. */
function chain(schoolId: string, links: Link[], last: Pick<AuditDoc, 'seq' | 'hash'> | undefined): AuditDoc[] {
  let { seq, hash } = last ?? { seq: 0, hash: '' }
  return links.map(({ id, target, entry }) => {
    const { at, by, role, action, detail } = entry
    const previous = hash
    seq++
    const row = { schoolId, seq, at, by, role, action, target, ...(detail && { detail }), previous }
    hash = sealRow(row)
    return { _id: id, ...row, hash }
  })
}

/**
 * Every entry that was read is chained by now; old ones leave in the same update, so that none is counted twice or missed.
 * An entry that came meanwhile keeps the document whole and open for the next run; another run that was faster changes
 * `audited` or `cut`, and this one then changes nothing.
 */
async function markChained(source: Collection<Open>, { _id, trail, audited, cut }: Open): Promise<void> {
  const asRead = { _id, audited, cut: cut ?? { $exists: false } }
  const kept = youngEntries(trail, readClock())
  const gone = trail.length - kept.length
  const closed = await source.update(
    { ...asRead, [`trail.${trail.length}`]: { $exists: false } },
    {
      $set: {
        audited: kept.length,
        trailOpen: false,
        ...(gone > 0 && { trail: kept, cut: (cut ?? 0) + gone }),
      },
    },
  )
  if (!closed) await source.update(asRead, { $set: { audited: trail.length } })
}

function youngEntries(trail: TrailEntry[], now: Instant): TrailEntry[] {
  return trail.filter(({ at }, index) => {
    const younger = trail.length - 1 - index
    return younger < KEEP_LATEST || (younger < KEEP_MOST && at > now - KEEP_MS)
  })
}
