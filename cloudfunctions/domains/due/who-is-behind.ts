// Decides whose part is missing in a slot: of each class's, filler's or school's duty the first part that is not done.
import { beijingDay } from '@class-pact/core/calendar'
import type { RegisterDesk } from '@class-pact/core/contract'
import { gradeOfClass } from '@class-pact/core/family'
import type { Part, Slot, Unit } from '@class-pact/core/register'
import type { OfficeDoc } from '../office'
import type { SchoolDoc } from '../school'
import { fillersWithin, isOfFiller, unitOfFiller, unitsWithin } from './units'
import { countLines, type OnRegister, type World } from './world'

/** Who holds the desks that no class has. */
export interface Staff {
  principals: SchoolDoc['principals']
  office: SchoolDoc['principals']
  held: Pick<OfficeDoc, 'openid' | 'office' | 'grade' | 'until'>[]
}

/** By person: titles of what waits for them. */
export function whoIsBehind(
  world: World,
  due: readonly { on: OnRegister; slot: Slot }[],
  staff: Staff,
): Map<string, string[]> {
  const behind = new Map<string, Set<string>>()
  for (const { on, slot } of due) {
    const { register } = on
    const units = isOfFiller(register)
      ? fillersWithin(register, world.classes).map((openid) => unitOfFiller(register, openid))
      : unitsWithin(register, world.classes, world)
    for (const { unit, part } of missingParts(world, on, slot, units)) {
      for (const openid of whoDoes(world, part, unit, staff)) {
        const titles = behind.get(openid) ?? new Set()
        behind.set(openid, titles.add(register.title))
      }
    }
  }
  return new Map([...behind].map(([openid, titles]) => [openid, [...titles]]))
}

/** What tells by itself, and what an entry is done without, is not told here. */
function missingParts(world: World, on: OnRegister, slot: Slot, units: readonly Unit[]): { unit: Unit; part: Part }[] {
  const asked = on.register.parts.filter(({ optional, tells }) => !optional && !tells)
  let left = units
  return asked.flatMap((part) => {
    const lines = countLines(world, on, left, (tally) => tally.parts.includes(part.id)).filter(
      (line) => line.slot.key === slot.key && line.state !== 'done',
    )
    const missing = new Set(lines.map(({ unit }) => unit))
    left = left.filter((unit) => !missing.has(unit))
    return [...missing].map((unit) => ({ unit, part }))
  })
}

export function whoDoes({ classes, now }: World, { by }: Part, unit: Unit, staff: Staff): string[] {
  if (unit.kind === 'filler') return [unit.id]
  const own = classes.find(({ _id }) => _id === unit.classId)
  if (own) {
    // What they share is the head teacher's.
    if (by.includes('head_teacher')) return own.headTeacher ? [own.headTeacher] : []
    if (by.includes('teacher')) return own.teachers
  } else if (unit.kind === 'subject' && (by.includes('head_teacher') || by.includes('teacher'))) {
    const isTeacher = classes.some(({ headTeacher, teachers }) => headTeacher === unit.id || teachers.includes(unit.id))
    return isTeacher ? [unit.id] : []
  }
  const desk = by.find((each) => each !== 'guardian')
  return desk ? holdersOf(desk, staff, beijingDay(now), own?.name) : []
}

function holdersOf(
  desk: RegisterDesk,
  { principals, office, held }: Staff,
  today: string,
  className: string | undefined,
): string[] {
  if (desk === 'principal') return principals.map(({ openid }) => openid)
  if (desk === 'office') return office.map(({ openid }) => openid)
  return held
    .filter((each) => each.office === desk && (each.until === undefined || each.until >= today))
    .filter(({ grade }) => !grade || className === undefined || gradeOfClass(className) === grade)
    .map(({ openid }) => openid)
}
