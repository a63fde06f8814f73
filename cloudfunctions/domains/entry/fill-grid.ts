// Decides how many lines are written at once: each by itself, and what somebody else has changed meanwhile is named.
import type { CheckedInput } from '@class-pact/core/contract'
import type { Checked, Handler, InPlace, Session } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { noteAct, withTrail } from '../../common/store/trail'
import { discardUploads } from '../../common/files/take-files'
import type { PhotoVerdict } from '../../common/wechat/media-check'
import { keptPart, withMedia } from './change-part'
import type { EntryDoc, KeptPart } from './documents'
import { entryIdOf } from './find-sheet'
import { listSlot, whereOf, type FoundGrid, type GridLine } from './find-grid'
import { describeGrid } from './read-grid'
import { dutyOf, mayBeDone, stateAfter, withPart } from './rules-of'
import { isOpenNow } from './slots'
import { deskFor, type Desk } from './standing'
import { entries } from './store'
import { takeAnswers } from './take-answers'
import { newEntry } from './write-entry'

type Call = Session & InPlace & Checked & { found: FoundGrid }
type Given = CheckedInput<'register.fillGrid'>['lines'][number]

/** A line that can be written, with what is to stand in it. */
interface Ready {
  line: GridLine
  part: KeptPart
  media: PhotoVerdict[]
  uploads: string[]
}

/**
 * All lines are looked at before one is written. Calls: the new lines are one (or each its own, when one of them is somebody
 * else's by now), every changed line is one, side by side, and one reads what stands then.
 */
export const fillGrid: Handler<'register.fillGrid', FoundGrid> = async (input, session) => {
  const { found, now } = session
  const { facts, slot, desks, lines } = found
  const traces = lines.flatMap(({ entry }) => findCall(entry?.trail, session))
  if (traces.includes('other')) return refuseReused()
  const desk = deskFor(facts.rules, 'fill', desks)
  if (!desk) return refuse('FORBIDDEN')
  if (!slot || !isOpenNow(facts, slot, now)) return refuse('REGISTER_SLOT')
  const ready: Ready[] = []
  for (const [at, given] of input.lines.entries()) {
    const line = lines.find(({ choice }) => choice.id === given.subject)
    const isTwice = input.lines.findIndex(({ subject }) => subject === given.subject) !== at
    if (!line || isTwice) return refuse('INPUT_INVALID', { field: `lines.${at}.subject` })
    if (!mayWrite(line, given, session)) continue
    const taken = await takeLine(line, given, desk, session)
    if (!taken.ok) return { ok: false, error: { ...taken.error, field: `lines.${at}.${taken.error.field ?? ''}` } }
    ready.push(taken.ready)
  }
  await Promise.all([insertAll(ready, session), ...ready.map((each) => changeLine(each, session))])
  await discardUploads(ready.flatMap(({ uploads }) => uploads))
  const kept = await listSlot(whereOf(facts, slot))
  const after = lines.map(({ entry: _before, ...line }): GridLine => {
    const entry = kept.find(({ subject }) => subject.id === line.subject.id)
    return { ...line, ...(entry && { entry }) }
  })
  const isWritten = ({ entry }: GridLine) => findCall(entry?.trail, session) === 'repeat'
  const changed = input.lines.flatMap(({ subject }) =>
    after.some((line) => line.choice.id === subject && isWritten(line)) ? [] : [subject],
  )
  return succeed({ ...describeGrid({ ...found, lines: after }, slot, now), changed })
}

/** Not what this call has written already, nor what has changed since the page was read, nor what is signed. */
function mayWrite({ entry }: GridLine, { version }: Given, { found, ...session }: Call): boolean {
  if (version !== (entry?.version ?? 0)) return false
  return !entry || (findCall(entry.trail, session) === 'fresh' && mayBeDone(found.facts.rules, entry, 'fill'))
}

async function takeLine(
  line: GridLine,
  { answers }: Given,
  desk: Desk,
  session: Call,
): Promise<{ ok: true; ready: Ready } | Refusal> {
  const { facts } = session.found
  const entryId = line.entry?._id ?? idOfLine(line, session)
  const before = line.entry?.parts['fill']?.at(-1)
  const [part] = facts.rules.parts
  const taken = await takeAnswers(answers, { part, facts, entryId, openid: session.openid, ...(before && { before }) })
  if (!taken.ok) return taken
  const { media, uploads } = taken
  return { ok: true, ready: { line, part: keptPart(taken.answers, desk, session), media, uploads } }
}

const idOfLine = ({ subject }: GridLine, session: Session) => entryIdOf(session, subject.id)

/** All at once; where one of them is there by now, each by itself. */
async function insertAll(ready: readonly Ready[], session: Call): Promise<void> {
  const { facts, slot } = session.found
  const fresh = ready.flatMap(({ line, part, media }): EntryDoc[] => {
    const { subject, itsClass, entry } = line
    if (entry || !slot) return []
    return [
      newEntry(
        { _id: idOfLine(line, session), facts, slot, subject, part, media, itsClass },
        session,
        'register.fillGrid',
      ),
    ]
  })
  if (fresh.length === 0 || (await entries.insert(fresh))) return
  await Promise.all(fresh.map((each) => entries.insert(each)))
}

async function changeLine({ line: { entry }, part, media }: Ready, session: Call): Promise<void> {
  if (!entry) return
  const { rules } = session.found.facts
  const parts = withPart(entry.parts, 'fill', part)
  const duty = dutyOf(rules, parts)
  await entries.update(
    { _id: entry._id, version: entry.version, ...unlessDone(session) },
    withTrail(
      {
        $push: { 'parts.fill': part, ...withMedia(media) },
        $set: { state: stateAfter(rules, parts), ...(duty && { duty }) },
        $inc: { version: 1 },
      },
      noteAct(session, session.identity.role, 'register.fillGrid', { register: entry.register }),
    ),
  )
}
