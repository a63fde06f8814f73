// Decides which options the local cloud takes on its command line, and what is said about wrong ones.
import { parseArgs } from 'node:util'
import type { CloudOptions } from './start-cloud'

const PORT_MAX = 65_535

export const USAGE = `node dist/local/cloud.mjs [options]
  --functions DIR  built functions, a folder each with index.js and config.json (dist/cloudfunctions)
  --database DIR   the folder with collections.json (database)
  --data DIR       keep everything in this folder; without it all is forgotten at the end
  --port N         listen here (0, the default, takes any free one)
  --now ISO        the time at which the clock starts, e.g. 2026-09-01T08:00:00+08:00
  --no-timers      timers fire only by timers.run
  --cold-starts    load nothing ahead: a new instance takes as long as it takes
  --json           print the addresses as one line of JSON`

/** Reads the command line. @throws an Error with one clear sentence */
export function readOptions(args: string[]): (CloudOptions & { json: boolean }) | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      functions: { type: 'string', default: 'dist/cloudfunctions' },
      database: { type: 'string', default: 'database' },
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      now: { type: 'string' },
      json: { type: 'boolean', default: false },
      'no-timers': { type: 'boolean', default: false },
      'cold-starts': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > PORT_MAX)
    throw new Error(`--port takes a number from 0 to ${PORT_MAX}, not "${values.port}".`)
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now)))
    throw new Error(`--now takes a time such as 2026-09-01T08:00:00+08:00, not "${values.now}".`)
  return {
    functionsDir: values.functions,
    databaseDir: values.database,
    dataDir: values.data,
    port,
    now: values.now,
    autoTimers: !values['no-timers'],
    coldStarts: values['cold-starts'],
    json: values.json,
  }
}
