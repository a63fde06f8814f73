// Decides what a principal sees before adopting a pact: what it would have done to notices (screens.md 3.18).
import type { Instant } from '@class-pact/core/contract'
import { comparePacts, postOfNotice, type PastPost } from '@class-pact/core/judge'
import { earliestEffective, revisePact } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import type { ClassDoc } from '../class'
import { surroundingsOf, type NoticeDoc } from '../notice'
import { schools, type SchoolDoc } from '../school'
import type { PactDoc } from './documents'

/** 按过去30天 (screens.md 3.18) */
const DAYS = 30
const DAY_MS = 86_400_000
/** Each is judged twice, some milliseconds together; a busy school publishes fewer a month. */
const NOTICES_MOST = 500

type PastNotice = Pick<NoticeDoc, 'draft' | 'author' | 'createdAt'> & { classes: { classId: string }[] }
interface Row extends Pick<SchoolDoc, 'calendar'> {
  pacts: PactDoc[]
  notices: PastNotice[]
  classes: Pick<ClassDoc, '_id' | 'roster'>[]
}

export const previewPact: Handler<'pact.preview'> = async ({ schoolId, changes }, { now }) => {
  const row = await readPast(schoolId, now)
  const base = row?.pacts[0]
  if (!row || !base) return refuse('FORBIDDEN')
  const revision = revisePact(base, changes, earliestEffective(now))
  if (!revision.ok) return refuse('INPUT_INVALID', { field: `changes.${revision.field}` })

  const rosters = new Map(row.classes.map(({ _id, roster }) => [_id, roster]))
  const posts = row.notices.slice(0, NOTICES_MOST).map(({ draft, author, createdAt, classes }): PastPost => {
    const roster = classes.flatMap(({ classId }) => rosters.get(classId) ?? [])
    return {
      author: author.openid,
      post: postOfNotice(draft, author.role),
      context: { ...surroundingsOf(draft, roster), calendar: row.calendar },
      at: createdAt,
    }
  })
  const cut = row.notices.length > NOTICES_MOST
  return succeed({ days: DAYS, cut, ...comparePacts(base, revision.pact, posts) })
}

async function readPast(schoolId: string, now: Instant): Promise<Row | undefined> {
  const since = now - DAYS * DAY_MS
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1 } },
    {
      $lookup: {
        from: 'pacts',
        pipeline: [{ $match: { schoolId } }, { $sort: { version: -1 } }, { $limit: 1 }],
        as: 'pacts',
      },
    },
    {
      $lookup: {
        from: 'notices',
        pipeline: [
          { $match: { schoolId, createdAt: { $gte: since } } },
          { $sort: { createdAt: -1 } },
          { $limit: NOTICES_MOST + 1 },
          { $project: { draft: 1, author: 1, createdAt: 1, 'classes.classId': 1 } },
        ],
        as: 'notices',
      },
    },
    {
      $lookup: {
        from: 'classes',
        pipeline: [{ $match: { schoolId } }, { $limit: BOUNDS.classesOfSchool }, { $project: { roster: 1 } }],
        as: 'classes',
      },
    },
  ])
  return row
}
