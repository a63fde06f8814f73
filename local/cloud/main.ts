// Decides the command line of the local cloud: starts it, says where it is, and stops it on a signal.
import { describe } from './errors'
import { readOptions, USAGE } from './options'
import { startCloud, type CloudOptions } from './start-cloud'

async function run({ json, ...options }: CloudOptions & { json: boolean }): Promise<void> {
  const cloud = await startCloud({ ...options, log: (line) => process.stderr.write(`${line}\n`) })
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const addresses = { cloud: `${cloud.url}/admin`, gateway: `${cloud.url}/gateway`, control: `${cloud.url}/control` }
  console.log(json ? JSON.stringify(addresses) : `The local cloud listens on ${cloud.url}.`)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(USAGE)
  else await run(options)
} catch (error) {
  console.error(describe(error))
  process.exit(1)
}
