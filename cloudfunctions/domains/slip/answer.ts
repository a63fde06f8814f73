// Decides how a family answers a form: one conditional update meets the deadline and the other guardian (N04).
import type { GivenAnswer, Answered, Input, Reply } from '@class-pact/core/contract'
import { checkAnswers } from '@class-pact/core/form'
import type { Checked, Handler, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { ownChildren } from '../../common/call/session'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { discardUploads, dropFiles } from '../../common/files/take-files'
import { slipState } from './board'
import { castBallot } from './ballots'
import { answerChange, answerWithChange, type AnsweredBy } from './changes'
import type { SlipDoc } from './documents'
import { digestForm } from './form-digest'
import { slipId } from './open-slips'
import { slips } from './store'
import { takeAnswerFiles } from './answer-files'

/** Verdicts on photos that a slip keeps: three photos of each of eighty children, changed three times. */
const MEDIA_MOST = 720

type Asked = Input<'slip.answer'>

export const answer: Handler<'slip.answer'> = async (input, session) => {
  const { openid, now, identity: guardian, check } = session
  const { noticeId, classId, childId, version, form, seen, ballot } = input
  const _id = slipId(noticeId, classId)
  const [problem] = checkAnswers(form, input.answers)
  if (problem) return refuse('INPUT_INVALID', { field: `answers.${problem.question}` })
  if ((ballot !== undefined) !== (form.anonymous === true)) return refuse('INPUT_INVALID', { field: 'ballot' })

  const taken = await takeAnswerFiles(input, { openid, slipId: _id })
  // The same call again, whose first answer was lost: the uploads are taken already.
  if (!taken.ok) return explain(await slips.find(_id), input, session, taken)
  const by: AnsweredBy = { childId, openid, signer: guardian.card, version, seen, formDigest: digestForm(form) }
  const said = { sheet: taken.sheet, ...(doubtOf(check) && { doubted: true as const }) }
  const { where, change } = answerChange(by, form.anonymous ? undefined : { ...said, at: now, version }, now)
  const act = noteAct(session, 'guardian', 'slip.answer', { childId, version })
  const isFirst = await slips.update(
    { _id, ...where, ...unlessDone(session) },
    withTrail(
      taken.media.length > 0 ? { ...change, $push: { media: { $each: taken.media, $slice: -MEDIA_MOST } } } : change,
      act,
    ),
  )
  if (isFirst) {
    await discardUploads(taken.uploads)
    await finish(input, by, said, session)
    return succeed({ answeredAt: now, signer: guardian.card })
  }
  const slip = await slips.find(_id)
  const reply = explain(slip, input, session)
  // A crash may have come between the line and what belongs to it: the same call finishes it.
  if (reply.ok) await finish(input, by, said, session)
  else await dropFiles(taken.files.filter((fileId) => !isNamed(slip, childId, fileId)))
  return reply
}

/** The very same photo may stand in the answer that is kept. */
const isNamed = (slip: SlipDoc | undefined, childId: string, fileId: string) =>
  slip?.answers?.[childId]?.sheet.some(({ files = [] }) => files.includes(fileId)) === true

/** What a line brings with it: the ballot of an anonymous form, and the lines of the other children of this guardian. */
async function finish(
  { noticeId, classId, childId, form, ballot }: Asked,
  by: AnsweredBy,
  said: { sheet: GivenAnswer[]; doubted?: true },
  session: Session & { identity: { schoolId: string } },
): Promise<void> {
  const { now, person } = session
  if (ballot !== undefined) {
    await castBallot(
      { _id: slipId(noticeId, classId), schoolId: session.identity.schoolId, noticeId, classId },
      ballot,
      said,
    )
  }
  if (form.per !== 'family') return
  const siblings = ownChildren(person).filter((each) => each.childId !== childId)
  await Promise.all(
    siblings.map((sibling) => {
      const { where, change } = answerWithChange(by, sibling.childId, now)
      return slips.update({ _id: slipId(noticeId, sibling.classId), ...where }, change)
    }),
  )
}

/** Why nothing was there to answer, or what this very call has answered already. */
function explain(
  slip: SlipDoc | undefined,
  input: Asked,
  session: Session & Checked,
  otherwise?: Refusal,
): Reply<Answered> {
  const entry = slip?.entries[input.childId]
  if (!slip || !entry) return refuse('FORBIDDEN')
  const been = findCall(slip.trail, session)
  if (been === 'other') return refuseReused()
  const { signedAt, signer = '' } = entry
  if (been === 'repeat' && signedAt !== undefined) return succeed({ answeredAt: signedAt, signer })
  if (entry.closed) return refuse('NOTICE_STATE', { facts: { state: 'closed' } })
  if (slip.state !== 'running') return refuse('NOTICE_STATE', { facts: { state: slipState(slip) } })
  if (slip.replyMode !== 'form') return refuse('REPLY_NOT_WANTED', { rule: 'N05' })
  if (slip.deadline !== undefined && session.now > slip.deadline) return refuse('ANSWERS_LOCKED', { rule: 'N04' })
  if (slip.version !== input.version || slip.formDigest !== digestForm(input.form)) return refuse('NOTICE_CHANGED')
  if (signedAt !== undefined && (slip.anonymous || signedAt !== input.seen))
    return refuse('ANSWER_CHANGED', { rule: 'N04' })
  return otherwise ?? refuse('TRY_AGAIN')
}
