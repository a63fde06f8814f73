// Decides how a test of the search begins: a roll with one child missing, at a time that stands.
import type { Input, Output } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, childId, type GivenSchool } from '../given-school'

export const DAY = '2026-09-01'
export const CHECK = `${DAY}T08:00:00+08:00`
/** Both parents, and a name nobody else has. */
export const MISSING = childId(CLASS, 0)
export const MINUTE = 60_000

export const timeOf = (clock: string, day = DAY) => Date.parse(`${day}T${clock}+08:00`)

/** To the millisecond: the time stands until it is moved. */
export async function holdClock(school: GivenSchool, iso: string): Promise<void> {
  await school.cloud.control('clock.hold')
  await school.at(iso)
}

export async function takeRoll(
  school: GivenSchool,
  marks: Input<'roll.save'>['marks'],
  { by = HEAD_TEACHER, classId = CLASS }: { by?: string; classId?: string } = {},
): Promise<Output<'roll.save'>> {
  const { day, half, now: takenAt, lines } = await school.get(by, 'roll.read', { classId })
  return school.get(by, 'roll.save', {
    classId,
    day,
    half,
    takenAt,
    children: lines.map((line) => line.childId),
    marks,
  })
}

/** One child is not here. */
export async function missOne(school: GivenSchool, child = MISSING): Promise<Output<'roll.save'>> {
  const { now: at } = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })
  return takeRoll(school, [{ childId: child, mark: 'absent', at }])
}

export const looking = (child = MISSING) => ({ classId: CLASS, day: DAY, half: 'am', childId: child }) as const
