// Decides how families are drawn: once a term, by a seed kept with the list; of two who draw at once one does (H04).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { familiesOf } from '@class-pact/core/draw'
import { drawFamilies } from '@class-pact/core/register'
import { checkForm } from '@class-pact/core/form'
import type { Handler } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { createToken, deriveId } from '../../common/ids'
import { BOUNDS } from '../../common/store/bounds'
import { noteAct, startTrail } from '../../common/store/trail'
import { lookUpRegisters, type RegistersRow } from '../register'
import { schools, type SchoolDoc } from '../school'
import { NO_SHEETS, describeDraw } from './describe-draw'
import type { DrawDoc } from './documents'
import { leastPercent } from './list-draws'
import { draws, slotOfTerm, termNow } from './store'

const HOUR_MS = 3_600_000
/** Families need an evening to answer, and have no more than a term. */
const DEADLINE_LEAST_MS = 12 * HOUR_MS
const DEADLINE_MOST_MS = 120 * 24 * HOUR_MS
/** Photos and signatures tell who somebody is: an anonymous form has none (docs/adr/0020). */
const TELLING: readonly string[] = ['photo', 'signature']

interface Row extends Pick<SchoolDoc, '_id' | 'calendar'>, RegistersRow {
  children: { _id: string; guardians: string[]; away?: { from: string } }[]
}

export const makeDraw: Handler<'draw.make'> = async ({ schoolId, title, percent, questions, deadline }, session) => {
  const { openid, requestId, identity, now } = session
  const [misfit] = checkForm({ questions })
  if (misfit) return refuse('INPUT_INVALID', { field: misfit })
  const telling = questions.findIndex(({ type }) => TELLING.includes(type))
  if (telling >= 0) return refuse('INPUT_INVALID', { field: `questions.${telling}.type` })
  if (deadline < now + DEADLINE_LEAST_MS || deadline > now + DEADLINE_MOST_MS)
    return refuse('INPUT_INVALID', { field: 'deadline' })
  const _id = deriveId('draw', openid, requestId)
  const row = await readFamilies(schoolId)
  if (!row) return refuse('FORBIDDEN')
  const term = termNow(row.calendar, now)
  if (!term) return refuse('DRAW_STATE', { facts: { state: 'no_term' } })
  if (percent < leastPercent(row, now)) return refuse('INPUT_INVALID', { field: 'percent' })

  const families = presentFamilies(row, now)
  const seed = createToken()
  const ids = families.map(({ id }) => id).sort()
  const byId = new Map(families.map((family) => [family.id, family]))
  const drawn = drawFamilies(seed, ids, percent).flatMap((id) => byId.get(id) ?? [])
  if (drawn.length === 0) return refuse('DRAW_STATE', { facts: { state: 'no_family' } })
  const draw: DrawDoc = {
    ...{ _id, schoolId, title, questions, percent, deadline, term, seed, ids, drawn },
    children: drawn.flatMap(({ children }) => children),
    ...{ madeAt: now, by: openid, card: identity.card, answered: [] },
    slot: slotOfTerm(schoolId, term),
    callDigest: session.digest,
    ...startTrail(noteAct(session, identity.role, 'draw.make', { percent, drawn: drawn.length })),
  }
  if (await draws.insert(draw)) return succeed(describeDraw(draw, NO_SHEETS, now))
  const earlier = await draws.find(_id)
  if (!earlier) return refuse('DRAW_STATE', { facts: { state: 'made' } })
  return findFounding(earlier, session) === 'other' ? refuseReused() : succeed(describeDraw(earlier, NO_SHEETS, now))
}

async function readFamilies(schoolId: string): Promise<Row | undefined> {
  const [row] = await schools.aggregate<Row>([
    { $match: { _id: schoolId } },
    { $project: { calendar: 1 } },
    lookUpRegisters(schoolId),
    {
      $lookup: {
        from: 'children',
        pipeline: [
          { $match: { schoolId, graduated: { $exists: false }, 'guardians.0': { $exists: true } } },
          { $limit: BOUNDS.childrenOfSchool },
          { $project: { guardians: '$guardians.openid', 'away.from': 1 } },
        ],
        as: 'children',
      },
    },
  ])
  return row
}

/** Families of the children who are here today. */
function presentFamilies({ children }: Row, now: Instant) {
  const today = beijingDay(now)
  const here = children.filter(({ away }) => !away || away.from > today)
  return familiesOf(here.map(({ _id: id, guardians }) => ({ id, guardians })))
}
