// Decides a sign-off: one conditional update, so that of two guardians at once exactly one signs (N05, N08, N11).
import type { ActionError, Identity, Input, Reply, Signed } from '@class-pact/core/contract'
import { maySignAs } from '@class-pact/core/family'
import { standingSignature, wantsReply } from '@class-pact/core/notice'
import type { Checked, Handler, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { keptFolder } from '../../common/files/places'
import { discardUploads, dropFiles, takeFiles } from '../../common/files/take-files'
import { slipId } from './open-slips'
import type { SlipDoc } from './documents'
import { slips } from './store'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import { slipState } from './board'
import { moveOf } from './amend-slips'
import { signChange, type Signature } from './changes'

export const sign: Handler<'slip.sign'> = async (input, session) => {
  const { openid, now, identity: guardian } = session
  const { noticeId, classId, childId, version, signature, typedName, opinion } = input
  const _id = slipId(noticeId, classId)
  if (typedName !== undefined && !isOwnName(typedName, guardian, session)) {
    return refuse('SIGNATURE_NAME', { rule: 'N08', field: 'typedName' })
  }
  const uploaded = signature === undefined ? [] : [signature]
  const into = keptFolder('slips', `${_id}/${childId}`)
  const taken = await takeFiles(uploaded, { openid, purpose: 'signature', into, field: () => 'signature' })
  // The same call again, whose first answer was lost: the upload is taken already.
  if (!taken.ok) return explain(await slips.find(_id), input, session, taken)
  const [ink] = taken.files
  const doubt = doubtOf(session.check) && { opinionDoubted: true as const }
  const by = { childId, openid, signer: guardian.card, version, signature: ink, typedName, opinion, ...doubt }

  // Whether it is late only the slip knows: asking for one, then the other, saves reading it.
  for (const when of ['punctual', 'late'] as const) {
    const { where, change } = signChange(by, when, now)
    const act = noteAct(session, 'guardian', 'slip.sign', { childId, version })
    if (await slips.update({ _id, ...where, ...unlessDone(session) }, withTrail(change, act))) {
      await discardUploads(uploaded)
      return succeed({ signedAt: now, signer: guardian.card, first: true, late: when === 'late' })
    }
  }
  const before = await slips.find(_id)
  const again = before && (await signAgain(before, by, session))
  if (again) {
    await discardUploads(uploaded)
    return succeed(again)
  }
  const slip = before && (await slips.find(_id))
  const kept = slip?.entries[childId]?.signature
  if (ink && kept !== ink.fileId) await dropFiles([ink.fileId])
  return explain(slip, input, session)
}

/** Whoever signed other words signs these, before the clock has put the first signature aside: it is put aside here (N11). */
async function signAgain(slip: SlipDoc, by: Signature, session: Session): Promise<Signed | undefined> {
  const { now } = session
  const { childId, version, signer } = by
  const entry = slip.entries[childId]
  const [move] = entry ? moveOf(`entries.${childId}`, entry, slip.signFrom ?? 1) : []
  if (!move) return undefined
  for (const when of ['punctual', 'late'] as const) {
    const { where, change } = signChange(by, when, now)
    const act = noteAct(session, 'guardian', 'slip.sign', { childId, version })
    const gone = Object.keys(move.unset).filter((field) => !(field in change.$set))
    const signed = await slips.update(
      { _id: slip._id, ...where, ...move.where, ...unlessDone(session) },
      withTrail({ ...change, $push: move.push, $unset: Object.fromEntries(gone.map((field) => [field, ''])) }, act),
    )
    if (signed) return { signedAt: now, signer, first: true, late: when === 'late' }
  }
  return undefined
}

/** A name nobody knows is taken only as far as WeChat does not doubt it: without an answer it waits for none (C04). */
function isOwnName(typed: string, { childId = '', childName = '' }: Identity, session: Session & Checked): boolean {
  const guardianName = session.person.guardianNames[childId]
  const mayPass = guardianName !== undefined || session.check.suggest !== 'review'
  return mayPass && maySignAs(typed, { childName, guardianName })
}

/** Why nothing was there to sign: the child's line is signed already, or the notice is not what the phone showed. */
function explain(
  slip: SlipDoc | undefined,
  input: Input<'slip.sign'>,
  session: Session,
  otherwise?: Refusal,
): Reply<Signed> {
  const entry = slip?.entries[input.childId]
  if (!slip || !entry) return refuse('FORBIDDEN')
  const been = findCall(slip.trail, session)
  if (been === 'other') return refuseReused()
  const { signedAt, signer = '', late = false } = entry
  if (signedAt !== undefined && (been === 'repeat' || standingSignature(entry, slip.signFrom) !== undefined)) {
    // The same call again, whose first answer was lost, gets the same answer.
    return succeed({ signedAt, signer, first: been === 'repeat', late })
  }
  if (entry.closed) return refuse('NOTICE_STATE', { facts: { state: 'closed' } })
  return otherwise ?? refuse(...refusal(slip, input))
}

function refusal(slip: SlipDoc, input: Input<'slip.sign'>): [ActionError['code'], Omit<ActionError, 'code'>?] {
  if (slip.state !== 'running') return ['NOTICE_STATE', { facts: { state: slipState(slip) } }]
  if (slip.version !== input.version) return ['NOTICE_CHANGED']
  if (input.opinion && slip.kind !== 'letter') return ['INPUT_INVALID', { field: 'opinion' }]
  if (!wantsReply(slip.replyMode)) return ['REPLY_NOT_WANTED', { rule: 'N05' }]
  if (input.signature === undefined && input.typedName === undefined) return ['SIGNATURE_NEEDED', { rule: 'N08' }]
  return ['TRY_AGAIN']
}
