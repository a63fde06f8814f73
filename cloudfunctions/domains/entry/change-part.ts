// Decides how a part of an entry is done: on the version that was on the screen, by one conditional update.
import type { CheckedInput, RegisterSheet, Reply } from '@class-pact/core/contract'
import type { Checked, InPlace, Session } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { discardUploads } from '../../common/files/take-files'
import { noteAct, withTrail } from '../../common/store/trail'
import { doubtOf } from '../../common/wechat/check-words'
import type { PhotoVerdict } from '../../common/wechat/media-check'
import { describeSheet } from './describe-sheet'
import type { EntryDoc, KeptPart } from './documents'
import type { Sheet } from './find-sheet'
import { dutyOf, stateAfter, withPart } from './rules-of'
import { deskFor, type Desk } from './standing'
import { entries } from './store'
import { takeAnswers } from './take-answers'

/** Times that one part is done; more is another entry. */
const PARTS_MOST = 20

interface Doing {
  sheet: Sheet & { entry: EntryDoc }
  part: string
  answers: CheckedInput<'entry.part'>['answers']
}
type Call = Session & InPlace & Checked

/** Whoever looks at its turn has been there: `mayBeDone`. */
export async function changePart(
  { sheet, part: id, answers }: Doing,
  session: Call,
  act: 'register.write' | 'entry.part',
): Promise<Reply<RegisterSheet>> {
  const { openid, identity } = session
  const { facts, rules, entry, desks } = sheet
  const part = rules.parts.find((each) => each.id === id)
  const desk = deskFor(rules, id, desks)
  if (!part || !desk) return refuse('FORBIDDEN')
  const done = entry.parts[id] ?? []
  if (done.length >= PARTS_MOST) return refuse('ENTRY_STATE')
  const before = done.at(-1)
  const taken = await takeAnswers(answers, { part, facts, entryId: entry._id, openid, ...(before && { before }) })
  if (!taken.ok) return (await lookBack(entries, entry._id, session)) === 'repeat' ? readAgain(sheet, session) : taken
  const kept = keptPart(taken.answers, desk, session)
  const parts = withPart(entry.parts, id, kept)
  const state = stateAfter(rules, parts)
  const duty = dutyOf(rules, parts)
  const changed = await entries.update(
    { _id: entry._id, version: entry.version, ...unlessDone(session) },
    withTrail(
      {
        $push: { [`parts.${id}`]: kept, ...withMedia(taken.media) },
        $set: { state, ...(duty && { duty }) },
        $inc: { version: 1 },
        ...(!duty && { $unset: { duty: '' } }),
      },
      noteAct(session, identity.role, act, { register: entry.register, part: id }),
    ),
  )
  if (!changed) return readAgain(sheet, session)
  await discardUploads(taken.uploads)
  return succeed(
    await describeSheet(
      {
        ...sheet,
        entry: { ...entry, parts, state, media: [...(entry.media ?? []), ...taken.media], version: entry.version + 1 },
      },
      session,
    ),
  )
}

/** Added at the end: a verdict finds its line where it was. */
export const withMedia = (media: readonly PhotoVerdict[]) => (media.length > 0 ? { media: { $each: [...media] } } : {})

/** Somebody was faster, or this very call was. */
export async function readAgain(sheet: Sheet & { entry: EntryDoc }, session: Call): Promise<Reply<RegisterSheet>> {
  const been = await lookBack(entries, sheet.entry._id, session)
  if (been === 'other') return refuseReused()
  const entry = been === 'repeat' ? await entries.find(sheet.entry._id) : undefined
  return entry ? succeed(await describeSheet({ ...sheet, entry }, session)) : refuse('ENTRY_CHANGED')
}

export function keptPart(
  answers: KeptPart['answers'],
  { card }: Desk,
  { openid: by, now: at, check }: Pick<Call, 'openid' | 'now' | 'check'>,
): KeptPart {
  const doubt = doubtOf(check)
  return { answers, by, card, at, ...(doubt && { check: doubt }) }
}
