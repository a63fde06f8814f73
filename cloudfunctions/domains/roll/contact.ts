// Decides how somebody notes what became of the search for a child: tried, reached with a reason, arrived (L05).
import { isComplete, momentOf, noteContact, type KeptNote } from '@class-pact/core/roll'
import type { Handler } from '../../common/call/handlers'
import { refuse } from '../../common/call/results'
import { doubtOf } from '../../common/wechat/check-words'
import { changeRoll } from './change-roll'
import type { FoundRoll } from './find-roll'

export const contact: Handler<'roll.contact', FoundRoll> = async (asked, session) => {
  const { childId, day, outcome, cause } = asked
  const { now, openid, requestId, identity } = session
  if (!isComplete({ outcome, cause, words: asked.words }))
    return refuse('INPUT_INVALID', { field: cause ? 'words' : 'cause' })
  const { input, check } = await session.ask()
  const { words } = input
  const doubted = words && doubtOf(check) && { wordsHeld: true as const }
  const said = { id: requestId, by: { card: identity.card }, outcome }
  return changeRoll(
    session,
    'roll.contact',
    ({ roll, minutes, leaves }) => {
      const before = roll?.contacts[childId]
      if (!roll || !before || before.closed || leaves.has(childId)) return { refusal: refuse('CONTACT_STATE') }
      // Nobody has looked for a child before it was missing: such a clock is wrong.
      const at = Math.max(momentOf(input.at, day, now), Math.min(before.since, now))
      const note: KeptNote = { ...said, at, ...(cause && { cause }), ...(words && { words }), ...doubted }
      const after = noteContact(before, note, minutes)
      const line = roll.lines[childId]
      const lines =
        outcome === 'arrived' && line
          ? { ...roll.lines, [childId]: { ...line, mark: 'late' as const, at } }
          : roll.lines
      const duty = { kind: 'tell' as const, at: now, lease: 0, tries: 0 }
      const reached = { childId, by: openid, way: 'phone' as const, at }
      const reachedBy = outcome === 'reached' ? [...(roll.reachedBy ?? []), reached] : roll.reachedBy
      return {
        change: { contacts: { ...roll.contacts, [childId]: after }, lines, duty, ...(reachedBy && { reachedBy }) },
      }
    },
    { childId, outcome },
  )
}
