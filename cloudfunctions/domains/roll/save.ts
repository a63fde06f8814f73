// Decides how a roll is saved: everybody of the roster once, and a search for each who is missing (L02, L04, L05).
import type { CheckedInput } from '@class-pact/core/contract'
import { fillRoll, fitRoll, followLines, laterMark, momentOf, showsAll, type HandMark } from '@class-pact/core/roll'
import { beijingDay } from '@class-pact/core/calendar'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { doubtOf } from '../../common/wechat/check-words'
import type { CheckResult } from '../../common/store/documents'
import { changeRoll } from './change-roll'
import { stillAway } from './describe-roll'
import type { FoundRoll } from './find-roll'

export const save: Handler<'roll.save', FoundRoll> = async (asked, session) => {
  const { now, identity } = session
  const { day, half, children } = asked
  const takenAt = momentOf(asked.takenAt, day, now)
  const stranger = asked.marks.findIndex(({ childId }) => !children.includes(childId))
  if (stranger >= 0) return refuse('INPUT_INVALID', { field: `marks.${stranger}.childId` })
  const { input, check } = await session.ask()
  const marks = marksOf(input, check, now)
  return changeRoll(session, 'roll.save', (found) => {
    const { place, calendar, minutes, owner, expected, roll, leaves } = found
    const fit = fitRoll({ day, half, takenAt }, calendar, now)
    if (!fit.ok) return { refusal: refuse(fit.code, { field: 'day' }) }
    if (!showsAll(place.roster, children)) return { refusal: refuse('ROLL_CHANGED', { field: 'children' }) }
    const lines = fillRoll({ roster: place.roster, leaves, stillAway: stillAway(found) }, roll?.lines ?? {}, marks)
    const by = identity.card
    // Nobody is looked for on a day that is over.
    const ground = { minutes, by, at: now, takenAt, owner, expected }
    const contacts = day === beijingDay(now) ? followLines(lines, roll?.contacts ?? {}, ground) : roll?.contacts
    const isLast = takenAt >= (roll?.takenAt ?? 0)
    return {
      change: {
        lines,
        ...(contacts && { contacts }),
        ...(isLast && { takenAt, takenBy: { card: by } }),
        duty: { kind: 'tell', at: now, lease: 0, tries: 0 },
      },
    }
  })
}

/** What hands have set, by child: of two marks of one child the later. */
function marksOf({ marks, day }: CheckedInput<'roll.save'>, check: CheckResult, now: number): Map<string, HandMark> {
  const set = new Map<string, HandMark>()
  for (const { childId, mark, at, symptoms, remark } of marks) {
    const moment = momentOf(at, day, now)
    const hand: HandMark = {
      ...{ mark, at: moment },
      ...(symptoms && symptoms.length > 0 && { symptoms }),
      ...(remark && (doubtOf(check) ? { held: { words: remark, at: moment } } : { remark })),
    }
    set.set(childId, laterMark(set.get(childId), hand) ?? hand)
  }
  return set
}
