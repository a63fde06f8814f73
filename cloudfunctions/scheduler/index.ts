// Decides what happens every minute: duties that are due, spread when many, and sweeps. Only the timer may call it.
import { domains } from 'domains:steps'
import type { Instant } from '@class-pact/core/contract'
import type { Steps } from '../common/call/duties'
import { attempt } from './attempt'
import { readClock } from '../common/clock'
import { cloud } from '../common/cloud'
import { readShare, runShare, shareOut } from './shares'

/** New work is begun only so long, milliseconds; the function lives 60 s (config.json). */
const WORK_MS = 40_000
/** A released notice is delivered, a delivered one reminded in the same run. */
const ROUNDS = 4

const duties = domains.flatMap((domain: Steps) => [...(domain.duties ?? [])])
const sweeps = domains.flatMap((domain: Steps) => [...(domain.sweeps ?? [])])

/** @returns how many duties were brought on */
export async function main(event: unknown): Promise<{ brought: number }> {
  const { SOURCE } = cloud.getWXContext()
  const until = readClock() + WORK_MS
  // The timer's run has called this one to take a share.
  const share = SOURCE === 'wx_trigger,scf' ? readShare(event) : undefined
  if (share) return { brought: await runShare(duties, share, Math.min(until, share.until)) }
  // Whoever else calls, a phone above all, gets nothing done (facts: SOURCE).
  if (SOURCE !== 'wx_trigger') return { brought: 0 }
  const { brought, crowded } = await runRounds(until)
  const spread = shareOut(crowded, until)
  await runSweeps(until)
  return { brought: brought + (await spread) }
}

/** @returns also which duties are more than one run does */
async function runRounds(until: Instant): Promise<{ brought: number; crowded: number[] }> {
  let brought = 0
  for (let round = 0; round < ROUNDS && readClock() < until; round++) {
    const before = brought
    const crowded: number[] = []
    for (const [at, run] of duties.entries()) {
      const look = await attempt(() => run(until))
      brought += look?.brought ?? 0
      if (look?.isFull) crowded.push(at)
    }
    if (crowded.length > 0) return { brought, crowded }
    if (brought === before) break
  }
  return { brought, crowded: [] }
}

/** Each gets its part of the time that is left: one with a backlog does not keep the others from their work. */
async function runSweeps(until: Instant): Promise<void> {
  for (const [at, sweep] of sweeps.entries()) {
    const now = readClock()
    await attempt(() => sweep(now + (until - now) / (sweeps.length - at)))
  }
}
