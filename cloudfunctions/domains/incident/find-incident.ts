// Decides whose an incident is: the class's head teacher's, the stand-in's, who noted it, the leaders' (M14).
import type { Identity } from '@class-pact/core/contract'
import type { Session, Whose } from '../../common/call/handlers'
import type { ChildDoc, ClassDoc } from '../class'
import { children } from '../class'
import { lookUpPact, type PactDoc } from '../pact'
import type { IncidentDoc } from './documents'
import { incidents } from './store'

/** A subject teacher knows of those they have noted, and of no other. */
const concerns =
  ({ noters }: IncidentDoc, openid: string) =>
  ({ role }: Identity) =>
    role !== 'teacher' || noters.includes(openid)

export async function findIncident(
  { incidentId }: { incidentId: string },
  { openid }: Session,
): Promise<Whose<IncidentDoc> | undefined> {
  const found = await incidents.find(incidentId)
  return found && { found, place: placeOf(found), may: concerns(found, openid) }
}

/** Staff of the class, and leaders: never the child's family. */
const placeOf = ({ schoolId, classId }: IncidentDoc) => ({ schoolId, classId })

export interface FoundFamily {
  incident: IncidentDoc
  contacts: ChildDoc['contacts']
}

/** The numbers of the child's family with it, in one call; only while it runs. */
export async function findFamily(
  { incidentId }: { incidentId: string },
  { openid }: Session,
): Promise<Whose<FoundFamily> | undefined> {
  const [row] = await incidents.aggregate<IncidentDoc & { children: Pick<ChildDoc, 'contacts'>[] }>([
    { $match: { _id: incidentId, state: 'open' } },
    { $lookup: { from: 'children', localField: 'childId', foreignField: '_id', as: 'children' } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { children: [child] = [], ...incident } = row
  const contacts = child?.contacts ?? []
  return { found: { incident, contacts }, place: placeOf(incident), may: concerns(incident, openid) }
}

export interface FoundChild {
  child: Omit<ChildDoc, 'trail'>
  className: string
  pact?: PactDoc
}

/** The child with its class and the pact in force, in one call. */
export async function findChild(
  { childId }: { childId: string },
  { now }: Session,
): Promise<Whose<FoundChild> | undefined> {
  const [row] = await children.aggregate<ChildDoc & { classes: Pick<ClassDoc, 'name'>[]; pacts: PactDoc[] }>([
    { $match: { _id: childId } },
    { $lookup: { from: 'classes', localField: 'classId', foreignField: '_id', as: 'classes' } },
    lookUpPact(now, { field: 'schoolId' }),
    { $project: { trail: 0, 'classes.trail': 0, 'classes.roster': 0 } },
    { $limit: 1 },
  ])
  if (!row) return undefined
  const { classes, pacts, ...child } = row
  const [pact] = pacts
  const className = classes[0]?.name ?? ''
  return { found: { child, className, pact }, place: { schoolId: child.schoolId, classId: child.classId } }
}
