// Decides that every page opens for somebody who belongs to no school.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import { startHouse, type House } from '../main-job/house'
import { Phone } from '../main-job/phone'

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

const app = JSON.parse(readFileSync(join(__dirname, '../../../miniprogram/app.json'), 'utf8')) as AppJson
const PAGES = [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
const HOME = 'pages/today/today'
const { AUTOMATOR } = process.env

/** DevTools does not say when it is at rest (ms). */
const USUALLY_AT_REST_MS = 400
const waitForDevTools = () => new Promise((resolve) => setTimeout(resolve, USUALLY_AT_REST_MS))

let house: House | undefined
let phone: Phone
const exceptions: unknown[] = []

beforeAll(async () => {
  if (AUTOMATOR) phone = new Phone(await automator.connect({ wsEndpoint: AUTOMATOR }), waitForDevTools)
  else {
    house = await startHouse('2026-09-01T16:30:00+08:00')
    phone = house.guardian
  }
  phone.client.on('exception', (exception) => exceptions.push(exception))
})
afterAll(async () => {
  if (house) await house.stop()
  else phone.disconnect()
})

it.each(PAGES)(
  'M14 given a stranger, when %s is opened, then it stands, says something and throws nothing',
  async (path) => {
    await phone.open(path)
    await phone.settle()
    // A page that has nothing to show without the page before it leads home.
    expect([path, HOME]).toContain((await phone.page()).path)
    expect((await phone.words()).trim()).not.toBe('')
    expect(exceptions).toEqual([])
  },
)
