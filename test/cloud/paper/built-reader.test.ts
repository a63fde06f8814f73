// Proves that a built function reads papers with the programs it carries, and loads none of them before a paper comes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSheet, writePdf } from '../../../cloudfunctions/common/files/write-pdf'
import { aDocx, paragraph } from '../../papers/docx'
import { removeFolder } from '../cloud-process'

const ROOT = join(__dirname, '..', '..', '..')
/** What only pdf.js says. */
const PDF_JS = 'beginbfrange'
/** Loads the function as the cloud does, says what runs then, and reads papers. */
const SCRIPT = `
const [file, ...papers] = process.argv.slice(1)
require(file)
const threads = process.getActiveResourcesInfo().filter((name) => /worker|messageport/i.test(name))
const { readFileSync } = require('node:fs')
void (async () => {
  const read = []
  for (const paper of papers) read.push(await globalThis.readPaper(readFileSync(paper)))
  process.stdout.write(JSON.stringify({ threads, read }))
})()
`

let folder: string
let exporter: string

beforeAll(() => {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  folder = mkdtempSync(join(ROOT, 'dist', 'paper-'))
  const outdir = join(folder, 'cloudfunctions')
  const options = JSON.stringify({ outdir, domains: [join(__dirname, 'folder')] })
  const build = `import('./scripts/build.mjs').then(({ buildFunctions }) => buildFunctions(${options}))`
  const { status, stderr } = spawnSync(process.execPath, ['-e', build], { cwd: ROOT, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  exporter = join(outdir, 'exporter')
})
afterAll(() => removeFolder(folder))

test('G15 given a built exporter, when it starts, then no thread runs, and pdf.js lies in a file beside its code', () => {
  expect(readFileSync(join(exporter, 'index.js'), 'utf8')).not.toContain(PDF_JS)
  expect(readFileSync(join(exporter, 'pdf-reader.mjs'), 'utf8')).toContain(PDF_JS)
  expect(existsSync(join(folder, 'cloudfunctions', 'scheduler', 'pdf-reader.mjs'))).toBe(false)
})

test('G15 given a built exporter, when a PDF and a .docx come, then both are read by what it carries', () => {
  const sheet = openSheet()
  sheet.write('第一条 尊重他人', 60, 100, 12)
  const papers = { 'a.pdf': writePdf([sheet], '公约'), 'a.docx': aDocx({ body: paragraph('第二条 互谅') }) }
  const files = Object.entries(papers).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  })
  const args = ['-e', SCRIPT, join(exporter, 'index.js'), ...files]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    threads: [],
    read: [
      { ok: true, text: '第一条 尊重他人' },
      { ok: true, text: '第二条 互谅' },
    ],
  })
})
