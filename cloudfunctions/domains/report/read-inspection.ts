// Decides what is read to say what is open in a school: its figures with its slips, and its duties (G13).
import { beijingDay, instantOf, termAround } from '@class-pact/core/calendar'
import type {
  DaySpan,
  DueRow,
  FeedbackSent,
  Instant,
  OpenItem,
  Range,
  SchoolCalendar,
  TermInspection,
} from '@class-pact/core/contract'
import { feedbackDue, inspectClass, inspectSchool } from '@class-pact/core/report'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { describeFeedback } from '../answers'
import { lookUpOpen, readOpen, type DueFound } from '../due'
import { latestFeedback, type NoticeDoc } from '../notice'
import { schools } from '../school'
import { COUNT_ENTRIES, OF_THE_CLASS, WANTS_REPLY } from '../slip'
import { readFacts, type SchoolFacts } from '../statistics'
import type { CountedSlip } from '../today'
import { termOf } from './term'

export interface FoundInspection {
  facts: SchoolFacts
  /** What was published in the range and wants a reply, the latest first. */
  slips: CountedSlip[]
  inspection: TermInspection
}

/** @param classId narrows to one class */
export async function readInspection(
  schoolId: string,
  { classId, range, now }: { classId?: string; range: Range; now: Instant },
): Promise<FoundInspection | undefined> {
  const place = classId ? { schoolId, classId } : { schoolId }
  const [facts, [row], latest] = await Promise.all([
    readFacts({ ...place, range, now, more: (days) => [lookUpSlips(place, days)] }),
    schools.aggregate<DueFound>([
      { $match: { _id: schoolId } },
      { $project: { _id: 1 } },
      ...lookUpOpen(schoolId, now),
      { $limit: 1 },
    ]),
    classId === undefined ? latestFeedback(schoolId) : undefined,
  ])
  if (!facts) return undefined
  const { slips = [] } = facts.row as { slips?: CountedSlip[] }
  const due = readOpen(row, { schoolId, now })
  const term = termOf(beijingDay(now), facts.school.calendar)
  return {
    facts,
    slips,
    inspection: {
      ...{ schoolId, now },
      ...(term && { term: { from: term.from, to: term.to } }),
      classes: facts.classes.map((each) => inspectClass(each, { slips, due }, now)),
      ...(classId === undefined
        ? await inspectOwn(due, latest, { calendar: facts.school.calendar, now })
        : { school: [] }),
    },
  }
}

/** What the school itself has open; the families' feedback of this term stands beside it once they are asked (G14). */
async function inspectOwn(
  due: readonly DueRow[],
  latest: NoticeDoc | undefined,
  { calendar, now }: { calendar: SchoolCalendar; now: Instant },
): Promise<{ school: OpenItem[]; feedback?: FeedbackSent }> {
  const term = termAround(beijingDay(now), calendar)
  if (latest && (!term || latest.createdAt >= instantOf(term.from, '00:00')))
    return { school: inspectSchool(due), feedback: await describeFeedback(latest) }
  return { school: inspectSchool(due, feedbackDue(term, now)) }
}

/** A private notice is no figure of the class (C24); the database counts the lines. */
const lookUpSlips = (place: { schoolId: string; classId?: string }, { from, to }: DaySpan): Stage => ({
  $lookup: {
    from: 'slips',
    pipeline: [
      {
        $match: {
          ...{ ...place, ...OF_THE_CLASS, replyMode: WANTS_REPLY, state: { $in: ['running', 'closed'] } },
          publishedAt: { $gte: instantOf(from, '00:00'), $lt: instantOf(to, '24:00') },
        },
      },
      { $sort: { publishedAt: -1 } },
      { $limit: BOUNDS.slipsOfReport },
      ...COUNT_ENTRIES,
    ],
    as: 'slips',
  },
})
