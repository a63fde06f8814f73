// Decides which child, and which class, an act is about, and whose they are (M14): read once, before anything is done.
import type { Whose } from '../../common/call/handlers'
import type { Session } from '../../common/call/handlers'
import { children, classes, type ChildDoc, type ClassDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'

export type ItsClass = Pick<ClassDoc, '_id' | 'schoolId' | 'name' | 'roster' | 'archived'>
export interface FoundChild {
  child: ChildDoc
  itsClass: ItsClass
  /** In force now. */
  pact: PactDoc
}

const ITS_CLASS = { schoolId: 1, name: 1, roster: 1, archived: 1 } as const

/** The child with its class and the pact. A class that has graduated changes no more (L13). */
export async function findChild(
  { childId }: { childId: string },
  { now }: Session,
): Promise<Whose<FoundChild> | undefined> {
  const [row] = await children.aggregate<ChildDoc & { classes: ItsClass[]; pacts: PactDoc[] }>([
    { $match: { _id: childId } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    lookUpPact(now, { field: 'schoolId' }),
    { $project: { 'classes.trail': 0 } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { classes: its, pacts, ...child } = row
  const [[itsClass], [pact]] = [its, pacts]
  if (!itsClass || !pact || itsClass.archived) return undefined
  const { schoolId, classId } = child
  return { found: { child, itsClass, pact }, place: { schoolId, classId } }
}

/** A class that a child comes into. */
export async function findClass({ classId }: { classId: string }): Promise<Whose<ItsClass> | undefined> {
  const found = await classes.find<ItsClass>(classId, ITS_CLASS)
  return found && !found.archived ? { found, place: { classId, schoolId: found.schoolId } } : undefined
}
