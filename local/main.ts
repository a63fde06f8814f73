// Decides the command line of the local house: starts it, says where it is, and stops all of it on a signal.
import { describe } from './cloud/errors'
import { readOptions, USAGE, type LocalOptions } from './options'
import { startLocal, type Local } from './start-local'

/** How long stopping may take before the process ends anyway. */
const STOP_MS = 5_000

function announce({ addresses, activationCode }: Local, options: LocalOptions): void {
  if (options.json) return console.log(JSON.stringify(addresses))
  const lines = [
    addresses.desk ? `家校约 is running. Open ${addresses.desk} in a browser.` : '家校约 is running without a desk.',
    ...(activationCode ? [`There is no school yet. This code opens one: ${activationCode}`] : []),
    options.dataDir
      ? `Everything is kept in ${options.dataDir}.`
      : 'Everything is forgotten at the end; keep it with --data DIR.',
    'Stop with Ctrl-C.',
  ]
  console.log(`\n${lines.join('\n')}\n`)
}

/** Stops everything once, however often it is asked, and never hangs. */
function stopOnSignal(starting: Promise<Local>): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_MS).unref()
    starting
      .then((local) => local.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
}

async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  if (options === 'help') return console.log(USAGE)
  const starting = startLocal(options)
  stopOnSignal(starting)
  announce(await starting, options)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(describe(error))
  process.exit(1)
})
