// Decides how a bureau's notice comes to its schools, and what the bureau sees of what became of it: yes or no (G22).
import type { BureauNotice, ReceivedNotice } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { findCall, findFounding, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { readPage, type List } from '../../common/store/pages'
import { noteAct, startTrail, withTrail } from '../../common/store/trail'
import type { BureauNoticeDoc, BureauSeatDoc, LetterDoc } from './documents'
import { bureauIdOf, bureauNotices, findHeld, letters, seats } from './store'

/** Schools of one bureau: a district has some hundred. */
const SCHOOLS_MOST = 500
/** Notices of one page: each comes with its schools. */
const PAGE = 10
/** A notice is out while it stands: held, refused or taken back it is not. */
const OUT: readonly string[] = ['published', 'closed']

export const sendNotice: Handler<'bureau.send'> = async ({ title, body, replyMode }, session) => {
  const { openid, requestId, now, identity } = session
  const bureauId = bureauIdOf(openid)
  const drafted: BureauNoticeDoc = {
    ...{ _id: deriveId(openid, requestId), bureauId, bureau: identity.schoolName, title, body, replyMode },
    ...{ sentAt: now, callDigest: session.digest },
  }
  const isNew = await bureauNotices.insert(drafted)
  const notice = isNew ? drafted : await bureauNotices.find(drafted._id)
  if (!notice || findFounding(notice, session) === 'other') return refuseReused()
  const held = await seats.list<Pick<BureauSeatDoc, '_id' | 'schoolName'>>(
    { bureauId, state: 'held' },
    { limit: SCHOOLS_MOST, fields: { schoolName: 1 } },
  )
  const { callDigest: _, ...said } = notice
  const sent = held.map(({ _id: schoolId, schoolName }): LetterDoc => ({
    ...{ ...said, _id: deriveId('letter', notice._id, schoolId), bureauNoticeId: notice._id, schoolId, schoolName },
    state: 'waiting',
    ...startTrail(noteAct(session, identity.role, 'bureau.send')),
  }))
  // All at once; where a call was cut off before, one by one: what is there stays as it is.
  if (sent.length > 0 && !(await letters.insert(sent))) for (const each of sent) await letters.insert(each)
  return succeed(describeNotice({ ...notice, letters: sent, out: [] }))
}

interface NoticeRow extends BureauNoticeDoc {
  letters: Pick<LetterDoc, 'schoolId' | 'schoolName' | 'state' | 'noticeId'>[]
  /** What became of them, of each its state alone. */
  out: { _id: string; state: string }[]
}

function describeNotice({ _id, title, body, sentAt, letters: sent, out }: NoticeRow): BureauNotice {
  const isOut = new Set(out.filter(({ state }) => OUT.includes(state)).map(({ _id: noticeId }) => noticeId))
  return {
    ...{ noticeId: _id, title, body, sentAt },
    schools: sent.map(({ schoolId, schoolName, noticeId }) => ({
      ...{ schoolId, schoolName, published: noticeId !== undefined && isOut.has(noticeId) },
    })),
  }
}

export const listNotices: Handler<'bureau.notices'> = async ({ after }, { openid }) => {
  const sent = { from: 'bureau_letters', localField: '_id', foreignField: 'bureauNoticeId', as: 'letters' }
  const out = { from: 'notices', localField: 'letters.noticeId', foreignField: '_id', as: 'out' }
  const shown = {
    ...{ title: 1, body: 1, replyMode: 1, sentAt: 1, 'out._id': 1, 'out.state': 1 },
    ...{ 'letters.schoolId': 1, 'letters.schoolName': 1, 'letters.state': 1, 'letters.noticeId': 1 },
  }
  const list: List = {
    size: PAGE,
    parts: [
      {
        from: 'bureau_notices',
        where: { bureauId: bureauIdOf(openid) },
        order: [['sentAt', -1]],
        then: [{ $lookup: sent }, { $lookup: out }, { $project: shown }],
      },
    ],
  }
  const { rows, total, next } = await readPage<NoticeRow>(openid, list, after)
  return succeed({ notices: rows.map(describeNotice), total, next })
}

/** What waits first, the latest first. */
export const listReceived: Handler<'bureau.received'> = async ({ schoolId, after }, { openid }) => {
  const seat = await findHeld(schoolId)
  if (!seat) return succeed({ notices: [], total: 0 })
  const where = { schoolId, bureauId: seat.bureauId ?? '' }
  const then = [{ $project: { trail: 0 } }]
  const list: List = {
    parts: [
      { from: 'bureau_letters', where: { ...where, state: 'waiting' }, order: [['sentAt', -1]], then },
      { from: 'bureau_letters', where: { ...where, state: { $ne: 'waiting' } }, order: [['sentAt', -1]], then },
    ],
  }
  const { rows, total, next } = await readPage<LetterDoc>(openid, list, after)
  return succeed({ notices: rows.map(describeLetter), total, next })
}

function describeLetter(letter: LetterDoc): ReceivedNotice {
  const { _id: letterId, bureau, title, body, replyMode, sentAt, state, decidedAt, noticeId } = letter
  return { letterId, bureau, title, body, replyMode, sentAt, state, decidedAt, noticeId }
}

/** The bureau reads that it is not published, and no more. */
export const declineLetter: Handler<'bureau.decline'> = async ({ schoolId, letterId }, session) => {
  const letter = await letters.find(letterId)
  if (letter?.schoolId !== schoolId) return refuse('FORBIDDEN')
  const been = findCall(letter.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed({})
  const act = noteAct(session, session.identity.role, 'bureau.decline')
  const declined = await letters.update(
    { _id: letterId, state: 'waiting', claim: { $exists: false }, ...unlessDone(session) },
    withTrail({ $set: { state: 'declined', decidedAt: session.now } }, act),
  )
  return declined ? succeed({}) : refuse('BUREAU_STATE')
}
