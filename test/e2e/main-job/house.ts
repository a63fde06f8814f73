// Decides how a test gets everything at once: the built house in a process of its own, and a client on each phone.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import automator from 'miniprogram-automator'
import { Phone } from './phone'
import { functionOf } from '@class-pact/core/contract'

const ROOT = join(__dirname, '..', '..', '..')

interface Addresses {
  gateway: string
  control: string
  automator: Record<string, string>
  activationCode?: string
}

export interface House {
  principal: Phone
  teacher: Phone
  guardian: Phone
  activationCode: string
  /** One operation of `POST /control`: of the cloud, or of the phones (`phone.*`). */
  control<Answer = unknown>(op: string, values?: Record<string, unknown>): Promise<Answer>
  /** A call from a phone that no test holds in its hand, such as the co-guardian's. */
  call<Data>(
    openid: string,
    action: string,
    input: unknown,
  ): Promise<{ ok: boolean; data: Data; error: { code: string } }>
  stop(): Promise<void>
}

/** What the demo school keeps beside notices, leave, rolls and talks: who tests one of these begins with an empty book. */
const KEPT_BESIDE = ['registers', 'entries', 'receptions', 'offices']

/**
 * Starts a house at a time such as `2026-09-01T16:30:00+08:00`.
 * @param school none yet; the demo's with some weeks behind it, without its registers; or the demo's as `npm start` shows it
 */
export async function startHouse(now: string, school: 'none' | 'demo' | 'whole demo' = 'none'): Promise<House> {
  const main = join(ROOT, 'dist', 'local', 'main.mjs')
  const args = [main, '--headless', '--json', '--port', '0', '--now', now, ...(school === 'none' ? ['--no-demo'] : [])]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const { automator: lines, control, gateway, activationCode = '' } = await readAddresses(child)
  if (school === 'demo') {
    for (const collection of KEPT_BESIDE) await post(control, { op: 'data.remove', collection })
  }
  const connect = async (id: string) =>
    new Phone(await automator.connect({ wsEndpoint: lines[id] ?? '' }), () =>
      post(control, { op: 'phone.rest', phone: id }),
    )
  const [principal, teacher, guardian] = await Promise.all([
    connect('principal'),
    connect('head_teacher'),
    connect('guardian'),
  ])
  return {
    principal,
    teacher,
    guardian,
    activationCode,
    control: (op, values = {}) => post(control, { ...values, op }),
    call: async (openid, action, input) => {
      const data = { action, requestId: randomUUID(), input }
      return (await post<{ result: never }>(`${gateway}/call`, { openid, name: functionOf(action), data })).result
    },
    stop: async () => {
      for (const phone of [principal, teacher, guardian]) phone.disconnect()
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

async function post<Answer>(url: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<Answer>
}

/** The one line of `--json`. */
async function readAddresses(child: ChildProcess): Promise<Addresses> {
  if (!child.stdout) throw new Error('the house has no output')
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as Addresses
  throw new Error('the house ended before it said where it is')
}
