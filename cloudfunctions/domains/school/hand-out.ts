// Decides that every export leaves its trace with the school before the file is written: who took what along.
import type { Identity } from '@class-pact/core/contract'
import type { Session } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { keepExport } from '../../common/files/keep-export'
import type { TrailEntry } from '../../common/store/documents'
import { noteAct, withTrail } from '../../common/store/trail'
import { schools } from './store'

interface Export {
  session: Session & { identity: Identity }
  schoolId: string
  act: string
  detail: NonNullable<TrailEntry['detail']>
  name: string
  rows: number
  content: Buffer
}

/** What no file system takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|.\s]/g
const NAME_MAX = 40

/** `三（2）班联系家长.xlsx` */
export const nameFile = (parts: readonly string[], type: 'xlsx' | 'pdf'): string =>
  `${parts.join('').replace(NOT_IN_NAMES, '').slice(0, NAME_MAX)}.${type}`

/** The same call again brings the same file and is noted once. */
export async function handOut({ session, schoolId, act, detail, name, rows, content }: Export) {
  const trail = noteAct(session, session.identity.role, act, { ...detail, rows })
  const noted = await schools.update({ _id: schoolId, ...unlessDone(session) }, withTrail({}, trail))
  if (!noted && (await lookBack(schools, schoolId, session)) === 'other') return refuseReused()
  const url = await keepExport(content, session, schoolId)
  return url === undefined ? refuse('TRY_AGAIN') : succeed({ url, name, rows })
}
