// Decides what whoever opens a sheet reads: the entry of this time, or an empty sheet with what is known already.
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { describeSheet } from './describe-sheet'
import type { FoundSheet } from './find-sheet'

export const readSheet: Handler<'register.read', FoundSheet> = async (input, session) => {
  const { found } = session
  if (!found.slot) return refuse('REGISTER_SLOT')
  if (input.subject !== undefined && !found.subject) return refuse('INPUT_INVALID', { field: 'subject' })
  return succeed(await describeSheet(found, session))
}
