// Decides when each person hears of a notice: at once, with others of the same opening, or in the day's summary.
import { dailyTime, mayWaitFor } from '@class-pact/core/notice'
import { nextOpening } from '@class-pact/core/pact'
import type { Instant } from '@class-pact/core/contract'
import { leadersMessage, noticeMessage } from '../../common/wechat/messages'
import { people } from '../person'
import { pushAll, putOff, type PutOff, type Recipient } from '../reminder'
import { amendedAs, slipId, type SlipDoc } from '../slip'
import type { AudienceClass, AudienceFacts } from './audience'
import type { NoticeDoc } from './documents'
import { isLeader } from './speaker'

/** One message to one person, and the slip it tells of. */
type Told = Recipient & { slipId: string }

interface Spreading {
  planned: SlipDoc[]
  audience: AudienceFacts
  /** The opening it has waited for, with whatever else waits for it; undefined: it goes at once. */
  opening?: Instant
  now: Instant
}

/** False: the time is over, the rest is for the next run. */
export async function spreadMessages(notice: NoticeDoc, spreading: Spreading, until: Instant): Promise<boolean> {
  const { planned, audience, opening, now } = spreading
  const { school, pact, daily } = audience
  const suffix = notice.version > 1 ? `v${notice.version}` : undefined
  const occasion = { schoolId: notice.schoolId, about: notice._id, suffix }
  const families = familiesOf(planned, audience)
  const summaryAt = dailyTime(now, (at) => nextOpening(at, 'head_teacher', pact, school.calendar))
  const { important, draft } = notice
  const waits = mayWaitFor({ important, isUrgent: draft.urgent !== undefined, deadline: draft.deadline }, summaryAt)
  const later = waits ? families.filter(({ openid }) => daily.has(openid)) : []
  await putOff(occasion, later.map(asWaiting), summaryAt)

  const others = families.filter((each) => !later.includes(each))
  const staff = await staffOf(notice, planned, audience, new Set(families.map(({ openid }) => openid)))
  if (opening !== undefined) {
    await putOff(occasion, [...others, ...staff].map(asWaiting), opening)
    return true
  }
  return (await pushAll(occasion, others, until)) && (await pushAll(occasion, staff, until))
}

const asWaiting = ({ openid, message, slipId: its }: Told): PutOff => ({
  openid,
  template: message.template,
  slipId: its,
})

/** Everybody with a credit once, however many children they have. */
function familiesOf(planned: SlipDoc[], { families, credited }: AudienceFacts): Told[] {
  const recipients = new Map<string, Told>()
  for (const slip of planned) {
    const message = noticeMessage({ ...slip, amended: amendedAs(slip) })
    for (const childId of Object.keys(slip.entries)) {
      for (const openid of families.get(childId) ?? []) {
        if (credited.has(openid) && !recipients.has(openid))
          recipients.set(openid, { openid, message, slipId: slip._id })
      }
    }
  }
  return [...recipients.values()]
}

const teachersOf = ({ headTeacher, teachers }: AudienceClass): string[] =>
  [headTeacher, ...teachers].flatMap((each) => each?.openid ?? [])

/** What the leaders tell a class its teachers hear of too, with their own credit: never the author, nobody twice (W5). */
async function staffOf(
  notice: NoticeDoc,
  planned: SlipDoc[],
  { classes }: AudienceFacts,
  told: Set<string>,
): Promise<Told[]> {
  const { author, audience } = notice
  if (!isLeader(author.role) || audience.to === 'child') return []
  const slipOf = new Map<string, string>()
  for (const each of classes) {
    for (const openid of teachersOf(each)) {
      if (openid !== author.openid && !told.has(openid) && !slipOf.has(openid))
        slipOf.set(openid, slipId(notice._id, each._id))
    }
  }
  const openids = [...slipOf.keys()]
  if (openids.length === 0) return []
  const credited = await people.list<{ _id: string }>(
    { _id: { $in: openids }, 'credits.todo': { $gt: 0 } },
    { limit: openids.length, fields: { _id: 1 } },
  )
  return credited.flatMap(({ _id: openid }) => {
    const slip = planned.find((each) => each._id === slipOf.get(openid))
    return slip ? [{ openid, slipId: slip._id, message: leadersMessage([slip], slip.publishedAt) }] : []
  })
}
