// Decides the actions on toys: a family keeps one, the family and the head teacher read it.
import { serve, type HandlerOf, type Whose } from '../../../../../cloudfunctions/common/call/handlers'
import { succeed } from '../../../../../cloudfunctions/common/call/results'
import { deriveId } from '../../../../../cloudfunctions/common/ids'
import { noteAct, startTrail } from '../../../../../cloudfunctions/common/store/trail'
import { toyRows } from './contract'
import { toys, type ToyDoc } from './store'

const keep: HandlerOf<(typeof toyRows)['toy.keep']> = async ({ childId, says }, call) => {
  const { schoolId, classId = '', role } = call.identity
  const _id = deriveId(call.openid, call.requestId)
  const trail = startTrail(noteAct(call, role, 'toy.keep'))
  await toys.insert({ _id, schoolId, classId, childId, says, by: call.openid, ...trail })
  return succeed({ toyId: _id })
}

const read: HandlerOf<(typeof toyRows)['toy.read'], { found: ToyDoc }> = async (_input, { found }) =>
  succeed({ toyId: found._id, says: found.says })

async function findToy({ toyId }: { toyId: string }): Promise<Whose<ToyDoc> | undefined> {
  const found = await toys.find<ToyDoc>(toyId)
  return found && { found, place: found }
}

export const actions = serve(toyRows, { toy: findToy }, { 'toy.keep': keep, 'toy.read': read })
