// Decides what `npm run screens` does: every screen of the demo school as pictures, light, dark and large.
//   npm run screens -- [--only name …] [--height 812] [--mockups DIR] [--out dist/screens]
//   With --measure no pictures are taken: one line of JSON for each look says which rules of 体验评分 it breaks, and for the
//   largest font, on the smallest phone, what does not fit.
//   With --narrow the phone is the smallest with the largest font; then what does not fit is told, instead of 体验评分.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { runMain, say } from './say.mjs'
import { loadHouse, startHouse } from './screens/house.mjs'
import { SCREENS } from './screens/list.mjs'
import { showScreen } from './screens/show-screen.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const NOW = '2026-09-01T18:40:00+08:00'
/** Pictures of one run of the school; the large ones need a run of their own, for some screens change something. */
const RUNS = [
  { scale: 1, size: 'usual', looks: ['light', 'dark'] },
  { scale: 1.65, size: 'usual', looks: ['large'] },
]
const NARROW = [{ scale: 1.65, size: 'small', looks: ['narrow'] }]
/** Measured, the largest font is seen on the smallest phone at once: what fits there has a good size anywhere. */
const MEASURED = [RUNS[0], { scale: 1.65, size: 'small', looks: ['large'] }]
/** Tests share their machine: what is measured with a clock says nothing there, and is judged only without --measure. */
const BUSY = Infinity

/** Brings a screen up and gives it to `look` in every look; then what was found there is told. */
async function showLooks(screen, house, looks, { measures, look, tell }) {
  const { who, printed } = await showScreen(house, screen)
  for (const name of looks) {
    await house.phones.setTheme(who, name === 'dark' ? 'dark' : 'light')
    await house.phones.settle(who)
    await look(name, who)
    const isNarrow = name === 'narrow' || (measures && name === 'large')
    tell(name, await house.phones.score(who), isNarrow ? await house.phones.fit(who) : [])
  }
  await house.phones.setTheme(who, 'light')
  await house.phones.setOnline(who, true)
  for (const { type, text } of house.phones.messages(who).slice(printed)) if (type === 'error') say(`  ${text}`)
}

/** The pages of app.json that were on no screen. */
function findUnseen(seen) {
  const { pages, subPackages } = JSON.parse(readFileSync(join(root, 'miniprogram', 'app.json'), 'utf8'))
  const all = [
    ...pages,
    ...subPackages.flatMap(({ root: folder, pages: names }) => names.map((name) => `${folder}/${name}`)),
  ]
  return all.filter((page) => !seen.has(page))
}

/** All pictures side by side; drawings come after the pictures they are drawn for. */
function layOut(screens, looks, out, mockups) {
  const image = (file) => (existsSync(file) ? `<img loading="lazy" alt="" src="${relative(out, file)}">` : '')
  const drawings = mockups ? readdirSync(mockups).filter((name) => name.endsWith('.png')) : []
  const rows = screens.map(({ name, mockup }) => {
    const drawn = drawings.filter((file) => mockup && new RegExp(`^${mockup}(-dark|-large)?\\.png$`).test(file))
    const pictures = [...looks.map((look) => join(out, `${name}-${look}.png`)), ...drawn.map((f) => join(mockups, f))]
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
      height: { type: 'string' },
      mockups: { type: 'string' },
      out: { type: 'string', default: join(root, 'dist', 'screens') },
      measure: { type: 'boolean', default: false },
      narrow: { type: 'boolean', default: false },
    },
  })
  const out = resolve(values.out)
  mkdirSync(out, { recursive: true })
  if (!values.measure) await build()
  const modules = await loadHouse(root)
  const screens = SCREENS.filter(({ name }) => !values.only || values.only.some((start) => name.startsWith(start)))
  let failed = 0
  const seen = new Set()
  const runs = values.measure ? MEASURED : values.narrow ? NARROW : RUNS
  // A school amid its term is another than one on its first day: screens say which they want.
  const moments = [...new Set(screens.map(({ school = NOW }) => school))]
  const show = async (run) => {
    for (const now of moments) await showAt(now, run)
  }
  const showAt = async (now, { looks, ...phone }) => {
    const house = await startHouse(root, modules, { now, ...phone, height: Number(values.height) })
    try {
      // The first call of a run loads the functions, which WeChat keeps loaded: it is nobody's.
      await house.open('o-first', 'pages/today/today')
      for (const screen of screens.filter(({ school = NOW }) => school === now)) {
        try {
          await showLooks(screen, house, looks, {
            measures: values.measure,
            look: async (name, who) => {
              if (values.measure) return
              writeFileSync(join(out, `${screen.name}-${name}.png`), await house.phones.screenshot(who))
            },
            tell: (name, report, misfits) => {
              const [page] = report.page.split('?')
              seen.add(page)
              const broken = values.narrow ? misfits : modules.describeBroken(report, values.measure ? BUSY : 1)
              if (values.measure)
                console.log(JSON.stringify({ screen: screen.name, look: name, page, broken, misfits }))
              else if (broken.length > 0)
                say(
                  [`${screen.name}-${name}:${values.narrow ? '' : ` ${report.score} of 100`}`, ...broken].join('\n  '),
                )
            },
          })
        } catch (error) {
          failed += 1
          say(`${screen.name} (${looks.join(', ')}): ${error.message}`)
        }
      }
    } finally {
      await house.close()
    }
  }
  // Phones mostly wait: what is only measured goes side by side, pictures of a machine at rest one after the other.
  if (values.measure) await Promise.all(runs.map(show))
  else for (const run of runs) await show(run)
  const unseen = values.only ? [] : findUnseen(seen)
  if (unseen.length > 0) say(`No screen shows ${unseen.join(', ')}: add it to scripts/screens/list.mjs.`)
  const code = failed + unseen.length > 0 ? 1 : 0
  if (values.measure) return code
  writeFileSync(
    join(out, 'index.html'),
    layOut(
      screens,
      runs.flatMap(({ looks }) => looks),
      out,
      values.mockups && resolve(values.mockups),
    ),
  )
  say(`${screens.length} screens: ${join(out, 'index.html')}`)
  return code
})
