// Decides the command line of the local house: starts it, says where it is, and stops all of it on a signal.
import { describe } from './cloud/errors'
import { readOptions, USAGE, type LocalOptions } from './options'
import { startLocal, type Local } from './start-local'

/** How often a process looks whether the one that started it is still there. */
const LOOK_MS = 1_000
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

/** A signal to npm ends npm and its shell, and a crash ends a test, but not us: nobody would be left to stop this process. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), LOOK_MS).unref()
}

/** Stops everything once, however often it is asked, and never hangs. */
function stopOnSignal(starting: Promise<Local>, headless: boolean): void {
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
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  if (headless || process.env['npm_lifecycle_event'] !== undefined) stopWithParent(stop)
}

async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  if (options === 'help') return console.log(USAGE)
  const starting = startLocal(options)
  stopOnSignal(starting, options.headless)
  announce(await starting, options)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(describe(error))
  process.exit(1)
})
