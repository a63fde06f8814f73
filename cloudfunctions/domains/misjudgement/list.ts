// Decides what a principal learns of rules that were found wrong: how often, by how many, and the examples themselves.
import { weighTold } from '@class-pact/core/misjudgement'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { readPage, type List } from '../../common/store/pages'
import { readPactInForce } from '../pact'
import { describeMisjudgement } from './describe'
import type { MisjudgementDoc } from './documents'
import { countTold, misjudgements, type Counted } from './store'

export const listMisjudgements: Handler<'misjudgement.list'> = async ({ schoolId, after }, { openid, now }) => {
  const [pact, counted, { rows, total, next }] = await Promise.all([
    readPactInForce(schoolId, now),
    misjudgements.aggregate<Counted>(countTold(schoolId, now)),
    readPage<MisjudgementDoc>(openid, listOf(schoolId), after),
  ])
  if (!pact) return refuse('FORBIDDEN')
  const told = counted.map(({ _id: rule, count, people }) => ({ rule, count, people }))
  return succeed({ rules: weighTold(told, pact), misjudgements: rows.map(describeMisjudgement), total, next })
}

const listOf = (schoolId: string): List => {
  const part = { from: 'misjudgements', then: [{ $project: { trail: 0, openid: 0 } }], order: [['at', -1]] as const }
  return {
    parts: [
      { ...part, where: { schoolId, state: 'open' } },
      { ...part, where: { schoolId, state: { $in: ['agreed', 'disagreed'] } } },
    ],
  }
}
