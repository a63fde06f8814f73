// Decides what `npm run crash-rounds` prints: how often the local cloud was killed, what it had acknowledged.
import { parseArgs } from 'node:util'
import { runCrashRounds } from './crash-rounds/run-rounds.mjs'
import { KIND_NAMES } from './crash-rounds/requests.mjs'
import { prepare } from './prepare.mjs'
import { runMain, say, Stop } from './say.mjs'

const ROUNDS = 50
/** More sentences than these say nothing new. */
const MAX_LOSSES_SHOWN = 20

/** `--rounds N`; ends with 1 when anything acknowledged is gone, doubled or there by half. */
runMain(async (args) => {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: String(ROUNDS) } } })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Stop(`--rounds takes a number from 1 on, not "${values.rounds}".`)
  await prepare()
  const { build } = await import('./build.mjs')
  await build()
  const { requests, losses, inTheAir, restarts } = await runCrashRounds(rounds, (round) =>
    say(`${round.counter}: ${round.requests} requests, ${round.losses} losses so far`),
  )
  const kinds = KIND_NAMES.map((kind) => `${requests.filter((request) => request.kind === kind).length} ${kind}`)
  const sorted = [...restarts].sort((a, b) => a - b)
  const ms = (at) => `${Math.round(sorted[at] ?? 0)} ms`
  for (const loss of losses.slice(0, MAX_LOSSES_SHOWN)) console.log(loss)
  console.log(`rounds     ${rounds}, each ended by kill -9 at a random moment`)
  console.log(`requests   ${requests.length} acknowledged: ${kinds.join(', ')}`)
  console.log(`in the air ${inTheAir} at the kills; sent again with the same id, none counted twice`)
  console.log(`restart    ${ms(Math.floor(sorted.length / 2))} in the middle, ${ms(sorted.length - 1)} at most`)
  console.log(`lost       ${losses.length}`)
  return losses.length > 0 ? 1 : 0
})
