// Decides nothing: proves that the local cloud serves a project that is not this one.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { removeFolder, startCloudProcess, type CloudProcess } from '../cloud-process'

const ROOT = join(__dirname, '../../..')
const README = readFileSync(join(ROOT, 'local/cloud/README.md'), 'utf8').replaceAll('\r\n', '\n')
const [, SECTION = ''] = /\n## With functions of your own\n(.*?)\n## /s.exec(README) ?? []
/** The README's port stands for any. */
const PORT = '8790'
/** A line that starts with a file's name, and the block after it. */
const FILE = /^`([\w./-]+\.(?:js|mjs|json))`[^\n]*\n\n```\w+\n(.*?)\n```$/gms
const FILES = [...SECTION.matchAll(FILE)].map(([, name = '', content = '']) => ({ name, content }))

const run = promisify(execFile)
let folder: string
let cloud: CloudProcess

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strangers-'))
  // What `npm install` brings them, without the network.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const { name, content } of FILES) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  cloud = await startCloudProcess({
    functionsDir: join(folder, 'functions'),
    databaseDir: join(folder, 'database'),
    dataDir: join(folder, 'data'),
    autoTimers: true,
  })
})
afterAll(async () => {
  await cloud.stop()
  removeFolder(folder)
})

test('given the files of the README, they are all there, and ask for the packages that are tested here', () => {
  expect(FILES.map(({ name }) => name)).toEqual([
    'functions/hello/index.js',
    'functions/hello/package.json',
    'functions/hello/config.json',
    'database/collections.json',
    'admin.mjs',
  ])
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(SECTION).toContain(`"wx-server-sdk": "${devDependencies['wx-server-sdk']}"`)
  expect(SECTION).toContain(`@cloudbase/node-sdk@${devDependencies['@cloudbase/node-sdk']}`)
})

test('given them in a folder of their own, when a secret key and then a phone calls, they answer what the README says', async () => {
  const { port } = new URL(cloud.url)
  const admin = join(folder, 'admin.mjs')
  writeFileSync(admin, readFileSync(admin, 'utf8').replaceAll(PORT, port))
  const { stdout } = await run(process.execPath, [admin], { cwd: folder })
  const [, url = '', body = ''] = /curl -s (\S+) -d '(.*)'/.exec(SECTION) ?? []
  const reply = await fetch(url.replace(PORT, port), { method: 'POST', body })
  expect(SECTION).toContain(`\`\`\`\n${stdout.trim()}\n${await reply.text()}\n\`\`\``)
})

test('given the command of the README, its options are those the cloud takes, and the line it prints has these addresses', async () => {
  const { stdout } = await run(process.execPath, [join(ROOT, 'dist/local/cloud.mjs'), '--help'])
  const [, options = ''] = /npm run -s cloud -- (.*mine.*)/.exec(SECTION) ?? []
  const named = options.match(/--[a-z-]+/g) ?? []
  expect(named).toEqual(['--functions', '--database', '--data', '--port', '--json'])
  for (const option of named) expect(stdout).toContain(`\n  ${option} `)
  const [, line = ''] = /\n(\{"cloud".*\})\n/.exec(SECTION) ?? []
  expect(Object.keys(JSON.parse(line) as object)).toEqual(['cloud', 'gateway', 'control'])
  expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).toMatchObject({
    scripts: { cloud: 'node scripts/cloud.mjs' },
  })
})
