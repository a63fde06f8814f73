// Decides how a leave is asked for: at any hour, never blocked by quiet time or a slow check (L01, L03).
import { beijingDay, gapBetween } from '@class-pact/core/calendar'
import type { Input, Reason } from '@class-pact/core/contract'
import { datesOf, fitLeave, mayChange, type LeaveFit } from '@class-pact/core/leave'
import { judge } from '@class-pact/core/judge'
import { leaveDeskFor, leaveLateDays } from '@class-pact/core/pact'
import type { Handler } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { keptFolder } from '../../common/files/places'
import { discardUploads, dropFiles, takeFiles } from '../../common/files/take-files'
import { deriveId } from '../../common/ids'
import type { ClassDoc } from '../class'
import type { LeaveDoc } from './documents'
import type { PactDoc } from '../pact'
import type { SchoolDoc } from '../school'
import { leaves } from './store'
import { schools } from '../school'
import { ruleStages } from '../notice'
import { BOUNDS } from '../../common/store/bounds'
import { noteAct, startTrail } from '../../common/store/trail'
import { holdBeside } from './take-over'
import { describeLeave, describeStaff, lateCite, type FoundLeave } from './find-leave'

interface Facts extends SchoolDoc {
  pacts: PactDoc[]
  classes: Pick<ClassDoc, 'name' | 'roster' | 'headTeacher' | 'standIn'>[]
  repeated: LeaveDoc[]
  replaced?: LeaveDoc[]
  /** Leaves of the child that are to change another, with what they ask for. */
  changes: Pick<LeaveDoc, '_id' | 'wants'>[]
}

export const submit: Handler<'leave.submit'> = async (input, session) => {
  const { openid, requestId, now, person, check, identity: guardian } = session
  const { childId, kind, span } = input
  if (!guardian.classId) return refuse('FORBIDDEN')
  const reason = input.reason || undefined
  if (kind === 'personal' && !reason) return refuse('INPUT_INVALID', { field: 'reason' })

  const leaveId = deriveId(openid, requestId)
  const facts = await readFacts(guardian.schoolId, guardian.classId, { leaveId, ...input }, now)
  const place = facts?.classes[0]
  const line = place?.roster.find((each) => each.childId === childId)
  if (!facts || !place || !line) return refuse('FORBIDDEN')
  const staff = describeStaff(place, facts, now)
  const [headTeacher, schoolPhone] = [place.headTeacher, facts.phone]
  const found = (leave: LeaveDoc): FoundLeave => ({ leave, headTeacher, staff, schoolPhone })
  const answerAgain = async (leave: LeaveDoc) =>
    findFounding(leave, session) === 'other' ? refuseReused() : succeed(await describeLeave(found(leave), person))
  if (facts.repeated[0]) return answerAgain(facts.repeated[0])

  const old = facts.replaced?.[0]
  if (input.replaces && old?.childId !== childId) return refuse('FORBIDDEN')
  if (old && !mayChange(old, now)) return refuse('LEAVE_STATE', { facts: { state: old.state } })
  const [pact] = facts.pacts
  const lateDays = leaveLateDays(pact ?? { rules: {} })
  const planned = fitLeave(
    { childId, kind, span },
    { calendar: facts.calendar, lateDays, ...(old && { replacedFrom: old.span.from }) },
    now,
  )
  if (!planned.ok) return refuseSpan(planned, pact)
  // What a change asks for is spoken for, also while nobody holds it.
  const rival = facts.changes.find(({ wants = [] }) => planned.plan.slots.some((slot) => wants.includes(slot)))
  if (rival) return refuse('LEAVE_OVERLAP', { facts: { leaveId: rival._id } })
  const reasons = reason ? refusals(input, line.name, place.roster, facts, now) : []
  if (reasons[0]) {
    return refuse('POST_REFUSED', { rule: reasons[0].rule, cite: reasons[0].cite, reasons, field: 'reason' })
  }

  const into = keptFolder('leaves', leaveId)
  const taken = await takeFiles(input.proof, { openid, purpose: 'proof', into, field: (index) => `proof.${index}` })
  if (!taken.ok) {
    // The same call at the same moment has taken them already.
    const earlier = await leaves.find(leaveId)
    return earlier ? answerAgain(earlier) : taken
  }

  const leave: LeaveDoc = {
    _id: leaveId,
    schoolId: guardian.schoolId,
    classId: guardian.classId,
    className: place.name,
    childId,
    childName: line.name,
    no: line.no,
    kind,
    span,
    ...planned.plan,
    ...(old && beside(old, planned.plan.slots)),
    ...gapIn(span, facts),
    reason,
    ...(reason && { check }),
    proof: taken.files.map(({ fileId }) => fileId),
    files: taken.files,
    state: 'pending',
    upTo: leaveDeskFor(planned.plan.days, pact ?? { rules: {} }),
    applicant: { openid, card: guardian.card },
    submittedAt: now,
    updatedAt: now,
    // Leave for today is told to the head teacher at once; other leave waits for half past five (screens.md 5).
    ...(planned.plan.dates.includes(beijingDay(now)) && { duty: { kind: 'tell', at: now, lease: 0, tries: 0 } }),
    callDigest: session.digest,
    ...startTrail(noteAct(session, 'guardian', 'leave.submit', { childId })),
  }
  if (await leaves.insert(leave)) {
    await discardUploads(input.proof)
    return succeed(await describeLeave(found(leave), person))
  }
  const [other] = await leaves.list<LeaveDoc>(
    { $or: [{ _id: leaveId }, { slots: { $in: leave.slots } }] },
    { limit: 1 },
  )
  if (other?._id === leaveId) return answerAgain(other)
  await dropFiles(leave.proof)
  return refuse('LEAVE_OVERLAP', other && { facts: { leaveId: other._id } })
}

/** Until it is approved it holds what the leave that it changes does not. */
function beside({ _id: leaveId, span, slots }: LeaveDoc, wants: string[]) {
  const held = holdBeside({ _id: leaveId, slots }, wants)
  return { replaces: { leaveId, span }, wants, slots: held, dates: datesOf(held) }
}

/** Days that were counted without knowing are said to be. */
function gapIn({ from, to }: Input<'leave.submit'>['span'], { calendar }: Facts): Pick<LeaveDoc, 'gap'> {
  const gap = gapBetween(from, to, calendar)
  return gap ? { gap } : {}
}

/** The rule is named where the pact has it, and the day up to which leave could be asked for. */
function refuseSpan(misfit: Extract<LeaveFit, { ok: false }>, pact: PactDoc | undefined): Refusal {
  if (!('day' in misfit))
    return refuse(
      misfit.code,
      misfit.code === 'INPUT_INVALID' ? { field: 'field' in misfit ? `span.${misfit.field}` : 'span' } : {},
    )
  const cite = misfit.code === 'LEAVE_LATE' && pact ? lateCite(pact) : undefined
  return refuse(misfit.code, { rule: 'L14', cite, field: 'span', facts: { day: misfit.day } })
}

async function readFacts(
  schoolId: string,
  classId: string,
  { leaveId, childId, replaces }: Pick<Input<'leave.submit'>, 'childId' | 'replaces'> & { leaveId: string },
  now: number,
): Promise<Facts | undefined> {
  const [row] = await schools.aggregate<Facts>([
    ...ruleStages(schoolId, now),
    {
      $lookup: {
        from: 'classes',
        pipeline: [
          { $match: { _id: classId, schoolId } },
          { $project: { name: 1, roster: 1, headTeacher: 1, standIn: 1 } },
        ],
        as: 'classes',
      },
    },
    { $lookup: { from: 'leaves', pipeline: [{ $match: { _id: leaveId } }], as: 'repeated' } },
    {
      $lookup: {
        from: 'leaves',
        pipeline: [
          {
            $match: {
              ...{ childId, state: { $in: ['pending', 'approved'] }, wants: { $exists: true } },
              ...(replaces && { _id: { $ne: replaces } }),
            },
          },
          { $limit: BOUNDS.leavesOfChildAhead },
          { $project: { wants: 1 } },
        ],
        as: 'changes',
      },
    },
    ...(replaces ? [{ $lookup: { from: 'leaves', pipeline: [{ $match: { _id: replaces } }], as: 'replaced' } }] : []),
  ])
  return row
}

/** What the pact refuses in a reason; what it would hold or delay goes through, because the leave must. */
function refusals(
  { reason = '' }: Input<'leave.submit'>,
  childName: string,
  roster: ClassDoc['roster'],
  { pacts, calendar }: Facts,
  now: number,
): Reason[] {
  const [pact] = pacts
  if (!pact) return []
  const post = { role: 'guardian', kind: 'leave', body: reason, audience: 'child' } as const
  const { reasons } = judge(post, { roster, calendar, ownChild: childName }, pact, now)
  return reasons.filter(({ verdict }) => verdict === 'refuse')
}
