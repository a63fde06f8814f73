// Decides whether an activity outside school hours is told a day ahead (N09).
import { beijingDay, mayBeSchoolDay, minutesOf } from '../../calendar'
import type { Instant, NoticeKind } from '../../wire'
import { findingAt, type Finding, type JudgeRule } from '../finding'
import { nextOpening } from '../../pact'
import type { Subject } from '../subject'
import { findToday, mayCallToday } from './lead-words'
const OUT_OF_SCHOOL: readonly (NoticeKind | undefined)[] = ['activity', 'outing']

/** Who may send it all the same is told so; whoever asks the principal for an exception waits for the word. */
const findingFor = ({ post, context }: Subject): Pick<Finding, 'verdict' | 'wayOut'> => {
  if (post.role === 'principal' || context.approvedBy?.trim()) return { verdict: 'warn' }
  return post.exception?.reason?.trim() ? { verdict: 'hold', wayOut: ['principal_approval'] } : { verdict: 'refuse' }
}

/** An activity after school or on a rest day is told a day ahead, counted from when the notice goes out (N09). */
export const judgeLead: JudgeRule<'N09'> = (subject, { afterSchool }) => {
  const { post, context, pact, now } = subject
  if (post.kind !== 'notice' || !OUT_OF_SCHOOL.includes(post.noticeKind)) return undefined
  const schoolEnds = minutesOf(afterSchool)
  if (!post.event?.day) return judgeWords(subject, now, schoolEnds)
  const { day, from } = post.event
  const inSchool = mayBeSchoolDay(day, context.calendar) && from !== undefined && minutesOf(from) < schoolEnds
  if (inSchool) return undefined
  const leaves = post.urgent?.reason?.trim() ? now : nextOpening(now, post.role, pact, context.calendar)
  if (beijingDay(leaves) < day) return undefined
  return { ...findingFor(subject), spans: [{ field: 'event', start: 0, end: 0 }] }
}

/** Where the form names no day, the text may: 今天放学后训练. */
function judgeWords(subject: Subject, now: Instant, schoolEnds: number): Finding | undefined {
  if (!mayCallToday(subject.text.tight.text)) return undefined
  const day = beijingDay(now)
  const isRestDay = !mayBeSchoolDay(day, subject.context.calendar)
  const found = findToday(subject.text.tight.text, day, isRestDay, schoolEnds)
  const { verdict, ...ways } = findingFor(subject)
  return found && findingAt(subject, verdict, [found], { sureness: 1, ...ways })
}
