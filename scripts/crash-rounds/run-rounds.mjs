// Decides how the crash rounds go: clients write, the cloud is killed at a random moment, brought back.
import { randomInt } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloudUnderTest } from './cloud-under-test.mjs'
import { findLosses } from './proof.mjs'
import { carryOut, COLLECTIONS, drawRequest, prepareDocuments } from './requests.mjs'

const CLIENTS = 6
/** The moment of the kill, counted from the first request of the round. */
const SHORTEST_ROUND_MS = 10
const LONGEST_ROUND_MS = 900

/** A client sends one request after the other; at most one of its requests is without an answer. */
class Client {
  constructor(name, requests) {
    this.name = name
    this.requests = requests
    this.current = undefined
  }

  /** Writes until the cloud is killed. */
  async write(cloud, counter) {
    for (let n = 0; ; n++) {
      this.current = drawRequest(`${counter}-${this.name}-${n}`, counter)
      this.requests.push(this.current)
      try {
        await this.finish(cloud)
      } catch (error) {
        if (cloud.killed) return
        throw error
      }
    }
  }

  /** Sends what is without an answer, again if need be. */
  async finish(cloud) {
    if (!this.current) return
    await carryOut(cloud, this.current)
    this.current.acknowledged = true
    this.current = undefined
  }
}

/**
 * Kills the built cloud so many times while it is written to, on a throw-away folder.
 * @param onRound hears of each round as it ends
 * @returns every request, what was lost, how many were in the air, how long each restart took
 */
export async function runCrashRounds(rounds, onRound = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'class-pact-crash-'))
  for (const name of ['functions', 'database']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'database', 'collections.json'), JSON.stringify(COLLECTIONS))
  const summary = { requests: [], losses: [], inTheAir: 0, restarts: [] }
  const { requests, losses, restarts } = summary
  const clients = Array.from({ length: CLIENTS }, (_, n) => new Client(`client${n}`, requests))
  const counters = Array.from({ length: rounds }, (_, round) => `round${round + 1}`)
  let cloud = await startCloudUnderTest(folder)
  try {
    await prepareDocuments(cloud, counters)
    for (const counter of counters) {
      const before = requests.length
      await killAmidWrites(cloud, clients, counter)
      summary.inTheAir += clients.filter(({ current }) => current).length
      const started = performance.now()
      cloud = await startCloudUnderTest(folder)
      restarts.push(performance.now() - started)
      const recent = requests.slice(before)
      losses.push(...(await findLosses(cloud, requests, recent)))
      await Promise.all(clients.map((client) => client.finish(cloud)))
      losses.push(...(await findLosses(cloud, requests, recent)))
      onRound({ counter, requests: recent.length, losses: losses.length })
    }
  } finally {
    await cloud.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return summary
}

async function killAmidWrites(cloud, clients, counter) {
  const writing = Promise.all(clients.map((client) => client.write(cloud, counter)))
  const pause = new Promise((resolve) => setTimeout(resolve, randomInt(SHORTEST_ROUND_MS, LONGEST_ROUND_MS)))
  // A client that fails before the kill ends the round at once.
  await Promise.race([pause, writing])
  await cloud.kill()
  await writing
}
