// Decides the command line of the phones, what it says, and how it ends.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { stopOnSignal } from '../stop-on-signal'
import { formatProblem } from './compile/problems'
import { FONT_SCALES, isPhoneSize, PHONE_SIZES, readFontScale, type PhoneSize } from './phone-models'
import { checkHosts, readAnswers, type RequestRules } from './server/app-requests'
import { describeChange, type Change } from './server/watch-app'
import { startPhones, type Phones } from './start-phones'

const PORT_MAX = 65_535
/** More than these on one machine are a mistake in the number. */
const PHONES_MAX = 20

const USAGE = `npm run phone -- FOLDER [options]
  FOLDER        a mini program: a folder with app.json, or with a project.config.json that names it
  --port N      the phones' port (0, the default, takes any free one)
  --phones K    how many phones (1)
  --size S      ${PHONE_SIZES.join(', ')} (usual)
  --font F      ${Object.keys(FONT_SCALES).join(', ')}, or a factor such as 1.4 (standard)
  --theme T     light, dark (light)
  --watch       what is edited comes to the phones at once
  --gateway URL the cloud behind wx.cloud; without it wx.cloud fails as if the network were gone
  --answers F   a JSON file of answers to wx.request: {"GET https://example.com/list*": {"status": 200, "data": []}}
  --hosts H,…   addresses of this machine that wx.request may ask, such as 127.0.0.1:3000; all others fail
  --headless    the phones run in a Chromium nobody sees; without it, where somebody opens their address
  --json        for programs: headless, and the addresses as one line of JSON; what is wrong goes to the error output`

interface Options {
  folder: string
  port: number
  phones: number
  headless: boolean
  json: boolean
  watch: boolean
  size: PhoneSize
  fontScale: number
  theme: 'light' | 'dark'
  gateway: string | undefined
  requests: RequestRules
}

/** @throws Error with one clear sentence */
function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      phones: { type: 'string', default: '1' },
      gateway: { type: 'string' },
      answers: { type: 'string' },
      hosts: { type: 'string', default: '' },
      size: { type: 'string', default: 'usual' },
      font: { type: 'string', default: 'standard' },
      theme: { type: 'string', default: 'light' },
      watch: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const number = (name: 'port' | 'phones', low: number, high: number) => {
    const value = Number(values[name])
    if (!Number.isInteger(value) || value < low || value > high)
      throw new Error(`--${name} takes a number from ${low} to ${high}, not "${values[name]}".`)
    return value
  }
  const { size, font, theme } = values
  const fontScale = readFontScale(font)
  if (!isPhoneSize(size)) throw new Error(`--size takes ${PHONE_SIZES.join(', ')}, not "${size}".`)
  if (!fontScale) throw new Error(`--font takes ${Object.keys(FONT_SCALES).join(', ')} or a factor, not "${font}".`)
  if (theme !== 'light' && theme !== 'dark') throw new Error(`--theme takes light or dark, not "${theme}".`)
  // npm runs this in its own folder: a path is meant from where the person stands.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  return {
    folder: resolve(from, positionals[0] ?? '.'),
    port: number('port', 0, PORT_MAX),
    phones: number('phones', 1, PHONES_MAX),
    headless: values.headless || values.json,
    json: values.json,
    watch: values.watch,
    size,
    fontScale,
    theme,
    gateway: values.gateway,
    requests: {
      hosts: checkHosts(values.hosts.split(',').filter(Boolean)),
      ...(values.answers && { answers: readAnswers(resolve(from, values.answers)) }),
    },
  }
}

/** A fault in one line: what it is, and where in the mini program. */
function shorten(fault: string): string {
  const [message = '', ...stack] = fault.split('\n')
  const place = stack
    .map((line) => /miniprogram\/([^)\s]+?):\d+:\d+/.exec(line)?.[1])
    .find((file) => file !== undefined)
  return place ? `${place}: ${message}` : message
}

/** What the app threw while it started; the compiler's own findings are told by the compiler. */
function faultsOf(phones: Phones, id: string): string[] {
  const known = new Set(phones.problems.map(formatProblem))
  const faults = phones.messages(id).filter(({ type, text }) => type === 'error' && !known.has(text))
  return faults.map(({ text }) => shorten(text))
}

function announce(phones: Phones, { json, headless }: Options): void {
  const problems = phones.problems.map(formatProblem)
  const said = new Set(problems)
  if (headless) for (const { id } of phones.list()) for (const line of faultsOf(phones, id)) said.add(line)
  if (said.size > 0) console.error([...said].join('\n'))
  const { port, automator } = phones
  const frames = phones.list().map(({ id }) => `http://127.0.0.1:${port}/frame/${encodeURIComponent(id)}`)
  if (json) console.log(JSON.stringify({ port, frames, automator, problems }))
  else console.log([...frames, ...Object.values(automator)].join('\n'))
}

async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  if (options === 'help') return console.log(USAGE)
  const { folder, port, headless, gateway, requests, watch, size, fontScale, theme, json } = options
  const phones = Array.from({ length: options.phones }, (_, index) => ({
    id: String(index + 1),
    openid: `o-phone-${index + 1}`,
    size,
    fontScale,
    theme,
  }))
  const onChange = (change: Change) => (json ? console.error : console.log)(describeChange(change, folder))
  const starting = startPhones({
    folder,
    phones,
    port,
    headless,
    watch,
    onChange,
    requests,
    ...(gateway && { gatewayUrl: gateway }),
  })
  stopOnSignal(starting, headless)
  announce(await starting, options)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
