// Decides how a guardian confirms the own card: it is composed anew, never typed (M09, M10).
import { cardFormat, describeGuardian } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { noteAct } from '../../common/store/trail'
import { children, confirmGuardian, type ChildDoc } from '../class'
import { lookUpPact, type PactDoc } from '../pact'

type Row = Pick<ChildDoc, 'name' | 'guardians'> & { pacts: PactDoc[] }

export const confirmCard: Handler<'card.confirm'> = async ({ childId, relation }, session) => {
  const { openid, now, identity } = session
  const { schoolId, schoolName, schoolKind, classId = '', className = '' } = identity
  const [child] = await children.aggregate<Row>([
    { $match: { _id: childId } },
    lookUpPact(now, { field: 'schoolId' }),
    { $project: { name: 1, guardians: 1, pacts: 1 } },
    { $limit: 1 },
  ])
  const pact = child?.pacts[0]
  if (!child || !pact) return refuse('FORBIDDEN')
  const place = { schoolId, schoolName, schoolKind, classId, className }
  const { card } = describeGuardian(place, { childId, childName: child.name }, relation, cardFormat(pact))
  const act = noteAct(session, 'guardian', 'card.confirm')
  const at = child.guardians.findIndex((each) => each.openid === openid)
  if (await confirmGuardian(childId, at, { openid, card, relation, confirmedAt: now }, act)) return succeed({})
  const been = await lookBack(children, childId, session)
  if (been === 'other') return refuseReused()
  return been === 'repeat' ? succeed({}) : refuse('TRY_AGAIN')
}
