// Decides the command line of the local cloud: starts it, says where it is, and stops it on a signal.
import { parseArgs } from 'node:util'
import { describe } from './errors'
import { startCloud } from './start-cloud'

const { values } = parseArgs({
  options: {
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    database: { type: 'string', default: 'database' },
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    now: { type: 'string' },
    json: { type: 'boolean', default: false },
    'no-timers': { type: 'boolean', default: false },
  },
})

try {
  const cloud = await startCloud({
    functionsDir: values.functions,
    databaseDir: values.database,
    dataDir: values.data,
    port: Number(values.port),
    now: values.now,
    autoTimers: !values['no-timers'],
    log: (line) => process.stderr.write(`${line}\n`),
  })
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const addresses = { cloud: `${cloud.url}/admin`, gateway: `${cloud.url}/gateway`, control: `${cloud.url}/control` }
  console.log(values.json ? JSON.stringify(addresses) : `The local cloud listens on ${cloud.url}.`)
} catch (error) {
  console.error(describe(error))
  process.exit(1)
}
