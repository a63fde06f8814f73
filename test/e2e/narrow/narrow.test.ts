// Decides that the main pages fit the smallest phone with the largest font: nothing too wide, no words cut off, every button in reach.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

interface Line {
  screen: string
  page: string
  broken: string[]
}

const ROOT = join(__dirname, '..', '..', '..')
/** As long as these screens may take on a busy machine (ms). */
const PATIENCE_MS = 5 * 60_000

/** Screen → the page it shows. */
const MAIN = {
  'today-guardian': 'pages/today/today',
  'today-teacher': 'pages/today/today',
  'notices-guardian': 'pages/notices/notices',
  'notice-read': 'packages/notice/detail/detail',
  'notice-sign': 'packages/notice/detail/detail',
  'compose-refused': 'packages/compose/compose/compose',
  'compose-date': 'packages/compose/compose/compose',
  preview: 'packages/compose/preview/preview',
  board: 'packages/notice/board/board',
  'board-followup': 'packages/notice/board/board',
  'leave-form': 'packages/leave/form/form',
  'leave-dates': 'packages/leave/form/form',
  'join-staff': 'packages/join/invite/invite',
  'join-applied': 'packages/join/status/status',
  pact: 'packages/pact/rules/rules',
  'me-guardian': 'pages/me/me',
  reminders: 'packages/settings/reminders/reminders',
}
const lines: Line[] = []
let faults = ''

beforeAll(async () => {
  const only = Object.keys(MAIN).flatMap((name) => ['--only', name])
  const script = join(ROOT, 'scripts', 'screens.mjs')
  const child = spawn(process.execPath, [script, '--measure', '--narrow', ...only], { cwd: ROOT })
  child.stderr.on('data', (data) => {
    faults += String(data)
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) lines.push(JSON.parse(line) as Line)
    else faults += `${line}\n`
  }
}, PATIENCE_MS)

it.each(Object.entries(MAIN))('given 320 px and ×1.65, when %s is shown, then all of it fits', (screen, page) => {
  const shown = lines.find((line) => line.screen === screen)
  expect(shown ?? { missing: faults }).toEqual({ screen, look: 'narrow', page, broken: [] })
})
