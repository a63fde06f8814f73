// Decides that what is edited comes to the running phones at once, and that a broken edit leaves them as they were.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import type { Change } from '../../../local/phone/server/watch-app'
import { startPhones, type Phones } from '../../../local/phone/start-phones'
import { control, type Client } from './fixture-phones'

declare function getApp(): { edited: number }

/** How long one waits for a change to come: `npm run bench -- phones` measures it, here it only has to come (ms). */
const PATIENCE_MS = 300_000

let folder: string
let phones: Phones
let client: Client
const changes: Change[] = []

const file = (path: string) => join(folder, path)
const edit = (path: string, before: string, after: string) =>
  writeFileSync(file(path), readFileSync(file(path), 'utf8').replace(before, after))

/** Waits for the next change the phones are told of. */
async function nextChange(act: () => void): Promise<Change> {
  const known = changes.length
  const started = performance.now()
  act()
  while (changes.length === known && performance.now() - started < PATIENCE_MS)
    await new Promise((resolve) => setTimeout(resolve, 10))
  const change = changes[known]
  if (!change) throw new Error('nothing came')
  return change
}
const textOf = async (selector: string) => (await (await client.currentPage())?.$(selector))?.text()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watched-'))
  cpSync(join(__dirname, 'fixture'), folder, { recursive: true })
  phones = await startPhones({
    folder,
    phones: [
      { id: 'a', openid: 'o-a' },
      { id: 'b', openid: 'o-b' },
    ],
    headless: true,
    watch: true,
    onChange: (change) => changes.push(change),
  })
  client = await automator.connect({ wsEndpoint: phones.automator['a'] ?? '' })
  await client.callWxMethod('navigateTo', { url: '/packages/extra/pages/deep/deep?from=watch' })
})
afterAll(async () => {
  client.disconnect()
  await phones.close()
  rmSync(folder, { recursive: true })
})

it('given a page in front, when its WXML is edited, then the phone shows it on the same page with its query', async () => {
  const { faults } = await nextChange(() => {
    writeFileSync(file('packages/extra/pages/deep/deep.wxml'), '<view id="fresh" class="fresh">edited once</view>')
  })
  expect(faults).toEqual([])
  expect(await textOf('#fresh')).toBe('edited once')
  const page = await client.currentPage()
  expect({ path: page?.path, query: page?.query }).toEqual({
    path: 'packages/extra/pages/deep/deep',
    query: { from: 'watch' },
  })
})

it('given a script, a sheet and a picture, when each is edited, then each comes', async () => {
  await nextChange(() => edit('app.js', 'App({', 'App({ edited: 7,'))
  expect(await client.evaluate(() => getApp().edited)).toBe(7)
  await nextChange(() => writeFileSync(file('packages/extra/pages/deep/deep.wxss'), '.fresh { color: rgb(1, 2, 3); }'))
  expect(await (await (await client.currentPage())?.$('#fresh'))?.style('color')).toBe('rgb(1, 2, 3)')
  const { files } = await nextChange(() => cpSync(file('images/dot.png'), file('images/other.png')))
  expect(files).toEqual([file('images/other.png')])
})

it('given a folder that is new, when a page in it is named, then it can be opened', async () => {
  mkdirSync(file('pages/fresh'))
  writeFileSync(file('pages/fresh/fresh.wxml'), '<view id="born">new page</view>')
  writeFileSync(file('pages/fresh/fresh.js'), 'Page({})')
  const { faults } = await nextChange(() =>
    edit('app.json', '"pages/second/second"', '"pages/second/second", "pages/fresh/fresh"'),
  )
  expect(faults).toEqual([])
  await client.callWxMethod('navigateTo', { url: '/pages/fresh/fresh' })
  expect(await textOf('#born')).toBe('new page')
  await nextChange(() => edit('pages/fresh/fresh.wxml', 'new page', 'newer page'))
  expect(await textOf('#born')).toBe('newer page')
})

it('given a broken edit, then its file and line are said, the old page stays, and a mend goes on from there', async () => {
  const { faults } = await nextChange(() =>
    writeFileSync(file('pages/fresh/fresh.wxml'), '<view id="born">\n  <text>\n</view>'),
  )
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(/^pages\/fresh\/fresh\.wxml:\d+:\d+: /)
  expect(await textOf('#born')).toBe('newer page')
  const told = await phones.screenshot('a')
  const both = await nextChange(() => writeFileSync(file('pages/fresh/fresh.js'), 'Page({\n  data: {,\n})'))
  expect(both.faults).toHaveLength(2)
  expect(both.faults[1]).toMatch(/^pages\/fresh\/fresh\.js:2:\d+: /)
  await nextChange(() => writeFileSync(file('pages/fresh/fresh.wxml'), '<view id="born">mended</view>'))
  const { faults: none } = await nextChange(() => writeFileSync(file('pages/fresh/fresh.js'), 'Page({})'))
  expect(none).toEqual([])
  expect(await textOf('#born')).toBe('mended')
  expect((await phones.screenshot('a')).equals(told)).toBe(false)
})

it('given an app.json that cannot be read, then the phones keep what they had and say so', async () => {
  const sound = readFileSync(file('app.json'), 'utf8')
  const { faults } = await nextChange(() => writeFileSync(file('app.json'), '{ "pages": ['))
  expect(faults[0]).toMatch(/^app\.json:1:\d+: /)
  expect(await textOf('#born')).toBe('mended')
  await nextChange(() => writeFileSync(file('app.json'), sound))
})

it('given three sizes, when a phone becomes another, then the app sees its screen and is on the same page', async () => {
  const screen = () => client.callWxMethod('getWindowInfo') as Promise<Record<string, number>>
  await control(phones, 'phone.setSize', { phone: 'a', size: 'small' })
  expect(await screen()).toMatchObject({ screenWidth: 320, screenHeight: 568, statusBarHeight: 20 })
  expect(await textOf('#born')).toBe('mended')
  await phones.setSize('a', 'large')
  expect(await screen()).toMatchObject({ screenWidth: 414, screenHeight: 896, statusBarHeight: 44 })
})
