// Decides the leaders' today page: who is not reached, what is held, which quiet hours were overridden.
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Identity, Instant, PactNews, TodayPrincipal } from '@class-pact/core/contract'
import { owedOf } from '@class-pact/core/incident'
import { asksToResume } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import { endOfYear, roundToTell } from '@class-pact/core/purge'
import { isYearDue, yearToCome } from '@class-pact/core/year'
import type { Person } from '../../common/call/person'
import type { Stage } from '../../common/store/collection'
import {
  countOf,
  lookUpCount,
  lookUpList,
  readList,
  type Counted,
  type List,
  type Part,
} from '../../common/store/pages'
import {
  describeDropout,
  describeWarning,
  lookUpDropouts,
  lookUpWarnings,
  type DropoutRow,
  type WarningRow,
} from '../attendance'
import { countBureau, lookUpBureau, type BureauRow } from '../bureau'
import type { ChildDoc, ClassDoc } from '../class'
import { countDue, lookUpDue, type DueFound } from '../due'
import { openIncidents, type IncidentDoc } from '../incident'
import { waitingForLeaders } from '../join'
import { lookUpPending, waitingForLeader, type PendingRow } from '../leave'
import { leadersCases, openAppeals } from '../moderation'
import { heldOf, ruleStages, type NoticeDoc } from '../notice'
import { lookUpVersions, newsOf, type PactDoc } from '../pact'
import { schools, type SchoolDoc } from '../school'
import { COUNT_UNSEEN, placeOf, unseenOverrides } from '../review'
import { COUNT_ENTRIES, WANTS_REPLY } from '../slip'
import { lookUpHeld, waitingAtLeaders } from '../talk'
import { dueClasses, lookUpMissing, type LookingRoll } from './missing'
import { describeRunning, type CountedSlip } from './running'
import { lookUpTasks, readTasks } from './tasks'

/** Of what runs the page names so many; all are one tap away. */
const INCIDENTS = 5
/** More than go out in a day. */
const URGENT = 50

interface Row extends SchoolDoc, DueFound, BureauRow {
  pacts: PactDoc[]
  versions: PactNews[]
  missing: LookingRoll[]
  unseen: { count: number }[]
  headless: Counted
  years?: Counted
  grades?: Counted
  cases: Counted
  appeals: Counted
  heldLetters: Counted
  reports: Counted
  letters: Counted
  applications: Counted
  pendingLeaves: PendingRow[]
  warnings: WarningRow[]
  dropouts: DropoutRow[]
}

export async function readPrincipalToday(
  person: Person,
  identity: Identity,
  now: Instant,
  after: string | undefined,
): Promise<TodayPrincipal> {
  const { schoolId } = identity
  const { _id: openid } = person
  const looker = { person, identity, now }
  const today = beijingDay(now)
  const yesterday = instantOf(addDays(today, -1), '00:00')
  const overdue: List = { parts: [overdueSlips(schoolId, now)] }
  const held: List = { parts: heldOf(schoolId) }
  const urgent: List = { parts: [urgentSince(schoolId, yesterday)], size: URGENT }
  const leavings: List = { parts: [leavingsOf(schoolId)] }
  const sudden: List = { parts: [openIncidents(schoolId)], size: INCIDENTS }
  const theirs = leadersCases(schoolId, now)
  const [row] = await schools.aggregate<Row>([
    ...ruleStages(schoolId, now),
    lookUpVersions([schoolId]),
    lookUpMissing({ schoolId }),
    ...lookUpList('overdue', overdue, after),
    ...lookUpList('held', held),
    ...lookUpList('urgent', urgent),
    ...lookUpList('leavings', leavings),
    ...lookUpList('sudden', sudden),
    {
      $lookup: {
        from: 'notices',
        pipeline: [{ $match: unseenOverrides(schoolId) }, COUNT_UNSEEN],
        as: 'unseen',
      },
    },
    lookUpCount('classes', 'headless', {
      schoolId,
      'headTeacher.openid': { $exists: false },
      archived: { $exists: false },
    }),
    ...(isYearDue(now) ? yearStages(schoolId, yearToCome(now)) : []),
    {
      $lookup: {
        from: 'cases',
        pipeline: [{ $match: theirs.where }, ...theirs.by, { $count: 'count' }],
        as: 'cases',
      },
    },
    lookUpCount('applications', 'applications', waitingForLeaders(schoolId, identity.role)),
    lookUpHeld({ schoolId }, 'leaders'),
    lookUpCount('cases', 'appeals', openAppeals(schoolId)),
    lookUpCount('reports', 'reports', { schoolId, state: 'open' }),
    lookUpCount('talks', 'letters', waitingAtLeaders(schoolId, now)),
    lookUpPending(schoolId),
    lookUpWarnings({ schoolId }),
    lookUpDropouts({ schoolId }),
    ...lookUpTasks(schoolId, openid),
    ...(identity.role === 'principal' ? lookUpBureau(schoolId) : []),
    ...lookUpDue(looker),
  ])
  const registers = countDue(row, looker)
  const role = identity.role === 'principal' ? 'principal' : 'office'
  const pact = row?.pacts[0]
  const opening = row && pact ? nextOpening(yesterday, role, pact, row.calendar) : yesterday
  // A day of rest may not open at all: then all of it counts.
  const since = opening < instantOf(today, '00:00') ? opening : yesterday
  const late = readList<CountedSlip>(row, 'overdue', overdue)
  const waiting = readList<NoticeDoc>(row, 'held', held)
  const leaving = readList<LeavingRow>(row, 'leavings', leavings)
  const latest = readList<NoticeDoc>(row, 'urgent', urgent)
  const incidents = readList<IncidentDoc>(row, 'sudden', sudden)
  const overrides = latest.rows.flatMap((notice) => describeOverride(notice, since))
  return {
    role,
    now,
    pactNews: newsOf(row?.versions, now),
    schoolId,
    ...(registers && { registers }),
    missing: dueClasses(row?.missing, now),
    incidents: incidents.rows.map((each) => describeSudden(each, now)),
    incidentsTotal: incidents.total,
    ...readTasks(row, { schoolId, openid, now }),
    ...(row?.stop && { stop: { level: row.stop.level, asks: asksToResume(row.stop.at, now) } }),
    overdue: late.rows.map((slip) => describeRunning(slip, now)),
    ...{ total: late.total, next: late.next },
    held: waiting.rows.map((notice) => ({
      noticeId: notice._id,
      title: notice.draft.title,
      author: notice.author.card,
      className: placeOf(notice),
      heldAt: notice.heldAt ?? notice.createdAt,
      kind: notice.draft.kind,
      ...(notice.awaits && { awaits: notice.awaits }),
      rules: [...new Set(notice.reasons.filter(({ verdict }) => verdict === 'hold').map(({ rule }) => rule))],
    })),
    heldTotal: waiting.total,
    overrides,
    overridesTotal: overrides.length + latest.total - latest.rows.length,
    unseenOverrides: row?.unseen[0]?.count ?? 0,
    classesWithoutHeadTeacher: countOf(row?.headless),
    ...(countOf(row?.grades) > 0 && countOf(row?.years) === 0 && { yearDue: yearToCome(now) }),
    ...describePurge(row, now),
    leaves: row ? waitingForLeader(row.pendingLeaves, row, openid, now).length : 0,
    warnings: (row?.warnings ?? []).map((warning) => describeWarning(warning, now)),
    dropouts: (row?.dropouts ?? []).map((dropout) => describeDropout(dropout, now)),
    ...(countOf(row?.letters) > 0 && { letters: countOf(row?.letters) }),
    cases: countOf(row?.cases),
    ...(countOf(row?.heldLetters) > 0 && { heldLetters: countOf(row?.heldLetters) }),
    ...(countOf(row?.appeals) > 0 && { appeals: countOf(row?.appeals) }),
    ...(countBureau(row) > 0 && { bureau: countBureau(row) }),
    reports: countOf(row?.reports),
    applications: countOf(row?.applications),
    leavings: leaving.rows.flatMap(describeLeaving),
    leavingsTotal: leaving.total,
  }
}

/** A school that began later has nothing of that year. */
function describePurge(row: Row | undefined, now: Instant): Pick<TodayPrincipal, 'purgeDue'> {
  const round = roundToTell(now)
  return round && row && row.createdAt < endOfYear(round.year) ? { purgeDue: { year: round.year, at: round.at } } : {}
}

/** Which class, what kind, since when: the child's name is one tap away (L06). */
function describeSudden(found: IncidentDoc, now: Instant): TodayPrincipal['incidents'][number] {
  const { _id: incidentId, className, kind, happenedAt, openedBy: by, stamps } = found
  const owed = owedOf({ happenedAt, by, stamps }, now)
  return { incidentId, className, kind, happenedAt, ...(owed && !owed.until && { owed: true }) }
}

/** Classes there are, and whether they have gone up this year or are about to (L13). */
function yearStages(schoolId: string, year: number): Stage[] {
  return [
    lookUpCount('classes', 'grades', { schoolId, archived: { $exists: false } }),
    lookUpCount('years', 'years', { _id: `${schoolId}:${year}`, state: { $ne: 'undone' } }),
  ]
}

function overdueSlips(schoolId: string, now: Instant): Part {
  return {
    from: 'slips',
    // A private notice is its author's to follow (C24).
    where: {
      schoolId,
      state: 'running',
      deadline: { $lt: now },
      replyMode: WANTS_REPLY,
      toChild: { $exists: false },
    },
    by: [...COUNT_ENTRIES, { $match: { 'counts.missing': { $gt: 0 } } }],
    order: [['deadline', 1]],
  }
}

type LeavingRow = ChildDoc & { classes: Pick<ClassDoc, 'name'>[] }

function leavingsOf(schoolId: string): Part {
  return {
    from: 'children',
    where: { schoolId, 'leaving.at': { $gt: 0 } },
    order: [['leaving.at', 1]],
    then: [
      { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
      { $project: { name: 1, leaving: 1, 'classes.name': 1 } },
    ],
  }
}

function describeLeaving({ _id: childId, name, leaving, classes }: LeavingRow): TodayPrincipal['leavings'] {
  if (!leaving) return []
  const { cause, from } = leaving
  return [{ childId, name, className: classes[0]?.name ?? '', cause, from }]
}

function urgentSince(schoolId: string, since: Instant): Part {
  return {
    from: 'notices',
    where: { schoolId, publishedAt: { $gte: since }, 'urgent.cause': { $exists: true } },
    order: [['publishedAt', -1]],
    then: [{ $project: { trail: 0, search: 0 } }],
  }
}

function describeOverride(notice: NoticeDoc, since: Instant): TodayPrincipal['overrides'] {
  const { _id: noticeId, draft, author, urgent, publishedAt } = notice
  if (!urgent || publishedAt === undefined || publishedAt < since) return []
  const { cause } = urgent
  return [{ noticeId, title: draft.title, author: author.card, className: placeOf(notice), cause, at: publishedAt }]
}
