// Decides which lines one page of a register has: all classes of an inspector, all children of a class, all devices.
import type { Choice, ParsedInput } from '@class-pact/core/contract'
import type { Slot } from '@class-pact/core/register'
import type { Session, Whose } from '../../common/call/handlers'
import { BOUNDS } from '../../common/store/bounds'
import type { Where } from '../../common/store/collection'
import type { ClassDoc } from '../class'
import type { EntryDoc } from './documents'
import { findFacts, placeOf, type Facts } from './facts'
import { slotAsked } from './slots'
import { desksAs, desksIn, deskFor, ofTheirGrades, readsOf, type Desk } from './standing'
import { COUNTS, entries } from './store'
import { listThings } from './things'
import { listColleagues, type Subject } from './subjects'

/** One line: whom it is about, in which class, and what is kept of it. */
export interface GridLine {
  /** As a phone knows it. */
  choice: Choice
  subject: Subject
  itsClass?: Pick<ClassDoc, '_id' | 'name'>
  entry?: EntryDoc
}

export interface FoundGrid {
  facts: Facts
  slot?: Slot
  lines: GridLine[]
  desks: Desk[]
}

type Asked = ParsedInput<'register.grid'>

/** Only a register that is filled in on one page, and whoever fills it or reads all of it. */
export async function findGrid(input: Asked, session: Session): Promise<Whose<FoundGrid> | undefined> {
  const { schoolId, register, classId } = input
  const facts = await findFacts({ schoolId, register, ...(classId && { classId }) }, session.now)
  if (!facts?.rules.grid) return undefined
  const { rules } = facts
  const place = placeOf(facts)
  const desks = desksIn(session, place, { about: rules.about })
  const slot = slotAsked(facts, input.slot, session.now)
  const kept = slot ? await listSlot(whereOf(facts, slot)) : []
  const lines = listUnits(facts, desks, session.openid).map((line): GridLine => {
    const entry = kept.find(({ subject }) => subject.id === line.subject.id)
    return { ...line, ...(entry && { entry }) }
  })
  const may = (each: readonly Desk[]) => {
    const fills = each.some((desk) => !isAbroad(facts, desk) && deskFor(rules, 'fill', [desk]))
    return fills || readsOf(rules, each) === 'all'
  }
  return {
    found: { facts, lines, desks, ...(slot && { slot }) },
    place,
    may: (identity) => identity.role !== 'guardian' && may(desksAs(identity, place)),
  }
}

/** A class's teacher fills no page of all classes. */
const isAbroad = ({ rules }: Facts, { isAfar }: Desk) => isAfar && rules.about === 'class'

export const whereOf = ({ id, school, itsClass }: Facts, slot: Slot): Where => ({
  ...{ schoolId: school._id, register: id, slot: slot.key },
  ...(itsClass && { classId: itsClass._id }),
})

/** What is kept of one slot. */
export const listSlot = (where: Where): Promise<EntryDoc[]> =>
  entries.list({ ...where, ...COUNTS }, { limit: BOUNDS.thingsOfSchool })

function listUnits(facts: Facts, desks: readonly Desk[], openid: string): GridLine[] {
  const { rules, school, itsClass, classes, things } = facts
  const kind = rules.about
  switch (kind) {
    case 'class': {
      const shown = itsClass ? [itsClass] : ofTheirGrades(classes, desks)
      return shown.map((each) => lineOf({ kind, id: each._id, name: each.name }, each._id, each))
    }
    case 'child':
    case 'family':
      return (itsClass?.roster ?? []).map(({ childId, no, name }) =>
        lineOf({ kind, id: childId, name }, childId, itsClass, no),
      )
    case 'teacher':
      return listColleagues(facts, openid).map(({ openid: id, mark, card }) => lineOf({ kind, id, name: card }, mark))
    case 'device':
    case 'room':
      return listThings(things, kind, itsClass?._id).map(({ id, name, no }) =>
        lineOf({ kind, id, name }, id, itsClass, no),
      )
    case 'school':
      return [lineOf({ kind, id: school._id, name: school.name }, school._id)]
  }
}

const lineOf = (subject: Subject, id: string, itsClass?: GridLine['itsClass'], no?: string): GridLine => ({
  choice: { id, name: subject.name, ...(no && { no }) },
  subject,
  ...(itsClass && { itsClass: { _id: itsClass._id, name: itsClass.name } }),
})
