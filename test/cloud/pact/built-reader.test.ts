// Proves that the built exporter carries the program that reads PDFs beside its code, and starts without it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FUNCTIONS = join(__dirname, '..', '..', '..', 'dist', 'cloudfunctions')
/** What only pdf.js says. */
const PDF_JS = 'beginbfrange'
/** Loads the function as the cloud does, and says what runs then. */
const SCRIPT = `
require(process.argv[1])
const threads = process.getActiveResourcesInfo().filter((name) => /worker|messageport/i.test(name))
process.stdout.write(JSON.stringify(threads))
`

test('G15 given the built exporter, when it starts, then no thread runs, and pdf.js lies in a file beside its code', () => {
  const exporter = join(FUNCTIONS, 'exporter')
  expect(readFileSync(join(exporter, 'index.js'), 'utf8')).not.toContain(PDF_JS)
  expect(readFileSync(join(exporter, 'pdf-reader.mjs'), 'utf8')).toContain(PDF_JS)
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', SCRIPT, join(exporter, 'index.js')], {
    cwd: join(FUNCTIONS, '..', '..'),
    encoding: 'utf8',
  })
  expect([stdout, stderr]).toEqual(['[]', ''])
})

test.each(['api', 'writer', 'scheduler', 'wx-events'])(
  'G15 given the built %s, then it carries no such program',
  (name) => {
    expect(existsSync(join(FUNCTIONS, name, 'pdf-reader.mjs'))).toBe(false)
  },
)
