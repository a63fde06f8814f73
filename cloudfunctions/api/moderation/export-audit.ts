// Decides how a principal takes the evidence along: the audit in order, a page a call, each page proved unbroken (G11, G12).
import type { AuditRow } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { memberOf } from '../../common/session'
import { audit, sealRow } from '../../common/store/audit'
import type { AuditDoc } from '../../common/store/documents'

/** Rows of one call; an answer of a function holds 1 MB. */
const ROWS_AT_ONCE = 500

export const exportAudit: Handler<'audit.export'> = async ({ schoolId, after = 0 }, { person }) => {
  if (!memberOf(person, schoolId, ['principal'])) return refuse('FORBIDDEN')
  // One row before the page tells what its first row continues; one after, whether there are more.
  const found = await audit.list<AuditDoc>(
    { schoolId, seq: { $gte: after } },
    { limit: ROWS_AT_ONCE + 2, order: [['seq', 'asc']] },
  )
  const before = found[0]?.seq === after ? found[0] : undefined
  const rows = found.filter(({ seq }) => seq > after).slice(0, ROWS_AT_ONCE)
  const brokenAt = findBreak(after, after === 0 ? '' : before?.hash, rows)
  const last = rows[rows.length - 1]?.seq ?? after
  return succeed({
    rows: rows.map(({ seq, at, by, role, action, target, detail, previous, hash }): AuditRow => ({
      ...{ seq, at, by, role, action, target, detail, previous, hash },
    })),
    intact: brokenAt === undefined,
    brokenAt,
    ...(found.some(({ seq }) => seq > last) && { next: last }),
  })
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
