// Proves that every file opens with one plain sentence that says what it decides.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../../..')
const FOLDERS = ['core', 'cloudfunctions', 'miniprogram', 'demo', 'local', 'scripts', 'test', 'typings']
/** Made, installed, or other people's programs. */
const OTHERS = /(^|\/)(node_modules|dist|miniprogram_npm|data|fixture|fixtures|strangers)\//
const LONGEST = 120

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name).replaceAll('\\', '/'),
  ),
).filter((file) => /\.(ts|mjs)$/.test(file) && !OTHERS.test(file))

test('given every source, then its first line is a sentence of at most 120 characters', () => {
  expect(files.length).toBeGreaterThan(900)
  const odd = files.filter((file) => {
    const [first = ''] = readFileSync(join(ROOT, file), 'utf8').split('\n')
    return !/^\/\/ [A-Z].*\.$/.test(first) || first.length > LONGEST
  })
  expect(odd).toEqual([])
})
