// Decides what a withdrawal does to slips: none runs any more, and what was signed stays on record.
import type { Instant } from '@class-pact/core/contract'
import type { Withdrawal } from '../../common/store/documents'
import { slips } from './store'

/** All slips of the notice in one call; a repeat finds none running. */
export async function withdrawSlips(noticeId: string, now: Instant, withdrawn?: Withdrawal): Promise<void> {
  // On a slip stands what its readers are told, and nothing else of whoever took it back.
  const said = withdrawn && {
    ...{ at: withdrawn.at, by: withdrawn.by, words: withdrawn.words, wordsCheck: withdrawn.wordsCheck },
  }
  await slips.update(
    { noticeId, state: { $in: ['running', 'closed'] }, graduated: { $exists: false } },
    { $set: { state: 'withdrawn', updatedAt: now, ...(said && { withdrawn: said }) }, $unset: { duty: '' } },
  )
}
