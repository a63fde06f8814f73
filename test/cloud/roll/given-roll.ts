// Decides how a test takes a roll of a given school: as a phone does, of the half day it is.
import type { Input, Mark, Output, Reply, Roll } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, type GivenSchool } from '../given-school'

export type SaveRoll = Input<'roll.save'>

export const countHere = ({ present, late, early }: Roll['counts']) => present + late + early

/** What a phone would send for the roll it was shown, with these marks of the moment. */
export function fromRoll(roll: Roll, marks: Record<string, Mark> = {}, at = roll.now): SaveRoll {
  const { classId, day, half, lines } = roll
  return {
    ...{ classId, day, half, takenAt: at, children: lines.map(({ childId }) => childId) },
    marks: Object.entries(marks).map(([childId, mark]) => ({ childId, mark, at })),
  }
}

/** A teacher's phone reads the roll, sets marks and saves it. */
export async function takeRoll(
  school: GivenSchool,
  marks: Record<string, Mark> = {},
  { by = HEAD_TEACHER, classId = CLASS }: { by?: string; classId?: string } = {},
): Promise<Output<'roll.save'>> {
  const roll = await school.get(by, 'roll.read', { classId })
  return school.get(by, 'roll.save', fromRoll(roll, marks))
}

export const codeOf = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.error.code)
