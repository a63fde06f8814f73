// Decides how a published notice reaches its classes: one slip a class, opened once however often it is tried (G18).
import { beijingDay, gapOf } from '@class-pact/core/calendar'
import { nextOpening } from '@class-pact/core/pact'
import { childrenOf, openEntries, reminderTime, searchTextOf, settleReply } from '@class-pact/core/notice'
import type { Instant } from '@class-pact/core/contract'
import { startTrail } from '../../common/store/trail'
import type { AudienceClass, AudienceFacts, NoticeDoc } from '../notice'
import type { SlipDoc } from './documents'
import { digestForm } from './form-digest'
import { slips } from './store'

type Published = NoticeDoc & { publishedAt: Instant }

export function slipId(noticeId: string, classId: string): string {
  return `${noticeId}.${classId}`
}

/** The slips a published notice wants. A notice to some children has their entries alone: nobody else finds it. */
export function planSlips(notice: Published, audience: AudienceFacts): SlipDoc[] {
  return audience.classes.map((each) => planSlip(notice, each, audience))
}

function planSlip(notice: Published, { _id, name, roster }: AudienceClass, audience: AudienceFacts): SlipDoc {
  const { draft, publishedAt, audience: aim } = notice
  const chosen = childrenOf(aim)
  const addressed = chosen ? roster.filter(({ childId }) => chosen.includes(childId)) : roster
  const { replyMode, important } = settleReply(draft)
  const remindAt = reminderTime({ replyMode, deadline: draft.deadline, publishedAt }, (at) =>
    nextOpening(at, notice.author.role, audience.pact, audience.school.calendar),
  )
  return {
    _id: slipId(notice._id, _id),
    schoolId: notice.schoolId,
    noticeId: notice._id,
    classId: _id,
    className: name,
    authorOpenid: notice.author.openid,
    sender: notice.author.card,
    source: notice.source,
    kind: draft.kind,
    title: draft.title,
    search: searchTextOf({ ...draft, sender: notice.author.card }),
    replyMode,
    important,
    deadline: draft.deadline,
    ...gapOn(draft.deadline, audience),
    publishedAt,
    ...(draft.form && {
      formDigest: digestForm(draft.form),
      ...(draft.form.anonymous && { anonymous: true as const }),
    }),
    version: notice.version,
    signFrom: notice.signFrom,
    state: 'running',
    ...(aim.to === 'child' && { toChild: aim.childId }),
    ...(aim.to === 'children' && { toSome: true as const }),
    entries: openEntries(
      addressed.map((child) => ({ ...child, guardians: audience.families.get(child.childId)?.length ?? 0 })),
    ),
    urgentCause: notice.urgent?.cause,
    ...(remindAt !== undefined && { duty: { kind: 'remind', at: remindAt, lease: 0, tries: 0 } }),
    updatedAt: publishedAt,
    ...startTrail({
      id: notice._id,
      at: publishedAt,
      by: notice.author.openid,
      role: notice.author.role,
      action: 'slip.open',
    }),
  }
}

/** A deadline on a day of which nobody knows is said to be. */
function gapOn(deadline: Instant | undefined, { school }: AudienceFacts): Pick<SlipDoc, 'gap'> {
  const gap = deadline === undefined ? undefined : gapOf(beijingDay(deadline), school.calendar)
  return gap ? { gap } : {}
}

/** Opens the slips that are not open yet; those that are keep every signature they have. */
export async function openSlips(planned: SlipDoc[]): Promise<void> {
  if (planned.length === 0 || (await slips.insert(planned))) return
  const found = await slips.list<{ _id: string }>(
    { noticeId: planned[0]?.noticeId },
    { limit: planned.length, fields: { _id: 1 } },
  )
  const open = new Set(found.map(({ _id }) => _id))
  for (const slip of planned) if (!open.has(slip._id)) await slips.insert(slip)
}
