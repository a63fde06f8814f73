// Decides nothing: proves that the demo school is brought in as a whole, whatever happens meanwhile.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as demo from '../../../demo'
import { settleSchool } from '../../../local/settle-school'
import { removeFolder, startCloudProcess, type CloudProcess } from '../cloud-process'

const NOW = '2026-09-01T10:00:00+08:00'
/** Kills before, amid and after the import. */
const MOMENTS_MS = [1, 30, 90, 240]

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'class-pact-demo-'))
})
afterEach(() => removeFolder(dataDir))

const DEMO = demo.buildDemo(Date.parse(NOW))
/** But for the figures: they are counted afterwards. */
const { statistics: _, ...LAID_DOWN } = DEMO.collections
const EXPECTED = Object.fromEntries(Object.entries(LAID_DOWN).map(([name, list]) => [name, list.length]))

async function count(cloud: CloudProcess): Promise<Record<string, number>> {
  const counts = Object.keys(EXPECTED).map(async (collection) => {
    const { documents } = await cloud.control<{ documents: object[] }>('data.export', { collection })
    return [collection, documents.length] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

test('given a start that is killed while it brings in the demo school, then the school is there as a whole or not at all, and the next start has it', async () => {
  for (const moment of MOMENTS_MS) {
    const killed = await startCloudProcess({ dataDir, now: NOW })
    const settling = settleSchool(killed.url, demo, true).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, moment))
    await killed.kill9()
    await settling
    const cloud = await startCloudProcess({ dataDir, now: NOW })
    const before = await count(cloud)
    expect([EXPECTED, Object.fromEntries(Object.keys(EXPECTED).map((name) => [name, 0]))]).toContainEqual(before)
    await settleSchool(cloud.url, demo, true)
    expect(await count(cloud)).toEqual(EXPECTED)
    await cloud.stop()
    removeFolder(dataDir)
  }
})

test('given what an older start left by half, or a timer wrote first, then the demo school takes its place', async () => {
  const cloud = await startCloudProcess({ dataDir, now: NOW })
  const [child, second] = DEMO.collections['children'] ?? []
  await cloud.control('data.import', { collection: 'children', documents: [second, { ...child, name: '半' }] })
  const counted = { _id: 'roll-up', until: Date.parse(NOW) }
  await cloud.control('data.import', { collection: 'statistics', documents: [counted] })
  const { people } = await settleSchool(cloud.url, demo, true)
  expect(people.length).toBeGreaterThan(3)
  expect(await count(cloud)).toEqual(EXPECTED)
  const { documents } = await cloud.control<{ documents: { name: string }[] }>('data.export', {
    collection: 'children',
  })
  expect(documents.map(({ name }) => name)).not.toContain('半')
  await cloud.control('timers.run')
  const rows = await cloud.control<{ documents: object[] }>('data.export', { collection: 'statistics' })
  expect(rows.documents.length).toBeGreaterThan(2)
  await cloud.stop()
})
