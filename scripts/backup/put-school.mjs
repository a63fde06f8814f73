// Decides when a school is there again: last of all, and under a mark by which an interrupted restore is known.
import { Stop } from '../say.mjs'
import { linesIn, partsOf } from './take-documents.mjs'
import { toDocument } from './put-documents.mjs'
import { SCHOOL } from './whose.mjs'

/** How far the scheduler has rolled up figures: the one document of statistics that is no school's. */
const ROLL_UP = { _id: 'roll-up' }
const FIGURES = 'statistics'

/** How far figures were rolled up where the school was; undefined: never. */
export async function readRollUp(cloud) {
  const [found] = await cloud.some(FIGURES, ROLL_UP, 1)
  return found?.until
}

/**
 * Whether the school is here already, by an interrupted restore of this very backup.
 * @throws {@link Stop} when it is here otherwise
 */
export async function findSchool(cloud, { manifest: { id, school } }) {
  const [found] = await cloud.some(SCHOOL, { _id: school }, 1)
  if (!found) return false
  if (found.restoring === id) return true
  throw new Stop(
    `This environment has the school ${school} already. A restore never writes over a school: choose another environment.`,
  )
}

/** The school as the backup has it; only that its restore is not at its end says more. */
export async function putSchool(cloud, backup, prefix) {
  const read = toDocument(backup, prefix)
  for await (const [, line] of linesIn(backup, [SCHOOL])) {
    const document = { ...read(SCHOOL, line), restoring: backup.manifest.id }
    if (!(await cloud.insert(SCHOOL, [document]))) await findSchool(cloud, backup)
  }
}

/** What the old environment had not rolled up yet is rolled up here: done again, figures come out the same. */
export async function turnBackRollUp(cloud, { manifest: { rolledUpTo } }) {
  if (rolledUpTo !== undefined) await cloud.update(FIGURES, ROLL_UP, (_) => ({ until: _.min(rolledUpTo) }))
}

/** The mark goes, and the school's audit learns that it was moved, in one step. */
export async function finishSchool(cloud, { manifest: { id, school } }, now = Date.now()) {
  await noteAct(cloud, { _id: school, restoring: id }, 'school.restore', now, (_) => ({ restoring: _.remove() }))
}

/** Leaves a trace in the school's audit: one, also when the answer gets lost and it is asked for again. */
export async function noteAct(cloud, where, action, now = Date.now(), more = () => ({})) {
  const act = { id: `operator:${now}`, at: now, by: 'system', role: 'system', action }
  const once = (_) => ({ ...where, 'trail.id': _.neq(act.id) })
  await cloud.update(SCHOOL, once, (_) => ({ ...more(_), trail: _.push([act]), trailOpen: true }))
}

/** @throws {@link Stop} when the backup has no school in it */
export function checkSchool({ manifest }) {
  if (partsOf(manifest, SCHOOL).length === 0) throw new Stop('This backup holds no school.')
}
