// Decides that the phone names what does not fit its screen, and nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPhones, type Phones } from '../../../local/phone/start-phones'

const MISFITS = `<view class="wide">wide</view>
<view class="box cut">words that are longer than their box is</view>
<view class="box dots">words that are longer than their box, and say so</view>
<scroll-view scroll-x="{{true}}" class="row"><view class="wide">in a box that scrolls</view></scroll-view>
<view class="low"><view class="line">one</view><view class="line gone">another</view></view>
<view class="under" aria-role="button" bindtap="tap">covered</view>
<view class="over">over</view>
<view class="far" aria-role="button" bindtap="tap">far below</view>`
const SOUND = '<view class="box">short</view><view class="far" aria-role="button" bindtap="tap">far below</view>'
const SHEET = `.wide { width: 400px; height: 20px } .box { width: 80px; overflow: hidden; white-space: nowrap }
.dots { text-overflow: ellipsis } .row { width: 100px } .low { height: 20px; overflow: hidden } .line { line-height: 20px }
.under { position: fixed; top: 300px; left: 0; width: 90px; height: 44px }
.over { position: fixed; top: 290px; left: 0; width: 120px; height: 80px; background: #fff; z-index: 2 }
.far { margin-top: 2000px; width: 90px; height: 44px }`

let folder: string
let phones: Phones

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fit-'))
  for (const name of ['a', 'b']) mkdirSync(join(folder, name))
  const script = 'Page({ tap() {} })'
  const files = {
    'app.json': '{"pages":["a/a","b/b"]}',
    'app.js': '',
    'app.wxss': SHEET,
    'a/a.js': script,
    'b/b.js': script,
    'a/a.wxml': MISFITS,
    'b/b.wxml': SOUND,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  phones = await startPhones({
    folder,
    phones: [
      { id: 'misfits', openid: 'o-1', path: 'a/a', size: 'small' },
      { id: 'sound', openid: 'o-2', path: 'b/b', size: 'small' },
    ],
    headless: true,
  })
})
afterAll(async () => {
  await phones.close()
  rmSync(folder, { recursive: true })
})

it('given a page with faults, then what is too wide, cut off or covered is named; ellipses and what scrolls are not', async () => {
  expect(await phones.fit('misfits')).toEqual([
    'view.wide 「wide」 is 80 px wider than the screen',
    'view.box.cut 「words that a…」 is cut off at the side',
    'view.line.gone 「another」 is cut off below',
    'view.under 「covered」 is out of reach',
  ])
})

it('given a page that fits, also one that scrolls, then nothing is named', async () => {
  expect(await phones.fit('sound')).toEqual([])
})
