// Decides which receipts a published notice opens: its classes' slips, or the task of its staff (N07, N19).
import type { Instant } from '@class-pact/core/contract'
import { openSlips, planSlips, withdrawSlips } from '../slip'
import { openTask, planTask, withdrawTask } from '../task'
import type { AudienceFacts } from './audience'
import type { NoticeDoc } from './documents'

/** Opened once, however often it is tried. */
export async function openReceipts(notice: NoticeDoc & { publishedAt: Instant }, facts: AudienceFacts): Promise<void> {
  if (notice.audience.to === 'staff') await openTask(planTask(notice, facts))
  else await openSlips(planSlips(notice, facts))
}

/** None of them asks any more; a repeat finds none running. */
export async function withdrawReceipts({ _id, audience, withdrawn }: NoticeDoc, now: Instant): Promise<void> {
  await (audience.to === 'staff' ? withdrawTask(_id, now) : withdrawSlips(_id, now, withdrawn))
}
