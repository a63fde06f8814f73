// Decides what is read of a speaker beside their audience, in the same one call: what they said last, whom they name.
import { addDays, beijingDay, instantOf, weekday } from '@class-pact/core/calendar'
import type { Instant, NoticePrepared } from '@class-pact/core/contract'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { schools } from '../school'
import { audienceStages, describeAudience, type AudienceFacts, type AudienceRow, type Reach } from './audience'
import { OF_THE_CLASS } from '../slip'
import type { NoticeDoc } from './documents'
import { lookUpPlans, missingPlan, type MissingPlan, type PlansRow } from './meeting-plan'

/** Own latest posts the flood rules look at (C01–C03, N03). */
const PREVIOUS_POSTS = 5

export interface Speaker {
  openid: string
  /** Id the notice will have: tells whether this call has been answered before. */
  noticeId: string
  /** The published notice that this corrects: no post of its own beside it, and found with the rest (N11). */
  amends?: string
  /** It announces a parents' meeting: the plan is asked for (H03). */
  announces?: boolean
  /** What could be children's names in what they say: asked for in the rosters of the whole school. */
  called?: string[]
}

export interface SpeakerFacts {
  /** Children of other classes who are called by their names (C22–C24). */
  elsewhere: { name: string }[]
  /** The author's own latest posts. */
  previous: NonNullable<NoticePrepared['previous']>
  /** Most notices one of the classes got this week (T12). */
  weekCount: number
  /** The plan that a parents' meeting waits for. */
  missingPlan?: MissingPlan
  repeated?: NoticeDoc
  /** The notice that is corrected. */
  amended?: NoticeDoc
}

interface Row extends AudienceRow, PlansRow {
  previous: Pick<NoticeDoc, '_id' | 'draft' | 'createdAt' | 'classes'>[]
  week: { _id: string; count: number }[]
  named: NoticeDoc[]
  elsewhere?: { roster: { name: string }[] }[]
}

/** The audience and what is known of its speaker; undefined as `readAudience`. */
export async function readSpeaking(
  reach: Reach,
  speaker: Speaker,
  now: Instant,
): Promise<(AudienceFacts & SpeakerFacts) | undefined> {
  const [row] = await schools.aggregate<Row>([...audienceStages(reach, now), ...speakerStages(reach, speaker, now)])
  if (!row) return undefined
  const { previous, week, named, elsewhere = [], registers, plans, ...audienceRow } = row
  const audience = describeAudience(audienceRow, reach, now)
  return (
    audience && {
      ...audience,
      previous: previous.map(({ _id, draft, createdAt, classes: [place] }) => ({
        ...{ noticeId: _id, classId: place?.classId ?? '' },
        ...{ title: draft.title, text: draft.body, at: createdAt, event: draft.event },
      })),
      weekCount: Math.max(0, ...week.map(({ count }) => count)),
      repeated: named.find(({ _id }) => _id === speaker.noticeId),
      amended: named.find(({ _id }) => _id === speaker.amends),
      elsewhere: elsewhere.flatMap(({ roster }) => roster),
      missingPlan: missingPlan({ registers, plans }, reach.classIds ?? [], audience.school.calendar, now),
    }
  )
}

function speakerStages(
  { schoolId, classIds }: Reach,
  { openid, noticeId, amends, announces, called = [] }: Speaker,
  now: Instant,
): Stage[] {
  const today = beijingDay(now)
  const monday = instantOf(addDays(today, 1 - weekday(today)), '00:00')
  return [
    {
      $lookup: {
        from: 'notices',
        pipeline: [
          // A returned post is not out: sending it again, mended, repeats nothing (C01, G01).
          // What corrects another is no second one either (N11).
          {
            $match: {
              ...{ schoolId, 'author.openid': openid, state: { $ne: 'draft' }, amends: { $exists: false } },
              ...(amends && { _id: { $ne: amends } }),
            },
          },
          { $sort: { createdAt: -1 } },
          { $limit: PREVIOUS_POSTS },
          {
            $project: {
              ...{ 'draft.title': 1, 'draft.body': 1, 'draft.event': 1, createdAt: 1 },
              classes: { $slice: ['$classes', 1] },
            },
          },
        ],
        as: 'previous',
      },
    },
    {
      $lookup: {
        from: 'slips',
        pipeline: [
          {
            // A letter to one family or a few is no notice of the class (C24).
            $match: {
              ...(classIds ? { classId: { $in: classIds } } : { schoolId }),
              publishedAt: { $gte: monday },
              ...OF_THE_CLASS,
            },
          },
          { $group: { _id: '$classId', count: { $sum: 1 } } },
          { $limit: BOUNDS.classesOfSchool },
        ],
        as: 'week',
      },
    },
    {
      $lookup: {
        from: 'notices',
        pipeline: [{ $match: { _id: { $in: amends ? [noticeId, amends] : [noticeId] } } }],
        as: 'named',
      },
    },
    ...(announces && classIds ? lookUpPlans(schoolId, classIds, now) : []),
    ...(classIds && classIds.length > 0 && called.length > 0 ? [lookUpElsewhere(schoolId, classIds, called)] : []),
  ]
}

/** The children of the school's other classes who have one of these names; nobody else of their rosters is read. */
function lookUpElsewhere(schoolId: string, classIds: string[], called: string[]): Stage {
  return {
    $lookup: {
      from: 'classes',
      pipeline: [
        { $match: { schoolId, _id: { $nin: classIds }, archived: { $exists: false }, 'roster.name': { $in: called } } },
        { $limit: BOUNDS.classesOfSchool },
        {
          $project: {
            roster: { $filter: { input: '$roster', as: 'each', cond: { $in: ['$$each.name', { $literal: called }] } } },
          },
        },
      ],
      as: 'elsewhere',
    },
  }
}
