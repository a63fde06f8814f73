// Decides that one part that fails does not keep the others from their work.
import { logFailure } from '../common/call/log'

/** @returns undefined when it failed, which is logged */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (failure) {
    logFailure('scheduler', 'timer', failure)
    return undefined
  }
}
