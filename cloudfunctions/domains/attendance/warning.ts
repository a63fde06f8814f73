// Decides who sees a warning of sickness, and who notes that it was looked at and reported (screens.md 4).
import { REPORT_WITHIN_MS } from '@class-pact/core/attendance'
import type { Instant, SicknessWarning, SicknessWarningPage } from '@class-pact/core/contract'
import type { Handler, InPlace, Session, Whose } from '../../common/call/handlers'
import { findCall, lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { isLeader } from '../../common/call/scope'
import type { Stage } from '../../common/store/collection'
import { BOUNDS } from '../../common/store/bounds'
import { noteAct, withTrail } from '../../common/store/trail'
import type { WarningDoc } from './documents'
import { warnings } from './store'

export async function findWarning({ warningId }: { warningId: string }): Promise<Whose<WarningDoc> | undefined> {
  const found = await warnings.find(warningId)
  // How far the clock has come stands among the warnings.
  if (!found?.classId) return undefined
  const { schoolId, classId, className } = found
  return { found, place: { schoolId, classId, className } }
}

export type WarningRow = Omit<WarningDoc, 'trail' | 'cases'>

/** What waits for somebody, as `warnings`; the oldest first. */
export function lookUpWarnings(place: { schoolId: string } | { classId: string }): Stage {
  return {
    $lookup: {
      from: 'warnings',
      pipeline: [
        { $match: { ...place, open: true } },
        { $sort: { since: 1 } },
        { $limit: BOUNDS.warningsOfSchool },
        { $project: { trail: 0, cases: 0 } },
      ],
      as: 'warnings',
    },
  }
}

export function describeWarning(row: WarningRow, now: Instant): SicknessWarning {
  const { _id: warningId, classId, className, symptom, firstDay, lastDay, today, children, since } = row
  const { verified, reported, closed } = row
  return {
    ...{ warningId, classId, className, symptom, firstDay, lastDay, today, children, since },
    ...(!reported && !closed && now >= since + REPORT_WITHIN_MS && { overdue: true as const }),
    ...(verified && { verified: { at: verified.at, by: verified.card, holds: verified.holds } }),
    ...(reported && { reported: { at: reported.at, by: reported.card, to: reported.to } }),
    ...(closed && { closed: true as const }),
  }
}

type Call = Session & InPlace & { found: WarningDoc }

const describePage = (warning: WarningDoc, { identity, now }: Call): SicknessWarningPage => ({
  ...describeWarning(warning, now),
  ...{ cases: warning.cases, canReport: isLeader(identity) },
})

export const readWarning: Handler<'attendance.warning', WarningDoc> = (_input, session) =>
  Promise.resolve(succeed(describePage(session.found, session)))

export const verify: Handler<'attendance.verify', WarningDoc> = ({ holds }, session) => {
  const { identity, now, found } = session
  const verified = { at: now, card: identity.card, holds }
  // What is none is closed by a leader: the head teacher's word stays to be seen.
  const ends = !holds && isLeader(identity)
  const change = { verified, ...(ends && { open: false, closed: { at: now, children: found.children } }) }
  return note(session, 'attendance.verify', change, { reported: NONE, closed: NONE })
}

export const report: Handler<'attendance.report', WarningDoc> = ({ to, at }, session) => {
  const { identity, now } = session
  const reported = { at: Math.min(at, now), card: identity.card, to: [...new Set(to)] }
  return note(session, 'attendance.report', { reported, open: false }, { reported: NONE, closed: NONE })
}

const NONE = { $exists: false }

/** One conditional update: of two who note the same step the first has noted it. */
async function note(session: Call, action: string, change: Partial<WarningDoc>, still: Record<string, unknown>) {
  const { found, identity } = session
  if (findCall(found.trail, session) === 'repeat') return succeed(describePage(found, session))
  const act = noteAct(session, identity.role, action)
  const stands = { _id: found._id, ...still, ...unlessDone(session) }
  if (await warnings.update(stands, withTrail({ $set: change }, act)))
    return succeed(describePage({ ...found, ...change }, session))
  const been = await lookBack(warnings, found._id, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed(describePage({ ...found, ...change }, session)) : refuse('STEP_DONE')
}
