// Decides how everything runs on one machine: the cloud, a school in it, and the phones, all stopped by one call.
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clearData } from './cloud/open-environment'
import { LOOPBACK } from './cloud/server'
import { startCloud } from './cloud/start-cloud'
import { startDesk, type DeskPerson } from './desk/start-desk'
import type { LocalOptions } from './options'
import { inRepository } from './phone/server/repository'
import { describeChange, type Change } from './phone/server/watch-app'
import { startPhones } from './phone/start-phones'
import { settleSchool, type DemoModule } from './settle-school'

export interface Local {
  /** What `--json` prints. Without a desk (headless) `desk` is null. */
  addresses: {
    desk: string | null
    cloud: string
    gateway: string
    /** Clock, timers and faults of the cloud, and what the phones are handed (`phone.*`). */
    control: string
    /** WebSocket address of each phone, for miniprogram-automator. */
    automator: Record<string, string>
    /** The code that opens a school, when there is none yet. */
    activationCode?: string
  }
  /** Opens a school of one's own; only when there is no school yet and none was wanted. */
  activationCode?: string
  close(): Promise<void>
}

/** The demo as it was built: nothing here imports it. */
function loadDemo(): Promise<DemoModule> {
  return import(pathToFileURL(inRepository('dist', 'demo', 'index.mjs')).href) as Promise<DemoModule>
}

/** Finds out before anything is started, so that nobody waits for a sentence. @throws an Error when the port is taken */
async function ensureFree(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', () => reject(new Error(`Port ${port} is already in use; choose another one with --port.`)))
    probe.listen(port, LOOPBACK, resolve)
  })
  await new Promise((resolve) => probe.close(resolve))
}

/** Starts everything. @throws an Error with one clear sentence; what was started by then is stopped again */
export async function startLocal(options: LocalOptions): Promise<Local> {
  await ensureFree(options.port)
  const dataDir = options.dataDir && resolve(options.dataDir)
  if (options.fresh && dataDir) clearData(dataDir)
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne()
  }
  try {
    const cloud = await startCloud({
      functionsDir: inRepository('dist', 'cloudfunctions'),
      databaseDir: inRepository('database'),
      port: 0,
      // Nothing is due before the school is there.
      autoTimers: false,
      ...(dataDir && { dataDir }),
      ...(options.now && { now: options.now }),
    })
    closers.push(() => cloud.close())
    // The phones' browser starts while the school moves in.
    let people: DeskPerson[] = []
    const settings = {
      folder: inRepository(),
      phones: [],
      gatewayUrl: cloud.url,
      // The cloud's storage stands on the list of who is downloaded from, as in WeChat's console.
      requests: { hosts: [new URL(cloud.url).host] },
      port: options.port,
      watch: options.watch,
      // The output may be a line of JSON for a program.
      onChange: (change: Change) => console.error(describeChange(change, inRepository())),
    }
    const starting = options.headless
      ? startPhones({ ...settings, headless: true })
      : startDesk({ ...settings, people: () => people })
    // What did not start has closed itself.
    closers.push(() =>
      starting.then(
        (started) => started.close(),
        () => undefined,
      ),
    )
    const settling = loadDemo().then((demo) => settleSchool(cloud.url, demo, options.demo))
    const [settled, phones] = await Promise.all([settling, starting])
    people = settled.people
    await Promise.all(settled.phones.map((spec) => phones.addPhone(spec)))
    // Nobody waits for what is counted from the school.
    cloud.startTimers()
    const { activationCode } = settled
    return {
      addresses: {
        desk: options.headless ? null : phones.desk,
        cloud: `${cloud.url}/admin`,
        gateway: `${cloud.url}/gateway`,
        control: `http://${LOOPBACK}:${phones.port}/control`,
        automator: phones.automator,
        ...(activationCode && { activationCode }),
      },
      ...(activationCode && { activationCode }),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
