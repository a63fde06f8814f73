// Decides what `npm run screens` does: every screen of the demo school as pictures, light, dark and large, on one sheet.
//   npm run screens -- [--only name …] [--height 812] [--mockups DIR] [--out dist/screens]
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { runMain, say } from './say.mjs'
import { loadHouse, startHouse } from './screens/house.mjs'
import { SCREENS } from './screens/list.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const NOW = '2026-09-01T18:40:00+08:00'
/** Pictures of one run of the school; the large ones need a run of their own, for some screens change something. */
const RUNS = [
  { scale: 1, looks: ['light', 'dark'] },
  { scale: 1.65, looks: ['large'] },
]
const LOOKS = RUNS.flatMap(({ looks }) => looks)

/** Whoever has not signed a notice that is overdue. */
async function findOverdue(house) {
  const slip = (await house.read('slips')).find(({ noticeId }) => noticeId === 'demo-dismissal')
  const [childId] = Object.entries(slip.entries).find(([, entry]) => entry.guardians > 0 && !entry.signedAt)
  return `${childId}-mother`
}

/** Path of a fresh invitation: `join:class`, `join:child`, `join:staff`. */
async function invite(house, purpose) {
  const classId = 'demo-class-3-2'
  const more = { class: {}, child: { childId: `${classId}-7` }, staff: { role: 'teacher' } }[purpose]
  const by = purpose === 'staff' ? 'demo-principal' : 'demo-wang'
  return (await house.call(by, 'invitation.create', { purpose, classId, ...more })).path
}

async function takePictures(screen, house, looks, out) {
  const who = screen.who === 'overdue' ? await findOverdue(house) : screen.who
  const page = screen.page.startsWith('join:') ? await invite(house, screen.page.slice(5)) : screen.page
  if (screen.at) await house.setClock(screen.at)
  const phone = await house.open(who, page)
  const printed = house.phones.messages(who).length
  await screen.steps?.(phone)
  await phone.rest(300)
  for (const look of looks) {
    await house.phones.setTheme(who, look === 'dark' ? 'dark' : 'light')
    await house.phones.settle(who)
    writeFileSync(join(out, `${screen.name}-${look}.png`), await house.phones.screenshot(who))
  }
  await house.phones.setTheme(who, 'light')
  await house.phones.setOnline(who, true)
  for (const { type, text } of house.phones.messages(who).slice(printed)) if (type === 'error') say(`  ${text}`)
}

/** All pictures side by side; drawings come after the pictures they are drawn for. */
function layOut(screens, out, mockups) {
  const image = (file) => (existsSync(file) ? `<img loading="lazy" alt="" src="${relative(out, file)}">` : '')
  const drawings = mockups ? readdirSync(mockups).filter((name) => name.endsWith('.png')) : []
  const rows = screens.map(({ name, mockup }) => {
    const drawn = drawings.filter((file) => mockup && new RegExp(`^${mockup}(-dark|-large)?\\.png$`).test(file))
    const pictures = [...LOOKS.map((look) => join(out, `${name}-${look}.png`)), ...drawn.map((f) => join(mockups, f))]
    return `<h2 id="${name}">${name}</h2><div>${pictures.map(image).join('')}</div>`
  })
  const style =
    'body{font:14px system-ui;background:#888}div{display:flex;gap:12px;overflow:auto}img{width:300px;height:max-content}'
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>家校约 · 界面</title><style>${style}</style>${rows.join('\n')}`
}

runMain(async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      height: { type: 'string', default: '812' },
      mockups: { type: 'string' },
      out: { type: 'string', default: join(root, 'dist', 'screens') },
    },
  })
  const out = resolve(values.out)
  mkdirSync(out, { recursive: true })
  await build()
  const modules = await loadHouse(root)
  const screens = SCREENS.filter(({ name }) => !values.only || values.only.some((start) => name.startsWith(start)))
  let failed = 0
  for (const { scale, looks } of RUNS) {
    const house = await startHouse(root, modules, { now: NOW, scale, height: Number(values.height) })
    try {
      for (const screen of screens) {
        try {
          await takePictures(screen, house, looks, out)
        } catch (error) {
          failed += 1
          say(`${screen.name} (×${scale}): ${error.message}`)
        }
      }
    } finally {
      await house.close()
    }
  }
  writeFileSync(join(out, 'index.html'), layOut(screens, out, values.mockups && resolve(values.mockups)))
  say(`${screens.length} screens: ${join(out, 'index.html')}`)
  return failed > 0 ? 1 : 0
})
