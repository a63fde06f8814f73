// Decides how one class goes up or back: by conditional updates of it and its children, which repeat without harm.
import type { Instant } from '@class-pact/core/contract'
import { parkedName, type Standing, type YearMove } from '@class-pact/core/year'
import { BOUNDS } from '../../common/store/bounds'
import type { Change } from '../../common/store/collection'
import { isDuplicate } from '../../common/store/database'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { children, classes, type ClassDoc } from '../class'
import type { YearDoc } from './documents'

type Pass = Pick<YearDoc, 'schoolId' | 'year' | 'state' | 'turn' | 'promotedAt'>
/** Names that are tried for a class that has to make room; more than there are classes under way. */
const PARKED_MOST = 20

/** A class that this pass, or a later one, has moved stays as it is. */
export async function moveClass(pass: Pass, { classId, from, to }: YearMove, act: TrailEntry): Promise<void> {
  const asBefore = {
    _id: classId,
    schoolId: pass.schoolId,
    name: from.name,
    turn: { $not: { $gte: pass.turn } },
  }
  const change = withTrail(stand(to, pass.turn), act)
  if (!(await tryUpdate(asBefore, change))) {
    await makeRoom(pass.schoolId, to.name, act)
    await classes.update(asBefore, change)
  }
  await moveChildren(pass, { classId, from, to })
}

/** False: another class has the name. */
async function tryUpdate(where: Record<string, unknown>, change: Change): Promise<boolean> {
  try {
    await classes.update(where, change)
    return true
  } catch (failure) {
    if (isDuplicate(failure)) return false
    throw failure
  }
}

function stand({ name, order, archived, parked }: Standing, turn: Instant): Change {
  return {
    $set: {
      ...{ name, order, turn },
      ...(archived !== undefined && { archived: { year: archived, at: turn } }),
      ...(parked && { parked }),
    },
    $unset: { ...(archived === undefined && { archived: '' }), ...(!parked && { parked: '' }) },
  }
}

/** Children keep everything. Families look at their cards once more; on the way back nobody is asked for it (M10). */
async function moveChildren({ state, year, promotedAt }: Pass, { classId, from, to }: YearMove): Promise<void> {
  if (to.archived !== undefined) await children.update({ classId }, { $set: { graduated: year } })
  else if (from.archived !== undefined) await children.update({ classId }, { $unset: { graduated: '' } })
  else if (state === 'undoing') await children.update({ classId, cardsFrom: promotedAt }, { $unset: { cardsFrom: '' } })
  else if (!from.parked) await children.update({ classId }, { $set: { cardsFrom: promotedAt } })
}

/** Whoever has a name that is needed gets another one, until its own is free again. */
async function makeRoom(schoolId: string, name: string, act: TrailEntry): Promise<void> {
  const [holder] = await classes.list<Pick<ClassDoc, '_id' | 'order'>>(
    { schoolId, name },
    { limit: 1, fields: { order: 1 } },
  )
  if (!holder) return
  const parked = { name, order: holder.order }
  for (let attempt = 1; attempt <= PARKED_MOST; attempt++) {
    const change = { $set: { name: parkedName(name, attempt), parked } }
    const aside = withTrail(change, { ...act, id: `${act.id}:aside`, action: 'year.aside' })
    if (await tryUpdate({ _id: holder._id, name }, aside)) return
  }
}

/** Whoever had to make room gets their own name back, if it is free. */
export async function takeBackNames(schoolId: string, act: TrailEntry): Promise<void> {
  const aside = await classes.list<Pick<ClassDoc, '_id' | 'name' | 'parked'>>(
    { schoolId, parked: { $exists: true }, archived: { $exists: false } },
    { limit: BOUNDS.classesOfSchool, fields: { name: 1, parked: 1 } },
  )
  for (const { _id, name, parked } of aside) {
    if (!parked) continue
    const change = withTrail({ $set: { ...parked }, $unset: { parked: '' } }, act)
    await tryUpdate({ _id, name }, change)
  }
}
