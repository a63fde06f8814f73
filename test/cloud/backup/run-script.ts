// Decides how a test backs a school up and restores it: as an operator does, in a process of its own.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const SCRIPTS = join(__dirname, '..', '..', '..', 'scripts')
const PASSPHRASE = 'a passphrase of the operator'

export interface Ran {
  code: number | null
  said: string
}

interface Options {
  /** Instead of the operator's environment: what is undefined is not set. */
  env?: Record<string, string | undefined>
  /** Ends it as a power cut does as soon as it has said this. */
  killAt?: string
}

export function runScript(name: 'backup' | 'restore', args: string[], options: Options = {}): Promise<Ran> {
  const env = { ...process.env, CLASS_PACT_PASSPHRASE: PASSPHRASE, ...options.env }
  const child = spawn(process.execPath, [join(SCRIPTS, `${name}.mjs`), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (options.killAt !== undefined && said.includes(options.killAt)) child.kill('SIGKILL')
    })
  })
}

/** The same, where it has to succeed. @throws with what it said */
export async function succeedScript(name: 'backup' | 'restore', args: string[], options?: Options): Promise<string> {
  const { code, said } = await runScript(name, args, options)
  if (code !== 0) throw new Error(`${name}: ${said}`)
  return said
}
