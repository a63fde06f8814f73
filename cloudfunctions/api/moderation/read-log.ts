// Decides what the moderation log shows: what was held, decided and stepped, by role and rule; no text, no name (M06, G12).
import type { LogRow } from '@class-pact/core/contract'
import { muteDays } from '@class-pact/core/moderation'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { staffOf } from '../../common/session'
import { classes } from '../../common/store/classes'
import type { CaseDoc, ClassDoc, NoticeDoc, Person, VerdictDoc } from '../../common/store/documents'

/** Of each kind, the newest: a term's worth. */
const ROWS_MOST = 200

type Row = Pick<ClassDoc, '_id' | 'schoolId' | 'name'> & {
  verdicts: VerdictDoc[]
  decided: Pick<NoticeDoc, 'decided' | 'reasons'>[]
  cases: CaseDoc[]
}

export const readLog: Handler<'log.read'> = async ({ classId }, { person }) => {
  const [row] = await classes.aggregate<Row>([
    { $match: { _id: classId } },
    { $project: { schoolId: 1, name: 1 } },
    lookUp('verdicts', { classIds: classId }, { at: -1 }),
    lookUp(
      'notices',
      { 'classes.classId': classId, state: { $ne: 'held' }, 'decided.at': { $gt: 0 } },
      { createdAt: -1 },
      'decided',
    ),
    lookUp('cases', { classId }, { openedAt: -1 }),
    { $limit: 1 },
  ])
  if (!row || !mayRead(person, row)) return refuse('FORBIDDEN')
  const rows = [
    ...row.verdicts.map(({ at, role, rules, verdict }): LogRow => ({ at, role, act: 'post', rules, result: verdict })),
    ...row.decided.flatMap(({ decided, reasons }) => (decided ? [describeDecision(decided, reasons)] : [])),
    ...row.cases.flatMap(describeCaseSteps),
  ]
  return succeed({ className: row.name, rows: rows.sort((a, b) => b.at - a.at).slice(0, ROWS_MOST) })
}

const lookUp = (from: string, where: object, newest: object, as = from) => ({
  $lookup: { from, pipeline: [{ $match: where }, { $sort: newest }, { $limit: ROWS_MOST }], as },
})

function mayRead(person: Person, row: Row): boolean {
  const supervises = person.identities.some(({ role, classId }) => role === 'supervisor' && classId === row._id)
  const place = { classId: row._id, schoolId: row.schoolId }
  return supervises || staffOf(person, place, ['head_teacher', 'office', 'principal']) !== undefined
}

function describeDecision(
  { at, role, decision }: NonNullable<NoticeDoc['decided']>,
  reasons: NoticeDoc['reasons'],
): LogRow {
  const rules = [...new Set(reasons.filter(({ verdict }) => verdict === 'hold').map(({ rule }) => rule))]
  return { at, role, act: 'review', rules, result: decision }
}

function describeCaseSteps({ openedAt, rule, steps, closed, ladder }: CaseDoc): LogRow[] {
  const row = { act: 'case' as const, rules: [rule] }
  return [
    { ...row, at: openedAt, role: 'head_teacher', result: 'open' },
    ...steps.map(({ at, role, step }): LogRow => ({ ...row, at, role, result: step, days: muteDays(step, ladder) })),
    ...(closed ? [{ ...row, at: closed.at, role: closed.role, result: 'close' as const }] : []),
  ]
}
