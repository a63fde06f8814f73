// Decides the command line of the local house: starts it, says where it is, and stops all of it on a signal.
import { describe } from './cloud/errors'
import { readOptions, USAGE, type LocalOptions } from './options'
import { startLocal, type Local } from './start-local'
import { stopOnSignal } from './stop-on-signal'

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
