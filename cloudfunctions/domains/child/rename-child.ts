// Decides how a child's name and number are corrected: its family's cards follow, and are confirmed once more (M10, M19).
import { normalizeNumber } from '@class-pact/core/child'
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
    const isRenamed = name !== child.name
    const cards = child.guardians.map(({ relation }, index) => [
      `guardians.${index}.card`,
      composeGuardianCard(name, relation, cardFormat(pact)),
    ])
    const reply = await decide(session, {
      childId,
      where: { classId: child.classId, name: child.name, ...asSeated(child) },
      change: {
        $set: {
          ...{ no, name, nicknames: input.nickname ? [normalizeName(input.nickname)] : [] },
          ...(isRenamed && { ...Object.fromEntries(cards), cardsFrom: session.now }),
        },
      },
      act: noteAct(session, session.identity.role, 'child.rename', { childId }),
    })
    const again = !reply.ok && reply.error.code === 'CHILD_STATE' && look < LOOKS && (await children.find(childId))
    if (!again || again.classId !== child.classId || findCall(again.trail, session) !== 'fresh') return reply
    child = again
  }
}

/** Exactly these guardians, in this order: a card is written where its owner sits. */
function asSeated({ guardians }: ChildDoc): Where {
  const seats = guardians.flatMap(({ openid, since }, index) => [
    [`guardians.${index}.openid`, openid],
    [`guardians.${index}.since`, since],
  ])
  return { ...(Object.fromEntries(seats) as Where), [`guardians.${guardians.length}`]: { $exists: false } }
}
