// Decides that a call which came too late on a busy machine is made again, as the phone makes it.
import type { Reply } from '@class-pact/core/contract'

/** A machine that is late so often does not work at all. */
const TRIES_MOST = 20

interface Faulty {
  control<T>(op: string): Promise<T>
}

/**
 * Functions give a call of the database some seconds, and say TRY_AGAIN after that. Where no fault was asked for, only the
 * machine was slow: the same call, with its id, is made again.
 */
export async function askAgain<Data>(cloud: Faulty, ask: () => Promise<Reply<Data>>): Promise<Reply<Data>> {
  for (let tried = 1; ; tried++) {
    const reply = await ask()
    if (reply.ok || reply.error.code !== 'TRY_AGAIN' || tried === TRIES_MOST) return reply
    const { faults } = await cloud.control<{ faults: object[] }>('faults.list')
    if (faults.length > 0) return reply
  }
}
