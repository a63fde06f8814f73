// Decides what is asked of offices and changed in them; the authority on who holds one.
import { beijingDay } from '@class-pact/core/calendar'
import type { Day, Grade, Office } from '@class-pact/core/contract'
import { deriveId } from '../../common/ids'
import { openCollection } from '../../common/store/collection'
import type { TrailEntry } from '../../common/store/documents'
import { startTrail, withTrail } from '../../common/store/trail'
import type { OfficeDoc } from './documents'

export const offices = openCollection<OfficeDoc>('offices')

interface Slot {
  schoolId: string
  office: Office
  grade?: Grade
  openid: string
}

/** A grade has one leader; of the others a school may have several. */
const slotOf = ({ schoolId, office, grade, openid }: Slot) =>
  office === 'grade_leader' ? `${schoolId}:${office}:${grade}` : `${schoolId}:${office}:${openid}`

export const officeIdOf = (application: string) => deriveId('office', application)

/** Who holds it today; undefined: nobody, or their time is over. */
export async function findOffice(slot: Slot, today: Day): Promise<OfficeDoc | undefined> {
  const [held] = await offices.list<OfficeDoc>({ slot: slotOf(slot) }, { limit: 1, fields: { trail: 0 } })
  return held && (held.until === undefined || held.until >= today) ? held : undefined
}

/**
 * Takes an office: of two who come at once one holds it, and each once by one application. False: it is somebody else's.
 * @param held `key`: the application that brings them in
 */
export async function holdOffice(
  held: Slot & { key: string; name: string; until?: Day },
  act: TrailEntry,
): Promise<boolean> {
  const { key, schoolId, office, grade, openid, name, until } = held
  const [_id, slot] = [officeIdOf(key), slotOf(held)]
  const isOver = { slot, until: { $lt: beijingDay(act.at) } }
  await offices.update(isOver, { $set: { state: 'ended', slot: `ended:${_id}`, endedAt: act.at } })
  const scope = { ...(grade && { grade }), ...(until && { until }) }
  const document = { _id, schoolId, office, ...scope, openid, name, since: act.at, state: 'held' as const, slot }
  if (await offices.insert({ ...document, ...startTrail(act) })) return true
  const [found] = await offices.list<OfficeDoc>({ $or: [{ _id }, { slot, openid }] }, { limit: 1 })
  return found !== undefined
}

/** More than a school gives one office. */
const HOLDERS_MOST = 30

/** Who holds an office of a school today, whatever grade it is for. */
export async function holdersOfOffice(schoolId: string, office: Office, today: Day): Promise<string[]> {
  const held = await offices.list<Pick<OfficeDoc, 'openid' | 'until'>>(
    { schoolId, office, state: 'held' },
    { limit: HOLDERS_MOST, fields: { openid: 1, until: 1 } },
  )
  return held.flatMap(({ openid, until }) => (until === undefined || until >= today ? [openid] : []))
}

/** Ends an office at once; false: it has ended already. */
export async function endOffice(officeId: string, act: TrailEntry): Promise<boolean> {
  const ended = { state: 'ended', slot: `ended:${officeId}`, endedAt: act.at }
  return (await offices.update({ _id: officeId, state: 'held' }, withTrail({ $set: ended }, act))) === 1
}
