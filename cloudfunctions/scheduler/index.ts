// Decides what happens every minute: duties that are due, then sweeps, domain by domain. Only the timer may call it.
import { domains } from 'domains:steps'
import type { Steps } from '../common/call/duties'
import { logFailure } from '../common/call/log'
import { readClock } from '../common/clock'
import { cloud } from '../common/cloud'

/** New work is begun only so long, milliseconds; the function lives 60 s (config.json). */
const WORK_MS = 40_000
/** A released notice is delivered, a delivered one reminded in the same run. */
const ROUNDS = 4

/** @returns how many duties were brought on */
export async function main(): Promise<{ brought: number }> {
  // Whoever else calls, a phone above all, gets nothing done (facts: SOURCE).
  if (cloud.getWXContext().SOURCE !== 'wx_trigger') return { brought: 0 }
  const until = readClock() + WORK_MS
  let brought = 0
  for (let round = 0; round < ROUNDS && readClock() < until; round++) {
    const before = brought
    for (const run of listWork('duties')) brought += (await attempt(() => run(until))) ?? 0
    if (brought === before) break
  }
  for (const sweep of listWork('sweeps')) await attempt(() => sweep(until))
  return { brought }
}

function listWork<Kind extends keyof Steps>(kind: Kind): NonNullable<Steps[Kind]>[number][] {
  return domains.flatMap((domain): NonNullable<Steps[Kind]>[number][] => [...(domain[kind] ?? [])])
}

/** One part that fails does not keep the others from their work. */
async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (failure) {
    logFailure('scheduler', 'timer', failure)
    return undefined
  }
}
