// Decides how a principal takes the audit along: in order, proved unbroken, nobody's openid in it (G11, G12, C28).
import { domains } from 'domains:manifests'
import type { AuditRow } from '@class-pact/core/contract'
import { compareAnchor, readAnchor, writeAnchor, type Anchor, type Anchored } from '@class-pact/core/audit'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { schools } from '../school'
import type { AuditDoc } from './documents'
import { cardsOf, keyOf, lookUpMembers, type MembersFound } from './member-cards'
import { audit, markMember, sealRow } from './store'

/** Rows of one call; an answer of a function holds 1 MB. */
const ROWS_AT_ONCE = 500

/** How the audit says what happened: every domain's words. */
const ACTS = new Map(domains.flatMap(({ acts }) => Object.entries(acts)))

interface Found extends MembersFound {
  rows: AuditDoc[]
}

export const exportAudit: Handler<'audit.export'> = async ({ schoolId, after = 0, anchor: code }) => {
  const anchor = code === undefined ? undefined : readAnchor(code)
  if (code !== undefined && !anchor) return refuse('INPUT_INVALID', { field: 'anchor' })
  // One row before the page tells what its first row continues; one after, whether there are more.
  const [[school], anchored] = await Promise.all([readRows(schoolId, after), anchor && findAnchored(schoolId, anchor)])
  if (!school) return refuse('FORBIDDEN')
  const found = school.rows
  const before = found[0]?.seq === after ? found[0] : undefined
  const rows = found.filter(({ seq }) => seq > after).slice(0, ROWS_AT_ONCE)
  const brokenAt = findBreak(after, after === 0 ? '' : before?.hash, rows)
  const end = rows[rows.length - 1] ?? before
  const last = end?.seq ?? after
  const more = found.some(({ seq }) => seq > last)
  const cards = cardsOf(school)
  return succeed({
    rows: rows.map((row) => describeRow(row, cards)),
    intact: brokenAt === undefined,
    brokenAt,
    ...(more && { next: last }),
    ...(!more && end && { anchor: writeAnchor(end) }),
    ...(anchored && { anchored }),
  })
}

function readRows(schoolId: string, after: number): Promise<Found[]> {
  return schools.aggregate<Found>([
    { $match: { _id: schoolId } },
    {
      $lookup: {
        from: 'audit',
        pipeline: [{ $match: { schoolId, seq: { $gte: after } } }, { $sort: { seq: 1 } }, { $limit: ROWS_AT_ONCE + 2 }],
        as: 'rows',
      },
    },
    ...lookUpMembers(schoolId, 'rows.by'),
    { $limit: 1 },
  ])
}

/** What stands in the anchor's place; that everything before it is sealed in it the pages prove, one after the other. */
async function findAnchored(schoolId: string, anchor: Anchor): Promise<Anchored> {
  const [row] = await audit.list<AuditDoc>({ schoolId, seq: anchor.seq }, { limit: 1 })
  return compareAnchor(anchor, row && { seq: row.seq, hash: sealRow(row) })
}

function describeRow(
  { seq, at, by, role, action, target, detail, previous, hash, schoolId }: AuditDoc,
  cards: ReadonlyMap<string, string>,
): AuditRow {
  const who = cards.get(keyOf(by, role))
  const said = ACTS.get(action)
  return {
    ...{ seq, at, by: markMember(schoolId, by), role, action, target, detail, previous, hash },
    ...(who && { who }),
    ...(said && { said }),
  }
}

/** The first row that is changed, or does not continue the one before; a row that is missing shows in the next. */
function findBreak(after: number, hash: string | undefined, rows: AuditDoc[]): number | undefined {
  let expected = { seq: after, hash }
  for (const row of rows) {
    if (row.seq !== expected.seq + 1 || row.previous !== expected.hash || row.hash !== sealRow(row)) return row.seq
    expected = row
  }
  return undefined
}
