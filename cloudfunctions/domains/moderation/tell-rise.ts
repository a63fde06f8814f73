// Decides who hears that a case has risen: its new desk and its head teacher, in quiet hours later (G21, W5).
import { beijingDay } from '@class-pact/core/calendar'
import type { CaseDesk, Instant } from '@class-pact/core/contract'
import { deskOf } from '@class-pact/core/moderation'
import { nextOpening } from '@class-pact/core/pact'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { todoMessage } from '../../common/wechat/messages'
import type { ClassDoc } from '../class'
import { holdersOfOffice } from '../office'
import { lookUpPact, type PactDoc } from '../pact'
import { people } from '../person'
import { pushAll } from '../reminder'
import { schools, type SchoolDoc } from '../school'
import { riseToTell } from './case-duty'
import { cases } from './cases'
import type { CaseDoc } from './documents'

interface Row extends Pick<SchoolDoc, 'calendar' | 'principals' | 'office'> {
  pacts: PactDoc[]
  classes: Pick<ClassDoc, 'headTeacher'>[]
}

/** Every step is written down; only the desk where it lies now hears of it. A crash in between tells nobody twice. */
export async function tellRise(found: CaseDoc, until: Instant): Promise<StepDone> {
  const now = readClock()
  const rise = riseToTell(found)
  if (!rise) return 'done'
  if (rise.at > now) return { next: { kind: 'tell', at: rise.at } }
  if (rise.desk === deskOf(found, now)) {
    const row = await readRow(found, now)
    const [pact] = row?.pacts ?? []
    const opening = row && pact ? nextOpening(now, 'office', pact, row.calendar) : now
    if (opening > now) return { next: { kind: 'tell', at: opening } }
    if (row && !(await tell(found, { row, desk: rise.desk, at: rise.at, until })))
      return { next: { kind: 'tell', at: now } }
  }
  const { desk, at, days = 0 } = rise
  const act: TrailEntry = { id: `case.rise:${at}`, at: now, by: 'system', role: 'system', action: 'case.rise' }
  const noted = withTrail({ $set: { toldTo: at } }, { ...act, detail: { desk, days } })
  await cases.update({ _id: found._id, state: 'open', toldTo: found.toldTo ?? { $exists: false } }, noted)
  const next = riseToTell({ ...found, toldTo: at })
  return next ? { next: { kind: 'tell', at: next.at } } : 'done'
}

async function readRow({ schoolId, classId }: CaseDoc, now: Instant): Promise<Row | undefined> {
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1, principals: 1, office: 1 } },
    lookUpPact(now, { schoolId }),
    {
      $lookup: {
        from: 'classes',
        pipeline: [{ $match: { _id: classId } }, { $project: { headTeacher: 1 } }],
        as: 'classes',
      },
    },
    { $limit: 1 },
  ])
  return row
}

interface Told {
  row: Row
  desk: CaseDesk
  at: Instant
  until: Instant
}

/** Never the family's name nor what happened. False: the time is over, the rest is for the next run. */
async function tell({ _id, schoolId, classId }: CaseDoc, { row, desk, at, until }: Told): Promise<boolean> {
  const theirs = await peopleAt(desk, schoolId, row)
  const head = row.classes.flatMap(({ headTeacher }) => headTeacher?.openid ?? [])
  const openids = [...new Set([...theirs, ...head])]
  if (openids.length === 0) return true
  const credited = await people.list<{ _id: string }>(
    { _id: { $in: openids }, 'credits.todo': { $gt: 0 } },
    { limit: openids.length, fields: { _id: 1 } },
  )
  const recipients = credited.map(({ _id: openid }) => {
    const isTheirs = theirs.includes(openid)
    const what = isTheirs ? '处理转到您这里，请看' : '处理逾期，已转上一级'
    const place = isTheirs ? `schoolId=${schoolId}` : `classId=${classId}`
    return { openid, message: { ...todoMessage({ what, count: 1, at }), page: `packages/class/case/case?${place}` } }
  })
  return pushAll({ schoolId, about: `${_id}:rise:${at}` }, recipients, until)
}

/** Whoever may act at a desk: where nobody is there, the one above it. */
async function peopleAt(desk: CaseDesk, schoolId: string, { principals, office = [] }: Row): Promise<string[]> {
  const above = principals.map(({ openid }) => openid)
  const leaders = office.length > 0 ? office.map(({ openid }) => openid) : above
  if (desk === 'principal') return above
  if (desk === 'office') return leaders
  const holders = await holdersOfOffice(schoolId, 'discipline', beijingDay(readClock()))
  return holders.length > 0 ? holders : leaders
}
