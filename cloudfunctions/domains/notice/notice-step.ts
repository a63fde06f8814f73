// Decides the next step of a notice: released, delivered, its photos settled, or a withdrawal swept (G18).
import { MEDIA_WAIT_MS, placeNotice } from '@class-pact/core/notice'
import type { Instant } from '@class-pact/core/contract'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty, TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { mediaReason } from '../../common/wechat/check-reasons'
import { todoMessage } from '../../common/wechat/messages'
import { pushAll } from '../reminder'
import { amendSlips, keepEarlier, notePushed, openSlips, planSlips, planWords, type SlipDoc } from '../slip'
import { taskRecipients, tasks } from '../task'
import { findReach, readAudience, readRules, type AudienceFacts } from './audience'
import { replaceWords } from './apply-words'
import type { NoticeDoc } from './documents'
import { keepVerdict } from './keep-verdict'
import { placeOf } from './place-of'
import { notices } from './notices'
import { openReceipts, withdrawReceipts } from './open-receipts'
import { hoursAt, quietAt } from './quiet'
import { spreadMessages } from './spread'

export async function stepNotice(notice: NoticeDoc, duty: Duty, until: Instant): Promise<StepDone> {
  switch (duty.kind) {
    case 'release':
      return release(notice, duty)
    case 'deliver':
      return deliver(notice, duty, until)
    case 'media':
      return settleMedia(notice, duty)
    case 'sweep':
      await withdrawReceipts(notice, readClock())
      await tellStopped(notice, until)
      return 'done'
    case 'apply':
      return apply(notice, duty)
    default:
      return 'done'
  }
}

const systemAct = (notice: NoticeDoc, duty: Duty, action: string): TrailEntry => ({
  id: `${action}:${duty.at}`,
  at: readClock(),
  by: 'system',
  role: 'system',
  action,
  detail: { version: notice.version },
})

/** One update: the notice is out, and the duty to open its slips is in the same document. A late run asks the clock again. */
async function release(notice: NoticeDoc, duty: Duty): Promise<StepDone> {
  const now = readClock()
  const rules = await readRules(notice.schoolId, now)
  if (!rules) throw new Error('a queued notice has lost its school')
  const { releaseAt } = quietAt(notice, rules, now)
  if (releaseAt !== undefined) return { next: { kind: 'release', at: releaseAt } }
  const { duty: next, ...stands } = placeOf(notice, {
    ...{ state: 'published', publishedAt: now, duty: { kind: 'deliver', at: now } },
  })
  await notices.update(
    { _id: notice._id, state: 'queued', 'duty.kind': 'release' },
    withTrail(
      { $set: { ...stands, ...(next && { duty: { ...next, lease: 0, tries: 0 } }) } },
      systemAct(notice, duty, 'notice.release'),
    ),
  )
  return 'written'
}

async function deliver(notice: NoticeDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const { publishedAt } = notice
  if (notice.state !== 'published' || publishedAt === undefined) return 'done'
  const now = readClock()
  // Whom it goes to is asked once more: a class may have joined the grade, a child may have gone meanwhile.
  const reach = await findReach(notice.schoolId, notice.audience)
  const audience = reach && (await readAudience(reach, now))
  if (!audience) return 'done'
  if (notice.audience.to === 'staff') return deliverToStaff({ ...notice, publishedAt }, audience, until)
  const planned = planSlips({ ...notice, publishedAt }, audience)
  await openSlips(planned)
  if (notice.version > 1) {
    // A crash may have left the slips with the words before (N11).
    await amendSlips(planWords(notice, audience), systemAct(notice, duty, 'notice.apply'))
    await keepEarlier(notice._id)
  }
  await noteClasses(notice, planned)

  // The notice is out; only its messages respect the quiet time that may have begun meanwhile (screens.md 5).
  const { releaseAt } = hoursAt(notice, audience, now)
  if (releaseAt !== undefined) return { next: { kind: 'deliver', at: releaseAt } }

  // What has waited for an opening is told with whatever else has; other words than before go at once.
  const isFirst = notice.version === 1
  const opening = isFirst ? (notice.releaseAt ?? (duty.at > publishedAt ? duty.at : undefined)) : undefined
  if (!(await spreadMessages(notice, { planned, audience, opening, now }, until))) {
    return { next: { kind: 'deliver', at: readClock() } }
  }
  await notePushed(notice._id, planned, audience.families)
  return 'done'
}

/** The same for the staff: those are told who were addressed when the task was opened. */
async function deliverToStaff(
  notice: NoticeDoc & { publishedAt: Instant },
  audience: AudienceFacts,
  until: Instant,
): Promise<StepDone> {
  await openReceipts(notice, audience)
  const { releaseAt } = hoursAt(notice, audience, readClock())
  if (releaseAt !== undefined) return { next: { kind: 'deliver', at: releaseAt } }
  const task = await tasks.find(notice._id)
  if (!task) return 'done'
  const recipients = taskRecipients(task, Object.keys(task.entries), audience)
  const isSent = await pushAll({ schoolId: notice.schoolId, about: notice._id }, recipients, until)
  return isSent ? 'done' : { next: { kind: 'deliver', at: readClock() } }
}

/** The notice names the classes that have a slip: a grade or a school may have others than when it was written. */
async function noteClasses({ _id, classes }: NoticeDoc, planned: SlipDoc[]): Promise<void> {
  const known = new Set(classes.map(({ classId }) => classId))
  const late = planned
    .filter(({ classId }) => !known.has(classId))
    .map(({ classId, className: name }) => ({ classId, name }))
  if (late.length > 0) await notices.update({ _id }, { $set: { classes: [...classes, ...late] } })
}

/** All verdicts in, or the time is over: out, queued, or held for a person (C04). */
async function settleMedia(notice: NoticeDoc, duty: Duty): Promise<StepDone> {
  if (notice.state !== 'checking') return 'done'
  const now = readClock()
  const media = notice.media.map(({ suggest }) => suggest)
  const timeOut = notice.createdAt + MEDIA_WAIT_MS
  const isPending = media.includes('pending')
  if (isPending && now < timeOut) return { next: { kind: 'media', at: timeOut } }

  const rules = await readRules(notice.schoolId, now)
  if (!rules) return 'done'
  const { releaseAt, urgent } = quietAt(notice, rules, now)
  // A verdict that never came is a doubt; a photo WeChat calls risky is a person's to refuse. Whoever approved the post has
  // seen its photos: then only one brings it back that has been called risky since.
  const { decision, seen = [] } = notice.decided ?? {}
  const isSettled = ({ fileId, suggest }: NoticeDoc['media'][number]) =>
    suggest === 'pass' || (decision === 'approve' && (suggest !== 'risky' || seen.includes(fileId)))
  const settled = notice.media.map((each) => (isSettled(each) ? 'pass' : 'review'))
  const placed = placeOf(notice, placeNotice({ verdict: 'allow', text: 'pass', media: settled, releaseAt }, now))
  const { duty: next, ...stands } = placed
  const isKnown = notice.reasons.some(({ rule, verdict }) => rule === 'C04' && verdict === 'hold')
  const reasons =
    placed.state === 'held' && !isKnown
      ? [...notice.reasons, mediaReason({ version: notice.pactVersion })]
      : notice.reasons
  if (placed.state === 'held') {
    await keepVerdict('hold', {
      noticeId: notice._id,
      schoolId: notice.schoolId,
      classIds: notice.classes.map(({ classId }) => classId),
      author: notice.author,
      draft: notice.draft,
      reasons,
      at: now,
    })
  }
  await notices.update(
    { _id: notice._id, state: 'checking', 'duty.kind': 'media' },
    withTrail(
      {
        $set: {
          ...stands,
          reasons,
          ...(urgent && { urgent }),
          ...(next && { duty: { ...next, lease: 0, tries: 0 } }),
        },
        ...(!next && { $unset: { duty: '' } }),
      },
      systemAct(notice, duty, `notice.${placed.state}`),
    ),
  )
  return 'written'
}

/** The words of a correction stand, or those of another one do; a repeat finds them standing and closes the matter. */
async function apply(correction: NoticeDoc, duty: Duty): Promise<StepDone> {
  const { amends } = correction
  const notice = amends && (await notices.find(amends.noticeId))
  if (!amends || !notice) return 'done'
  const now = readClock()
  const rules = await readRules(notice.schoolId, now)
  if (!rules) throw new Error('a correction has lost its school')
  const act = { ...systemAct(notice, duty, 'notice.apply'), id: `apply:${correction._id}` }
  const isApplied = await replaceWords(notice, correction, { rules, act })
  await notices.update(
    { _id: correction._id, 'amends.done': { $exists: false } },
    withTrail(
      { $set: { 'amends.done': isApplied ? 'applied' : 'outrun' }, $unset: { duty: '' } },
      systemAct(correction, duty, isApplied ? 'notice.apply' : 'notice.outrun'),
    ),
  )
  return 'written'
}

/** The author of a stopped notice hears of it once (G20). */
async function tellStopped({ _id, schoolId, author, withdrawn }: NoticeDoc, until: Instant): Promise<void> {
  if (!withdrawn?.stops) return
  const message = todoMessage({ what: '班主任撤回了您的通知，请看原因', count: 1, at: withdrawn.at })
  await pushAll({ schoolId, about: _id, suffix: 'stopped' }, [{ openid: author.openid, message }], until)
}
