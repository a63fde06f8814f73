// Decides the id of the application that answers an invitation of staff: each is answered once.
import { deriveId } from '../../common/ids'

export function answerIdOf(token: string): string {
  return deriveId('staff', token)
}
