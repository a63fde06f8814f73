// Decides the leaders' today page: who is not reached, what is held, which quiet hours were overridden (screens.md 3.4).
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Identity, Instant, PactNews, TodayPrincipal } from '@class-pact/core/contract'
import { canAct } from '@class-pact/core/moderation'
import { nextOpening } from '@class-pact/core/pact'
import { ruleStages } from '../../common/notice/audience'
import { COUNT_ENTRIES } from '../../common/store/count-entries'
import type { CaseDoc, NoticeDoc, PactDoc, SchoolDoc } from '../../common/store/documents'
import { lookUpVersions, newsOf } from '../../common/store/pacts'
import { schools } from '../../common/store/schools'
import { COUNT_UNSEEN, placeOf, unseenOverrides } from '../../common/notice/unseen'
import { WANTS_REPLY } from '../../common/notice/own-slips'
import { describeRunning, type CountedSlip } from './running'

const MANY = 100

interface Row extends SchoolDoc {
  pacts: PactDoc[]
  versions: PactNews[]
  overdue: CountedSlip[]
  held: NoticeDoc[]
  urgent: NoticeDoc[]
  unseen: { count: number }[]
  headless: { _id: string }[]
  open: Pick<CaseDoc, 'openedAt' | 'ladder' | 'state'>[]
  reports: { _id: string }[]
}

export async function readPrincipalToday(identity: Identity, now: Instant): Promise<TodayPrincipal> {
  const { schoolId } = identity
  const today = beijingDay(now)
  const yesterday = instantOf(addDays(today, -1), '00:00')
  const [row] = await schools.aggregate<Row>([
    ...ruleStages(schoolId, now),
    lookUpVersions([schoolId]),
    {
      $lookup: {
        from: 'slips',
        pipeline: [
          {
            // A private notice is its author's to follow (C24).
            $match: {
              schoolId,
              state: 'running',
              deadline: { $lt: now },
              replyMode: WANTS_REPLY,
              toChild: { $exists: false },
            },
          },
          ...COUNT_ENTRIES,
          { $match: { 'counts.missing': { $gt: 0 } } },
          { $sort: { deadline: 1 } },
          { $limit: MANY },
        ],
        as: 'overdue',
      },
    },
    {
      $lookup: {
        from: 'notices',
        pipeline: [
          { $match: { schoolId, state: 'held' } },
          { $sort: { createdAt: 1 } },
          { $limit: MANY },
          { $project: { trail: 0 } },
        ],
        as: 'held',
      },
    },
    {
      $lookup: {
        from: 'notices',
        pipeline: [
          { $match: { schoolId, publishedAt: { $gte: yesterday }, 'urgent.cause': { $exists: true } } },
          { $sort: { publishedAt: -1 } },
          { $limit: MANY },
          { $project: { trail: 0 } },
        ],
        as: 'urgent',
      },
    },
    {
      $lookup: {
        from: 'notices',
        pipeline: [{ $match: unseenOverrides(schoolId) }, COUNT_UNSEEN],
        as: 'unseen',
      },
    },
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { schoolId, 'headTeacher.openid': { $exists: false } } },
          { $limit: 1_000 },
          { $project: { _id: 1 } },
        ],
        as: 'headless',
      },
    },
    {
      $lookup: {
        from: 'cases',
        pipeline: [
          { $match: { schoolId, state: 'open' } },
          { $sort: { openedAt: 1 } },
          { $limit: MANY },
          { $project: { openedAt: 1, ladder: 1, state: 1 } },
        ],
        as: 'open',
      },
    },
    {
      $lookup: {
        from: 'reports',
        pipeline: [{ $match: { schoolId, state: 'open' } }, { $limit: MANY }, { $project: { _id: 1 } }],
        as: 'reports',
      },
    },
  ])
  const role = identity.role === 'principal' ? 'principal' : 'office'
  const pact = row?.pacts[0]
  const opening = row && pact ? nextOpening(yesterday, role, pact, row.calendar) : yesterday
  // A day of rest may not open at all: then all of it counts.
  const since = opening < instantOf(today, '00:00') ? opening : yesterday
  return {
    role,
    now,
    pactNews: newsOf(row?.versions, now),
    schoolId,
    overdue: (row?.overdue ?? []).map((slip) => describeRunning(slip, now)),
    held: (row?.held ?? []).map((notice) => ({
      noticeId: notice._id,
      title: notice.draft.title,
      author: notice.author.card,
      className: placeOf(notice),
      heldAt: notice.heldAt ?? notice.createdAt,
      rules: [...new Set(notice.reasons.filter(({ verdict }) => verdict === 'hold').map(({ rule }) => rule))],
    })),
    overrides: (row?.urgent ?? []).flatMap(({ _id, draft, author, urgent, publishedAt, ...notice }) =>
      urgent && publishedAt !== undefined && publishedAt >= since
        ? [
            {
              noticeId: _id,
              title: draft.title,
              author: author.card,
              className: placeOf(notice),
              cause: urgent.cause,
              at: publishedAt,
            },
          ]
        : [],
    ),
    unseenOverrides: row?.unseen[0]?.count ?? 0,
    classesWithoutHeadTeacher: row?.headless.length ?? 0,
    cases: (row?.open ?? []).filter((each) => canAct(each, role, now)).length,
    reports: row?.reports.length ?? 0,
  }
}
