// Decides how the tests of the phone get one: the fixture, headless, and the unmodified automator client on it.
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import { startPhones, type PhoneSpec, type Phones } from '../../../local/phone/start-phones'

export type Client = Awaited<ReturnType<typeof automator.connect>>

/** Phones of the fixture with a client on each, in the order given. */
export async function startFixture(
  specs: Partial<PhoneSpec>[] = [{}],
  gatewayUrl?: string,
): Promise<{ phones: Phones; clients: Client[]; stop(): Promise<void> }> {
  const phones = await startPhones({
    folder: join(__dirname, 'fixture'),
    phones: specs.map((spec, index) => ({ id: `p${index}`, openid: `o-${index}`, ...spec })),
    headless: true,
    ...(gatewayUrl && { gatewayUrl }),
  })
  const clients = await Promise.all(
    Object.values(phones.automator).map((wsEndpoint) => automator.connect({ wsEndpoint })),
  )
  const stop = async () => {
    for (const client of clients) client.disconnect()
    await phones.close()
  }
  return { phones, clients, stop }
}

/** One operation of the phones' control. */
export async function control(phones: Phones, op: string, values: Record<string, unknown> = {}): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${phones.port}/control`, {
    method: 'POST',
    body: JSON.stringify({ op, ...values }),
  })
  return response.json()
}

/** How often a value is looked at before it counts as what it is: two minutes at least, however busy the machine. */
const LOOKS = 4_800

/** Waits until a value is what it should be; returns the last one seen. */
export async function eventually<T>(read: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  let value = await read()
  for (let tries = 0; tries < LOOKS && !done(value); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    value = await read()
  }
  return value
}
