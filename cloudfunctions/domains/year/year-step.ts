// Decides what the clock does to promotions: it brings on what a call has left, and looks once more after the last.
import type { Instant } from '@class-pact/core/contract'
import type { StepDone } from '../../common/call/duties'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import { carryOn, settleLate } from './carry-on'
import type { YearDoc } from './documents'
import { years } from './store'

export async function stepYear({ _id }: YearDoc, duty: Duty, until: Instant): Promise<StepDone> {
  const run = await years.find(_id)
  if (!run) return 'done'
  if (duty.kind === 'settle') {
    await settleLate(run)
    const after = await years.find(_id)
    return after?.state === run.state ? 'done' : 'written'
  }
  const { state } = await carryOn(run, until)
  const isOver = state === 'done' || state === 'undone'
  return isOver ? 'written' : { next: { kind: 'carry_out', at: readClock() } }
}
