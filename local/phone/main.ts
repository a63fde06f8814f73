// Decides the command line of the phones: FOLDER --port N --phones K --json [--gateway URL] [--headless]
import { parseArgs } from 'node:util'
import { formatProblem } from './compile/problems'
import { startPhones } from './start-phones'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '0' },
    phones: { type: 'string', default: '1' },
    gateway: { type: 'string' },
    json: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
  },
})
const specs = Array.from({ length: Number(values.phones) }, (_, index) => ({
  id: String(index + 1),
  openid: `o-phone-${index + 1}`,
}))
const phones = await startPhones({
  folder: positionals[0] ?? '.',
  phones: specs,
  port: Number(values.port),
  headless: values.headless,
  ...(values.gateway && { gatewayUrl: values.gateway }),
})
const frames = specs.map(({ id }) => `http://127.0.0.1:${phones.port}/frame/${id}`)
if (values.json) console.log(JSON.stringify({ port: phones.port, frames, automator: phones.automator }))
else console.log([...phones.problems.map(formatProblem), ...frames, ...Object.values(phones.automator)].join('\n'))
