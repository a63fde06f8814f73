// Decides which options `npm start` takes, and what is said about wrong ones.
import { parseArgs } from 'node:util'

/** Where the desk is found when nobody chose a port. */
const DEFAULT_PORT = 8600
const PORT_MAX = 65_535

export const USAGE = `npm start -- [options]
  --port N      the desk's port (${DEFAULT_PORT}; 0 takes any free one)
  --data DIR    keep everything in this folder; without it all is forgotten at the end
  --fresh       empty that folder first
  --no-demo     no demo school: prints a code that opens a school of your own
  --headless    no desk: the phones run in a Chromium nobody sees, for tests
  --no-watch    edits of the mini program stay away from the phones until they restart
  --watch       the other way round, for --headless, where nobody edits by default
  --now ISO     the time at which the clock starts, e.g. 2026-09-01T08:00:00+08:00
  --json        print the addresses as one line of JSON`

export interface LocalOptions {
  port: number
  dataDir?: string
  fresh: boolean
  demo: boolean
  headless: boolean
  /** What is edited comes to the phones at once. */
  watch: boolean
  now?: string
  json: boolean
}

/** Reads the command line. @throws an Error with one clear sentence */
export function readOptions(args: string[]): LocalOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      'no-demo': { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      'no-watch': { type: 'boolean', default: false },
      now: { type: 'string' },
      json: { type: 'boolean', default: false },
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
    port,
    dataDir: values.data,
    fresh: values.fresh,
    demo: !values['no-demo'],
    headless: values.headless,
    watch: values.watch || (!values.headless && !values['no-watch']),
    now: values.now,
    json: values.json,
  }
}
