// Decides how a principal publishes a bureau's notice: as the school's own post, whose source is the bureau (G22, N01).
import { parse, type NoticeDraft } from '@class-pact/core/contract'
import { noticeWritingRows } from '@class-pact/core/notice/contract'
import { askAbout } from '../../common/call/check-input'
import type { Handler } from '../../common/call/handlers'
import { digestCall } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { noteAct, withTrail } from '../../common/store/trail'
import { findHeld, letters, type LetterDoc } from '../bureau'
import type { NoticeDoc } from './documents'
import { findAudience } from './find-audience'
import { notices } from './notices'
import { publish } from './publish'

/** Whoever began and did not come to an end: another principal goes on after that; as long as a function can live. */
const CLAIM_MS = 60_000
const ROW = noticeWritingRows['notice.publish']

type Shown = Pick<NoticeDoc, 'state' | 'releaseAt'>
const findOut = (noticeId: string) => notices.find<Shown>(noticeId, { state: 1, releaseAt: 1 })

/**
 * It goes the way of every post: the school's pact judges it, WeChat is asked, quiet hours hold it. Of two principals who
 * tap at once one publishes it: the letter is claimed first, and the notice's id comes from the letter.
 */
export const publishLetter: Handler<'bureau.publish'> = async ({ schoolId, letterId }, session) => {
  const { openid, identity, now } = session
  const [letter, seat] = await Promise.all([letters.find(letterId), findHeld(schoolId)])
  if (letter?.schoolId !== schoolId || !seat || seat.bureauId !== letter.bureauId) return refuse('FORBIDDEN')
  const stands = letter.noticeId ?? (letter.claim && letter.claim.by !== openid ? letter.claim.noticeId : undefined)
  const out = stands === undefined ? undefined : await findOut(stands)
  if (stands !== undefined && out) {
    if (letter.state === 'waiting') await settle(letter, stands, noteAct(session, identity.role, 'bureau.publish'))
    return succeed({ noticeId: stands, state: out.state, releaseAt: out.releaseAt })
  }
  if (letter.state !== 'waiting') return refuse('BUREAU_STATE')

  const requestId = `letter-${letterId}`
  const noticeId = deriveId(openid, requestId)
  const free = [{ claim: { $exists: false } }, { 'claim.by': openid }, { 'claim.at': { $lt: now - CLAIM_MS } }]
  const claim = { by: openid, at: now, noticeId }
  if (!(await letters.update({ _id: letterId, state: 'waiting', $or: free }, { $set: { claim } })))
    return refuse('TRY_AGAIN')

  const draft: NoticeDraft = {
    ...{ kind: 'notice', source: 'bureau', title: letter.title, body: letter.body, replyMode: letter.replyMode },
    ...{ audience: { to: 'school', schoolId }, photos: [] },
  }
  const parsed = parse(ROW.input, draft)
  if (!parsed.ok) return parsed
  const call = { ...session, requestId, digest: digestCall('notice.publish', draft) }
  const audience = await findAudience(parsed.input, call)
  if (!audience?.may?.(identity)) return refuse('FORBIDDEN')
  const ask = () => askAbout(ROW, parsed.input, openid)
  const reply = await publish(parsed.input, { ...call, found: audience.found, ask })
  if (!reply.ok) {
    await letters.update({ _id: letterId, 'claim.noticeId': noticeId }, { $unset: { claim: '' } })
    return reply
  }
  await settle(letter, noticeId, noteAct(session, identity.role, 'bureau.publish'))
  const { state, releaseAt } = reply.data
  return succeed({ noticeId, state, ...(releaseAt !== undefined && { releaseAt }) })
}

async function settle({ _id }: LetterDoc, noticeId: string, act: ReturnType<typeof noteAct>): Promise<void> {
  const decided = { state: 'published', noticeId, decidedAt: act.at }
  await letters.update({ _id, state: 'waiting' }, withTrail({ $set: decided, $unset: { claim: '' } }, act))
}
