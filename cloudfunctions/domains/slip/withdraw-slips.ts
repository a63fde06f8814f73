// Decides what a withdrawal does to slips: none runs any more, and what was signed stays on record.
import type { Instant } from '@class-pact/core/contract'
import { slips } from './store'

/** All slips of the notice in one call; a repeat finds none running. */
export async function withdrawSlips(noticeId: string, now: Instant): Promise<void> {
  await slips.update(
    { noticeId, state: 'running' },
    { $set: { state: 'withdrawn', updatedAt: now }, $unset: { duty: '' } },
  )
}
