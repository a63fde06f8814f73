// Decides what a head teacher who is new takes over, and that it shows until it is ticked off (E02).
import type { Instant, TakeoverItem } from '@class-pact/core/contract'
import { TAKEOVER_ITEMS } from '@class-pact/core/year/contract'
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { countOf, lookUpCount, type Counted } from '../../common/store/pages'
import { noteAct, withTrail } from '../../common/store/trail'
import { classes, type ClassDoc } from '../class'
import { people } from '../person'
import { WANTS_REPLY } from '../slip'

const FIELDS = { name: 1, headTeacher: 1, takeover: 1, reviewedAt: 1, 'roster.childId': 1 } as const
type Found = Pick<ClassDoc, '_id' | 'name' | 'headTeacher' | 'takeover' | 'reviewedAt' | 'roster'>

export const readTakeover: Handler<'takeover.read'> = async ({ classId }, { openid }) => {
  const found = await classes.find<Found>(classId, FIELDS)
  if (found?.headTeacher?.openid !== openid) return refuse('FORBIDDEN')
  const { since } = found.headTeacher
  const left = await countLeft(openid, classId, since)
  const ticked = tickedOff(found, since)
  const counts: Record<TakeoverItem, number> = { ...left, members: found.roster.length }
  const items = TAKEOVER_ITEMS.map((item) => ({ item, count: counts[item], ticked: ticked.includes(item) }))
  const isDue = left.before > 0 && items.some((each) => !each.ticked)
  return succeed({ classId, className: found.name, isDue, items })
}

/** Who leads a class from its beginning takes nothing over: nothing of it is older than they are. */
async function countLeft(openid: string, classId: string, since: Instant) {
  const [row] = await people.aggregate<Record<'before' | 'notices' | 'leaves', Counted>>([
    { $match: { _id: openid } },
    { $project: { _id: 1 } },
    lookUpCount('slips', 'before', { classId, publishedAt: { $lt: since } }),
    lookUpCount('slips', 'notices', {
      classId,
      publishedAt: { $lt: since },
      ...{ state: 'running', replyMode: WANTS_REPLY, toChild: { $exists: false } },
    }),
    lookUpCount('leaves', 'leaves', { classId, state: 'pending', submittedAt: { $lt: since } }),
  ])
  const [notices, leaves] = [countOf(row?.notices), countOf(row?.leaves)]
  return { before: countOf(row?.before) + leaves, notices, leaves }
}

/** A review of the members since they lead the class is the tick itself (M11). */
function tickedOff({ takeover, reviewedAt = 0 }: Found, since: Instant): TakeoverItem[] {
  const ticked = takeover?.since === since ? takeover.ticked : []
  return reviewedAt > since ? [...ticked, 'members'] : ticked
}

export const tickTakeover: Handler<'takeover.tick'> = async ({ classId, item }, session) => {
  const { openid, identity } = session
  const found = await classes.find<Found>(classId, FIELDS)
  const since = found?.headTeacher?.since
  const own = { _id: classId, 'headTeacher.openid': openid, 'headTeacher.since': since ?? 0 }
  const fresh = { openid, since, ticked: [] }
  await classes.update({ ...own, 'takeover.since': { $ne: since ?? 0 } }, { $set: { takeover: fresh } })
  const act = noteAct(session, identity.role, 'takeover.tick', { item })
  const change = withTrail({ $addToSet: { 'takeover.ticked': item } }, act)
  if (await classes.update({ ...own, ...unlessDone(session) }, change)) return succeed({})
  const been = await lookBack(classes, classId, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed({}) : refuse('FORBIDDEN')
}
