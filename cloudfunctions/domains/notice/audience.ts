// Decides what is read about a school before somebody speaks to its classes: one call brings pact, rosters, families and credits.
import type { Audience, Instant, NoticeDraft } from '@class-pact/core/contract'
import { addDays, beijingDay, instantOf, weekday } from '@class-pact/core/calendar'
import type { Stage } from '../../common/store/collection'
import type { ClassDoc } from '../class'
import type { NoticeDoc } from './documents'
import type { PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { lookUpPact } from '../pact'
import { schools } from '../school'

/** More classes than any school of one tenant has; without a limit CloudBase gives 20. */
const CLASSES_MOST = 1_000
const CHILDREN_MOST = 10_000
/** Own latest posts the flood rules look at (C01–C03, N03). */
const PREVIOUS_POSTS = 5

export type AudienceClass = Pick<ClassDoc, '_id' | 'name' | 'order' | 'roster' | 'headTeacher' | 'teachers'>

export interface AudienceFacts {
  school: SchoolDoc
  pact: PactDoc
  classes: AudienceClass[]
  /** Guardians of each child. */
  families: Map<string, string[]>
  /** Guardians a WeChat message can reach. */
  credited: Set<string>
}

export interface Speaker {
  openid: string
  /** Id the notice will have: tells whether this call has been answered before. */
  noticeId: string
  /** What could be children's names in what they say: asked for in the rosters of the whole school. */
  called?: string[]
}

export interface SpeakerFacts {
  /** Children of other classes who are called by their names (C22–C24). */
  elsewhere: { name: string }[]
  /** The author's own latest posts. */
  previous: { text: string; at: Instant }[]
  /** Most notices one of the classes got this week (T12). */
  weekCount: number
  repeated?: NoticeDoc
}

interface Row extends SchoolDoc {
  pacts: PactDoc[]
  classes: AudienceClass[]
  children: { _id: string; guardians: { openid: string }[] }[]
  credited: { _id: string }[]
  previous?: { draft: Pick<NoticeDraft, 'body'>; createdAt: Instant }[]
  week?: { _id: string; count: number }[]
  repeated?: NoticeDoc[]
  elsewhere?: { roster: { name: string }[] }[]
}

/** `undefined` class ids: the whole school. A child narrows the families to its own. */
interface Reach {
  schoolId: string
  classIds?: string[]
  childId?: string
}

export function reachOf(schoolId: string, audience: Audience): Reach {
  switch (audience.to) {
    case 'school':
      return { schoolId }
    case 'classes':
      return { schoolId, classIds: [...new Set(audience.classIds)] }
    case 'child':
      return { schoolId, classIds: [audience.classId], childId: audience.childId }
  }
}

/** Reads the audience; undefined if there is no such school or a class or child is not in it. */
export async function readAudience(reach: Reach, now: Instant): Promise<AudienceFacts | undefined> {
  const [row] = await schools.aggregate<Row>(audienceStages(reach, now))
  return row && describe(row, reach)
}

/** The same with what is known of the speaker, in the same one call. */
export async function readSpeaking(
  reach: Reach,
  speaker: Speaker,
  now: Instant,
): Promise<(AudienceFacts & SpeakerFacts) | undefined> {
  const [row] = await schools.aggregate<Row>([...audienceStages(reach, now), ...speakerStages(reach, speaker, now)])
  const audience = row && describe(row, reach)
  if (!row || !audience) return undefined
  return {
    ...audience,
    previous: (row.previous ?? []).map(({ draft, createdAt }) => ({ text: draft.body, at: createdAt })),
    weekCount: Math.max(0, ...(row.week ?? []).map(({ count }) => count)),
    repeated: row.repeated?.[0],
    elsewhere: (row.elsewhere ?? []).flatMap(({ roster }) => roster),
  }
}

/** School and pact alone, for decisions that address nobody. */
export async function readRules(
  schoolId: string,
  now: Instant,
): Promise<Pick<AudienceFacts, 'school' | 'pact'> | undefined> {
  const [row] = await schools.aggregate<SchoolDoc & { pacts: PactDoc[] }>(ruleStages(schoolId, now))
  if (!row) return undefined
  const { pacts, ...school } = row
  const [pact] = pacts
  return pact && { school, pact }
}

function describe(row: Row, { classIds, childId }: Reach): AudienceFacts | undefined {
  const { pacts, classes, children, credited, previous: _p, week: _w, repeated: _r, elsewhere: _e, ...school } = row
  const [pact] = pacts
  if (!pact || classes.length === 0 || (classIds && classes.length < classIds.length)) return undefined
  if (childId && !classes.some(({ roster }) => roster.some((each) => each.childId === childId))) return undefined
  return {
    school,
    pact,
    classes,
    families: new Map(children.map(({ _id, guardians }) => [_id, guardians.map(({ openid }) => openid)])),
    credited: new Set(credited.map(({ _id }) => _id)),
  }
}

/** The school and the pact in force today: a version for tomorrow does not judge yet (G15). */
export function ruleStages(schoolId: string, now: Instant): Stage[] {
  return [{ $match: { _id: schoolId } }, lookUpPact(now, { schoolId })]
}

function audienceStages({ schoolId, classIds, childId }: Reach, now: Instant): Stage[] {
  const ofClasses = classIds ? { _id: { $in: classIds }, schoolId } : { schoolId }
  const ofChildren = childId ? { _id: childId } : classIds ? { classId: { $in: classIds } } : { schoolId }
  return [
    ...ruleStages(schoolId, now),
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: ofClasses },
          { $sort: { order: 1 } },
          { $limit: CLASSES_MOST },
          { $project: { name: 1, order: 1, roster: 1, headTeacher: 1, teachers: 1 } },
        ],
        as: 'classes',
      },
    },
    {
      $lookup: {
        from: 'children',
        pipeline: [{ $match: ofChildren }, { $limit: CHILDREN_MOST }, { $project: { 'guardians.openid': 1 } }],
        as: 'children',
      },
    },
    {
      $addFields: {
        openids: {
          $reduce: {
            input: '$children',
            initialValue: [],
            in: { $concatArrays: ['$$value', '$$this.guardians.openid'] },
          },
        },
      },
    },
    { $lookup: { from: 'people', localField: 'openids', foreignField: '_id', as: 'people' } },
    {
      $addFields: {
        credited: {
          $map: {
            input: { $filter: { input: '$people', as: 'person', cond: { $gt: ['$$person.credits.notice', 0] } } },
            as: 'person',
            in: { _id: '$$person._id' },
          },
        },
      },
    },
    { $project: { openids: 0, people: 0 } },
  ]
}

function speakerStages(
  { schoolId, classIds }: Reach,
  { openid, noticeId, called = [] }: Speaker,
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
          { $match: { schoolId, 'author.openid': openid, state: { $ne: 'draft' } } },
          { $sort: { createdAt: -1 } },
          { $limit: PREVIOUS_POSTS },
          { $project: { 'draft.body': 1, createdAt: 1 } },
        ],
        as: 'previous',
      },
    },
    {
      $lookup: {
        from: 'slips',
        pipeline: [
          {
            // A letter to one family is no notice of the class (C24).
            $match: {
              ...(classIds ? { classId: { $in: classIds } } : { schoolId }),
              publishedAt: { $gte: monday },
              toChild: { $exists: false },
            },
          },
          { $group: { _id: '$classId', count: { $sum: 1 } } },
          { $limit: CLASSES_MOST },
        ],
        as: 'week',
      },
    },
    { $lookup: { from: 'notices', pipeline: [{ $match: { _id: noticeId } }], as: 'repeated' } },
    ...(classIds && called.length > 0 ? [lookUpElsewhere(schoolId, classIds, called)] : []),
  ]
}

/** The children of the school's other classes who have one of these names; nobody else of their rosters is read. */
function lookUpElsewhere(schoolId: string, classIds: string[], called: string[]): Stage {
  return {
    $lookup: {
      from: 'classes',
      pipeline: [
        { $match: { schoolId, _id: { $nin: classIds }, 'roster.name': { $in: called } } },
        { $limit: CLASSES_MOST },
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
