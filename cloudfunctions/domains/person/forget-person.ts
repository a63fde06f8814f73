// Decides how somebody is forgotten: every domain lets go of what may go, then nobody is there any more (M12, M13).
import { domains } from 'domains:personal'
import type { TrailEntry } from '../../common/store/documents'
import { people } from './people'

/** Every part can be done again and changes nothing more: the call that asked for it, or the scheduler after a crash. */
export async function forgetPerson(openid: string, act: TrailEntry): Promise<void> {
  for (const last of [false, true]) {
    const those = domains.filter(({ holdsSeats = false }) => holdsSeats === last)
    await Promise.all(those.flatMap(({ forget }) => (forget ? [forget(openid, act)] : [])))
  }
  await people.remove({ _id: openid })
}
