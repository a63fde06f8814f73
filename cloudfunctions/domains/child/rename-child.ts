// Decides how a child's name and number are corrected: its family's cards follow and are confirmed anew (M10, M19).
import { normalizeNumber } from '@class-pact/core/child'
import type { Instant, Pact } from '@class-pact/core/contract'
import { cardFormat, composeGuardianCard, normalizeName } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { findCall } from '../../common/call/repeat'
import { refuse } from '../../common/call/results'
import type { Where } from '../../common/store/collection'
import { noteAct } from '../../common/store/trail'
import { children, type ChildDoc } from '../class'
import { decide } from './decide'
import type { FoundChild } from './find-child'

/** Somebody may sit down while the cards are written; then they are written once more. */
const LOOKS = 3

export const renameChild: Handler<'child.rename', FoundChild> = async (input, session) => {
  const { childId } = input
  const { pact, itsClass } = session.found
  const name = normalizeName(input.name)
  const no = normalizeNumber(input.no)
  if (no && itsClass.roster.some((line) => line.no === no && line.childId !== childId)) {
    return refuse('INPUT_INVALID', { field: 'no' })
  }
  let { child } = session.found
  for (let look = 1; ; look++) {
    const { where, change } = renaming(child, name, pact, session.now)
    const reply = await decide(session, {
      childId,
      where: { ...where, classId: child.classId },
      change: { $set: { ...change, no, nicknames: input.nickname ? [normalizeName(input.nickname)] : [] } },
      act: noteAct(session, session.identity.role, 'child.rename', { childId }),
    })
    const again = !reply.ok && reply.error.code === 'CHILD_STATE' && look < LOOKS && (await children.find(childId))
    if (!again || again.classId !== child.classId || findCall(again.trail, session) !== 'fresh') return reply
    child = again
  }
}

type Seated = Pick<ChildDoc, 'name' | 'guardians'>

/**
 * What another name writes, and what the child must still be like: exactly these guardians, in this order, for a card is
 * written where its owner sits.
 */
export function renaming(
  { name: before, guardians }: Seated,
  name: string,
  pact: Pact,
  now: Instant,
): { where: Where; change: Record<string, unknown> } {
  const seats = guardians.flatMap(({ openid, since }, index) => [
    [`guardians.${index}.openid`, openid],
    [`guardians.${index}.since`, since],
  ])
  const cards = guardians.map(({ relation }, index) => [
    `guardians.${index}.card`,
    composeGuardianCard(name, relation, cardFormat(pact)),
  ])
  return {
    where: {
      ...(Object.fromEntries(seats) as Where),
      name: before,
      [`guardians.${guardians.length}`]: { $exists: false },
    },
    change: { name, ...(name !== before && { ...Object.fromEntries(cards), cardsFrom: now }) },
  }
}
