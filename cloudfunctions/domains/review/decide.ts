// Decides what a leader's word does to a held post: on its way, back, or refused; never to an own post (G01).
import type { Input, Instant } from '@class-pact/core/contract'
import { MEDIA_WAIT_MS, placeNotice } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { keepWords } from '../../common/wechat/check-words'
import { notices, placePost, quietAt, readRules, type NoticeDoc } from '../notice'
import type { FoundPost } from './find-post'

type Decision = Input<'review.decide'>['decision']

export const decide: Handler<'review.decide', FoundPost> = async (
  { noticeId, decision, words, seen = [] },
  session,
) => {
  const { openid, now, check, identity: leader } = session
  const { post: notice } = session.found
  if (notice.author.openid === openid) return refuse('REVIEWER_IS_AUTHOR', { rule: 'G01' })
  const been = findCall(notice.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed({})
  if (notice.state !== 'held') return refuse('NOTICE_STATE', { facts: { state: notice.state } })

  if (notice.awaits === 'principal' && leader.role !== 'principal') {
    return refuse('PRINCIPAL_NEEDED', { rule: ruleOf(notice) })
  }
  if (decision === 'return' && !words) return refuse('INPUT_INVALID', { field: 'words' })

  const risky = notice.media.flatMap(({ fileId, suggest }) => (suggest === 'risky' ? [fileId] : []))
  if (decision === 'approve' && !risky.every((fileId) => seen.includes(fileId))) {
    return refuse('PHOTO_RISKY', { rule: 'C04', facts: { count: risky.length } })
  }

  const next = await placeDecided(notice, decision, now)
  if (!next) return refuse('FORBIDDEN')
  const isApproved = decision === 'approve'
  const accepted = isApproved && risky.length > 0 && { seen: risky }
  const decided = { by: leader.card, role: leader.role, at: now, decision, ...keepWords(words, check), ...accepted }
  const changed = await notices.update(
    { _id: noticeId, state: 'held', ...(isApproved && asSeen(notice)) },
    withTrail(
      {
        $set: { ...next, decided, ...(isApproved && notice.draft.kind === 'fee' && { approver: leader.card }) },
        // A photo that comes back later is any leader's to look at.
        ...(isApproved && { $unset: { awaits: '' } }),
      },
      noteAct(session, leader.role, `review.${decision}`),
    ),
  )
  return changed ? succeed({}) : refuse('NOTICE_STATE', { facts: { state: 'held' } })
}

/** The rule that wants the principal's word. */
const ruleOf = ({ reasons }: NoticeDoc) =>
  reasons.find(({ verdict, wayOut }) => verdict === 'hold' && wayOut.includes('principal_approval'))?.rule

/** A verdict on a photo that comes between the look and the decision is looked at first. */
function asSeen({ media }: NoticeDoc): Record<string, string> {
  return Object.fromEntries(media.map(({ suggest }, index) => [`media.${index}.suggest`, suggest]))
}

/** An approved post goes on where it stopped: photos are waited for while WeChat may still speak, quiet hours still hold. */
async function placeDecided(notice: NoticeDoc, decision: Decision, now: Instant) {
  if (decision !== 'approve') return { state: decision === 'refuse' ? 'refused' : 'draft' }
  const rules = await readRules(notice.schoolId, now)
  if (!rules) return undefined
  const { releaseAt, urgent } = quietAt(notice, rules, now)
  const isWaiting = now < notice.createdAt + MEDIA_WAIT_MS
  const media = isWaiting ? notice.media.map(({ suggest }) => suggest) : []
  const findings = { verdict: 'allow', text: 'pass', media, releaseAt, approved: true } as const
  const { duty, heldAt: _, ...stands } = placePost(notice, placeNotice(findings, now))
  return { ...stands, ...(urgent && { urgent }), ...(duty && { duty: { ...duty, lease: 0, tries: 0 } }) }
}
