// Decides the table of the staff by name, for leaders: what each has done, and what those who have gone did (G08, G09).
import type { StaffFigures, StaffLine } from '@class-pact/core/contract'
import { limits } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { parseCursor } from '../../common/store/pages'
import { lookUpStanding, readStanding, type StandingLine, type StandingRow } from '../due'
import { markStaff } from '../office'
import { lookUpPact, type PactDoc } from '../pact'
import { schools } from '../school'
import { lookUpReplies, readReplies, type FoundReply, type RepliesRow } from '../talk'
import { findStaff, type FoundStaff } from './find-staff'
import { groupBy, lookUpStaffWork, readStaffWork, spanOf, type StaffWork, type StaffWorkRow } from './staff-work'

type Row = StaffWorkRow & RepliesRow & { pacts: PactDoc[]; standing: StandingRow[] }

const NOTHING: StaffWork = {
  ...{ published: 0, late: 0, urgent: 0, refused: 0, held: 0, rules: [], followUps: 0, contacts: 0 },
}

export const readStaff: Handler<'statistics.staff'> = async ({ schoolId, range, of, after }, { now }) => {
  const found = await findStaff(schoolId, { range, of, now })
  if (found === 'day') return refuse('INPUT_INVALID', { field: 'of' })
  if (!found) return refuse('FORBIDDEN')
  const { period, colleagues, school } = found
  const span = spanOf(period)
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { _id: 1 } },
    lookUpPact(now, { schoolId }),
    ...lookUpStaffWork(schoolId, span),
    lookUpReplies(schoolId, span),
    standingStage(schoolId, now),
    { $limit: 1 },
  ])
  const [pact] = row?.pacts ?? []
  if (!row || !pact) return refuse('FORBIDDEN')
  const work = readStaffWork(row)
  const replies = readReplies(row, { pact, calendar: school.calendar, ...span })
  const standing = readStanding(row.standing[0], staffOf(found), { schoolId, now })
  const byPerson = groupBy(replies, ({ openid }) => openid)
  const here = new Set(colleagues.map(({ openid }) => openid))
  const lines = colleagues.map(({ openid, card, classNames }): StaffLine => ({
    ...{ staffId: markStaff(schoolId, openid), card, classNames },
    ...describe(
      work.get(openid) ?? NOTHING,
      byPerson.get(openid) ?? [],
      standing.filter(({ who }) => who.includes(openid)),
    ),
  }))
  const gone = [...new Set([...work.keys(), ...byPerson.keys()])]
    .filter((openid) => openid && !here.has(openid))
    .sort()
    .map((openid): StaffLine => ({
      ...{ staffId: markStaff(schoolId, openid), classNames: [] },
      ...describe(work.get(openid) ?? NOTHING, byPerson.get(openid) ?? [], []),
    }))
  const all = [...lines, ...gone]
  const [start] = parseCursor(after)
  const from = typeof start === 'number' && Number.isSafeInteger(start) && start > 0 ? start : 0
  const end = from + limits.PAGE_SIZE
  return succeed({
    ...period,
    asOf: now,
    staff: all.slice(from, end),
    total: all.length,
    ...(end < all.length && { next: Buffer.from(JSON.stringify([end])).toString('base64url') }),
    all: { ...addUp(all), registers: countRegisters(standing) },
  })
}

/** Lookups of their own row: their names are others'. */
export const standingStage = (schoolId: string, now: number) => ({
  $lookup: {
    from: 'schools',
    pipeline: [
      { $match: { _id: schoolId } },
      { $project: { _id: 1 } },
      ...lookUpStanding(schoolId, now),
      { $limit: 1 },
    ],
    as: 'standing',
  },
})

export const staffOf = ({ school }: FoundStaff) => ({
  ...{ principals: school.principals, office: school.office ?? [], held: school.held },
})

const countRegisters = (lines: readonly StandingLine[]) => {
  const done = lines.filter(({ isDone }) => isDone).length
  return { done, overdue: lines.length - done }
}

function describe(
  { published: posts, urgent: overrides, late, refused, held, rules, followUps, contacts }: StaffWork,
  replies: readonly FoundReply[],
  standing: readonly StandingLine[],
): StaffFigures {
  return {
    ...{ posts, late, overrides, refused, held, rules, followUps, contacts },
    ...{ replies: replies.length, repliesInTime: replies.filter(({ inTime }) => inTime).length },
    registers: countRegisters(standing),
  }
}

/** A duty that several share is one of the school's. */
function addUp(lines: readonly StaffFigures[]): Omit<StaffFigures, 'registers'> {
  const sum = (pick: (line: StaffFigures) => number) => lines.reduce((total, line) => total + pick(line), 0)
  const rules = new Map<string, StaffFigures['rules'][number]>()
  for (const { rule, refused, held } of lines.flatMap((line) => line.rules)) {
    const known = rules.get(rule) ?? { rule, refused: 0, held: 0 }
    rules.set(rule, { rule, refused: known.refused + refused, held: known.held + held })
  }
  return {
    ...{ posts: sum(({ posts }) => posts), late: sum(({ late }) => late) },
    ...{ overrides: sum(({ overrides }) => overrides), refused: sum(({ refused }) => refused) },
    ...{ held: sum(({ held }) => held), followUps: sum(({ followUps }) => followUps) },
    rules: [...rules.values()].sort((a, b) => b.refused + b.held - a.refused - a.held || (a.rule < b.rule ? -1 : 1)),
    contacts: sum(({ contacts }) => contacts),
    replies: sum(({ replies }) => replies),
    repliesInTime: sum(({ repliesInTime }) => repliesInTime),
  }
}
