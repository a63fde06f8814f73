// Decides how a deletion is finished whose call broke: whoever has begun to leave is forgotten.
import { finishing, type StepDone } from '../../common/call/duties'
import type { PersonDoc } from '../../common/call/person'
import type { Duty } from '../../common/store/documents'
import { forgetPerson } from './forget-person'

export async function stepPerson({ _id, leaving }: PersonDoc, duty: Duty): Promise<StepDone> {
  if (leaving !== undefined) await forgetPerson(_id, finishing(duty, 'person.delete'))
  return 'done'
}
