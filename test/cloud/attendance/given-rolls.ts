// Decides how a test takes a class's roll: everybody here, but for the marks that it names.
import type { Input } from '@class-pact/core/contract'
import type { GivenSchool } from '../given-school'

type Mark = Input<'roll.save'>['marks'][number]
/** By child: what a hand sets. */
export type Marks = Record<string, Mark['mark'] | Pick<Mark, 'mark' | 'symptoms'>>

/** Takes the roll of the half day it is. */
export async function takeRoll(school: GivenSchool, who: string, classId: string, marks: Marks = {}) {
  const { day, half, now, lines } = await school.get(who, 'roll.read', { classId })
  return school.get(who, 'roll.save', {
    ...{ classId, day, half, takenAt: now, children: lines.map(({ childId }) => childId) },
    marks: Object.entries(marks).map(([childId, mark]) => ({
      ...{ childId, at: now },
      ...(typeof mark === 'string' ? { mark } : mark),
    })),
  })
}

/** A family asks for leave, and the head teacher approves it. */
export async function giveLeave(
  school: GivenSchool,
  { mother, head, childId, kind, from, to = from, halves }: GivenLeave,
): Promise<string> {
  const { leaveId } = await school.get(mother, 'leave.submit', {
    ...{ childId, kind, proof: [], ...(kind === 'personal' && { reason: '家里有事' }) },
    span: { from, fromHalf: 'am', to, toHalf: 'pm', ...halves },
  })
  await school.get(head, 'leave.decide', { leaveId, approve: true })
  return leaveId
}

interface GivenLeave extends Pick<Input<'leave.submit'>, 'childId' | 'kind'> {
  mother: string
  head: string
  from: string
  to?: string
  halves?: Partial<Input<'leave.submit'>['span']>
}
