// Decides which browser is taken, and what is said when there is none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../../local/phone/find-browser'

it('given CHROME_PATH, it goes first, and a wrong one is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  const file = join(folder, 'chrome')
  writeFileSync(file, '', { mode: 0o755 })
  expect(findBrowser({ CHROME_PATH: file })).toBe(file)
  expect(() => findBrowser({ CHROME_PATH: join(folder, 'none') })).toThrow('CHROME_PATH names')
  rmSync(folder, { recursive: true })
})

it('given no browser, the sentence says what to do', () => {
  expect(() => findBrowser({}, 'win32')).toThrow('No Chromium, Chrome or Edge found. Install one, or set CHROME_PATH')
})
