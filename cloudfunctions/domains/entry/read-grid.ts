// Decides how one page of a register reads: a line for everything it is about, with what is kept, and what is alike.
import type { Instant, RegisterGrid } from '@class-pact/core/contract'
import { alikeTexts, type Register } from '@class-pact/core/register'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { articlesOf, describeAnswer } from './describe-sheet'
import type { FoundGrid, GridLine } from './find-grid'
import { mayBeDone } from './rules-of'
import { isOpenNow } from './slots'
import { deskFor } from './standing'
import { filled } from './things'

export const readGrid: Handler<'register.grid', FoundGrid> = (_input, { found, now }) =>
  Promise.resolve(found.slot ? succeed(describeGrid(found, found.slot, now)) : refuse('REGISTER_SLOT'))

export function describeGrid(
  { facts, lines, desks }: FoundGrid,
  slot: NonNullable<FoundGrid['slot']>,
  now: Instant,
): RegisterGrid {
  const { id, rules, school, itsClass } = facts
  const fills = deskFor(rules, 'fill', desks) !== undefined && isOpenNow(facts, slot, now)
  const alike = rules.unlike === undefined ? [] : findAlike(rules, lines)
  return {
    ...{ register: id, title: rules.title, articles: articlesOf(facts) },
    ...(rules.cards && { cards: [...rules.cards] }),
    ...{ schoolId: school._id, ...(itsClass && { classId: itsClass._id }) },
    ...{ about: rules.about, slot: slot.key, slotFrom: slot.from },
    ...(rules.period.kind !== 'event' && { dueAt: slot.dueAt }),
    fields: [...rules.parts[0].fields],
    lines: lines.map(({ choice, entry }) => ({
      subject: choice,
      ...(entry && { entryId: entry._id, by: entry.parts['fill']?.at(-1)?.card ?? '' }),
      version: entry?.version ?? 0,
      ...(entry && { answers: filled(entry).map((answer) => describeAnswer(answer)) }),
      mine: fills && (!entry || mayBeDone(rules, entry, 'fill')),
    })),
    ...(alike.length > 0 && { alike }),
    now,
  }
}

/** Remarks that are more than nine tenths like another's: a warning, and nothing is refused (D07). */
function findAlike({ unlike }: Register, lines: readonly GridLine[]): NonNullable<RegisterGrid['alike']> {
  const texts = lines.flatMap(({ choice, entry }) => {
    const text = entry && filled(entry).find(({ question }) => question === unlike)?.text
    return text ? [{ id: choice.id, text }] : []
  })
  return alikeTexts(texts).map(({ id, like }) => ({ subject: id, like }))
}
