// Decides how a draw reads to the leaders: how many were drawn and have answered, what they said, and never who (H04).
import type { Draw, DrawRow, Instant } from '@class-pact/core/contract'
import { isSameDraw } from '@class-pact/core/draw'
import { drawFamilies } from '@class-pact/core/register'
import { countSame } from '@class-pact/core/form'
import { isPast } from '@class-pact/core/notice'
import { LEAST_SHEETS, hides, type BallotsRow } from '../answers'
import type { DrawDoc } from './documents'

export const NO_SHEETS: BallotsRow = { boxSheets: [], boxSame: [], boxWords: [] }

/** Counted by the database. */
export type CountedDraw = Omit<DrawRow, 'drawId' | 'term' | 'state'> & Pick<DrawDoc, '_id' | 'term' | 'voided'>

export function describeRow(
  { _id, title, term, madeAt, deadline, voided, drawn, answered }: CountedDraw,
  now: Instant,
): DrawRow {
  const state = voided ? 'void' : isPast(deadline, now) ? 'over' : 'open'
  return { drawId: _id, title, term: term.from, madeAt, deadline, state, drawn, answered }
}

export function describeDraw(draw: DrawDoc, counted: BallotsRow, now: Instant): Draw {
  const { schoolId, card, percent, ids, seed, questions, drawn, answered, voided, deadline } = draw
  const sheets = counted.boxSheets[0]?.count ?? 0
  const hidden = hides(isPast(deadline, now), sheets)
  const same = counted.boxSame.map(({ _id, times }) => ({ ..._id, times }))
  return {
    ...describeRow({ ...draw, drawn: drawn.length, answered: answered.length }, now),
    ...{ schoolId, by: card, percent, families: ids.length, seed, questions, sheets, least: LEAST_SHEETS, now },
    repeats: isSameDraw(
      drawFamilies(seed, ids, percent),
      drawn.map(({ id }) => id),
    ),
    ...(hidden && { hidden }),
    counts: hidden ? [] : countSame({ questions }, same),
    words: hidden ? [] : counted.boxWords.map(({ _id, ...said }) => ({ question: _id, ...said })),
    ...(voided && { voided: { at: voided.at, by: voided.by, words: voided.check ? '' : voided.words } }),
  }
}
