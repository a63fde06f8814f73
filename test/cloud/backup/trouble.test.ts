// Proves what becomes of a backup and a restore that something goes wrong with: they go on, or say why not.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder, startCloudProcess, type CloudProcess } from '../cloud-process'
import { NOW, type House } from '../people/house'
import { everything, givenTwoSchools, MOTHER, SCHOOL, sorted } from './given-two-schools'
import { runScript, succeedScript } from './run-script'

let house: House
let target: CloudProcess
let root: string
let folder: string
beforeAll(async () => {
  house = await givenTwoSchools()
  root = mkdtempSync(join(tmpdir(), 'class-pact-backup-'))
  folder = join(root, 'whole')
  await succeedScript('backup', ['--school', SCHOOL, '--env', house.cloud.url, '--to', folder])
})
beforeEach(async () => {
  target = await startCloudProcess({ now: NOW, environmentId: 'second-env' })
})
afterEach(() => target?.stop())
afterAll(async () => {
  await house?.cloud.stop()
  removeFolder(root)
})

const take = (to: string, options = {}) =>
  runScript('backup', ['--school', SCHOOL, '--env', house.cloud.url, '--to', join(root, to)], options)
const bringBack = (options = {}, from = folder) => runScript('restore', ['--from', from, '--into', target.url], options)

async function countAll(cloud: CloudProcess): Promise<number> {
  return Object.values(await everything(cloud)).flat().length
}

/** The backup with one part changed; `change` gets its bytes. */
function tampered(name: string, part: RegExp, change: (bytes: Buffer) => Buffer): string {
  const copy = join(root, name)
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  const file = join(copy, readdirSync(copy).find((each) => part.test(each)) ?? '')
  writeFileSync(file, change(readFileSync(file)))
  return copy
}

const flipped = (bytes: Buffer) => {
  const changed = Buffer.from(bytes)
  changed[Math.floor(bytes.length / 2)] = (changed[Math.floor(bytes.length / 2)] ?? 0) ^ 1
  return changed
}

test.each([
  ['a bit of its slips', /^slips/, flipped, 'slips-1.ndjson is not what was written'],
  ['a bit of a file', /^files/, flipped, 'files-1.pack is not what was written'],
  [
    'the end of the audit',
    /^audit/,
    (bytes: Buffer) => bytes.subarray(0, -40),
    'audit-1.ndjson is not what was written',
  ],
  [
    'a count in the manifest',
    /^manifest/,
    (bytes: Buffer) => Buffer.from(bytes.toString().replace('"count": ', '"count": 1')),
    'its manifest has been changed',
  ],
])('G23 given a backup in which somebody has changed %s, then it is refused and nothing is written', async (...row) => {
  const [, part, change, words] = row
  const { code, said } = await bringBack({}, tampered('tampered', part, change))
  expect([code, said]).toEqual([1, expect.stringContaining(words)])
  expect(await countAll(target)).toBe(0)
})

test('G23 given another passphrase, or none, then it says so and nothing is written', async () => {
  const other = await bringBack({ env: { CLASS_PACT_PASSPHRASE: 'another passphrase than that' } })
  expect([other.code, other.said]).toEqual([1, expect.stringContaining('The passphrase is another one')])
  const none = await bringBack({ env: { CLASS_PACT_PASSPHRASE: undefined } })
  expect([none.code, none.said]).toEqual([1, expect.stringContaining('CLASS_PACT_PASSPHRASE')])
  expect(await countAll(target)).toBe(0)
})

test('G23 given no keys of Tencent Cloud, then the one that is missing is named, and the other is not shown', async () => {
  const env = { TENCENT_SECRET_ID: 'an-id-nobody-shows', TENCENT_SECRET_KEY: undefined }
  const { code, said } = await runScript('backup', ['--school', SCHOOL, '--env', 'env-1', '--to', folder], { env })
  expect([code, said]).toEqual([1, expect.stringContaining('TENCENT_SECRET_KEY is not set')])
  expect(said).not.toContain('an-id-nobody-shows')
})

test.each(['slips: ', 'people: ', 'files: '])(
  'G23 given a backup that was cut off after “%s”, then the same command brings it to its end, and it restores',
  async (killAt) => {
    const to = `cut-${killAt.slice(0, 3)}`
    expect((await take(to, { killAt })).code).not.toBe(0)
    const early = await bringBack({}, join(root, to))
    const again = await take(to)
    // The very last word may have come out before it was cut off: then it is whole.
    if (early.code === 0) return expect(again.said).toContain('whole backup already')
    expect(early.said).toContain('not brought to its end')
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('Going on with the backup')])
    const { code } = await bringBack({}, join(root, to))
    expect(code).toBe(0)
    const [restored, original] = [await everything(target), await everything(house.cloud)]
    for (const name of ['slips', 'albums', 'children', 'audit']) {
      const own = original[name]?.filter(({ schoolId }) => schoolId === SCHOOL)
      expect([name, restored[name]?.length]).toEqual([name, own?.length])
    }
  },
)

test.each(['files: ', 'slips: ', 'Comparing'])(
  'G23 given a restore that was cut off after “%s”, then nobody is in the school, and the same command ends it',
  async (killAt) => {
    expect((await bringBack({ killAt })).code).not.toBe(0)
    const half = await everything(target)
    if (half['schools']?.length === 0) {
      const call = { action: 'session.read', requestId: 'half', input: {} }
      const { result } = await target.call<{ ok: boolean; data?: { identities: object[] } }>(MOTHER, 'api', call)
      expect(result?.data?.identities ?? []).toEqual([])
      const due = Object.values(half).flat() as { duty?: { at: number }; trailOpen?: boolean }[]
      expect(due.filter(({ duty, trailOpen }) => trailOpen || (duty && duty.at < 8e15))).toEqual([])
    }
    const { code, said } = await bringBack()
    expect([code, said]).toEqual([0, expect.stringContaining('each as the backup has it')])
    const [school] = (await everything(target))['schools'] ?? []
    expect(school).not.toHaveProperty('restoring')
  },
)

test('G23 given a restore that broke after the school was there, then its mark lets the same command end it', async () => {
  const fault = { target: 'database:modifyDocument', mode: 'fail', errcode: 'INVALID_PARAM' }
  await target.control('faults.set', fault)
  expect((await bringBack()).code).toBe(1)
  expect((await everything(target))['schools']).toMatchObject([{ _id: SCHOOL, restoring: expect.any(String) }])
  await target.control('faults.clear')
  expect((await bringBack()).code).toBe(0)
  const [restored, original] = [await everything(target), await everything(house.cloud)]
  const { restoring, ...school } = restored['schools']?.[0] ?? {}
  expect([restoring, school['_id']]).toEqual([undefined, SCHOOL])
  const dutiesOf = (documents: typeof restored) =>
    sorted(documents['slips']).map(({ _id, duty, trailOpen }) => ({ _id, duty, trailOpen }))
  expect(dutiesOf(restored)).toEqual(dutiesOf(original))
})

test('G23 given an environment that has the school, then a restore refuses and changes nothing', async () => {
  const before = await everything(house.cloud)
  const { code, said } = await runScript('restore', ['--from', folder, '--into', house.cloud.url])
  expect([code, said]).toEqual([1, expect.stringContaining('has the school demo-school already')])
  expect(await everything(house.cloud)).toEqual(before)
})

test('G23 given a document of the school that is another one there, then it stays, and the school stays closed', async () => {
  const [child] = (await everything(house.cloud))['children'] ?? []
  await target.control('data.import', { collection: 'children', documents: [{ ...child, name: '别人' }] })
  const { code, said } = await bringBack()
  expect([code, said]).toEqual([1, expect.stringContaining('children has another document')])
  const { schools, children } = await everything(target)
  expect(schools).toEqual([])
  expect(children?.filter(({ name }) => name === '别人')).toHaveLength(1)
})

test('G23 given somebody who is known there, then they stay as they are, and only a mute of this school comes', async () => {
  const person = { _id: MOTHER, consentAt: 1, consentVersion: 9, credits: { notice: 5 }, updatedAt: 1 }
  await target.control('data.import', { collection: 'people', documents: [person] })
  const { said } = await bringBack()
  expect(said).toContain('1 people were here already')
  const found = (await everything(target))['people']?.find(({ _id }) => _id === MOTHER)
  expect(found).toEqual(person)
})

test('G23 given answers that fail or get lost now and then, then a restore tries again and comes to its end', async () => {
  const troubles = [
    ['database:insertDocument', 'lost'],
    ['database:getDocument', 'fail'],
    ['database:modifyDocument', 'lost'],
    ['storage:getUploadMetadata', 'fail'],
    ['storage:batchGetDownloadUrl', 'fail'],
  ]
  for (const [name, mode] of troubles) await target.control('faults.set', { target: name, mode, times: 2, after: 1 })
  const { code } = await bringBack()
  expect(code).toBe(0)
  const { faults } = await target.control<{ faults: { hit: number }[] }>('faults.list')
  expect(faults.map(({ hit }) => hit)).toEqual(troubles.map(() => 2))
})

test('G23 given --plain, then it says in words what lies open, and restores without a passphrase', async () => {
  const env = { CLASS_PACT_PASSPHRASE: undefined }
  const said = await succeedScript(
    'backup',
    ['--school', SCHOOL, '--env', house.cloud.url, '--to', join(root, 'plain'), '--plain'],
    { env },
  )
  expect(said).toContain('NOT encrypted')
  expect(readFileSync(join(root, 'plain', 'children-1.ndjson'), 'utf8')).toContain('张小明')
  expect((await bringBack({ env }, join(root, 'plain'))).code).toBe(0)
})
