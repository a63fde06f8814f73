// Decides how one looks at a page: renders pages of the mini program headless and writes PNGs.
//   node scripts/look.mjs --page pages/today/today [--page …] [--query id=1] [--theme dark] [--scale 1.65]
//     [--openid o-1] [--gateway URL | --mock FILE.json] [--out x.png] [--width 375] [--height 812]
// A mock file answers wx.cloud.callFunction by action name: {"notice.read": {…data…}} → {ok: true, data}.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import esbuild from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: root },
    page: { type: 'string', multiple: true, default: [] },
    query: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    scale: { type: 'string', default: '1' },
    openid: { type: 'string', default: 'o-look' },
    gateway: { type: 'string' },
    mock: { type: 'string' },
    out: { type: 'string', default: join(root, 'dist', 'look.png') },
    width: { type: 'string', default: '375' },
    height: { type: 'string', default: '812' },
  },
})

const cache = join(root, 'node_modules', '.cache', 'class-pact', `look-${process.pid}`)

/** Core for the phone, in a place of its own: a domain that does not build at the moment is told and left out. */
async function buildCoreHere() {
  const names = readdirSync(join(root, 'core')).filter((name) => existsSync(join(root, 'core', name, 'index.ts')))
  const builds = names.map((name) =>
    esbuild
      .build({
        entryPoints: [join(root, 'core', name, 'index.ts')],
        outfile: join(cache, 'core', name, 'index.js'),
        bundle: true,
        format: 'cjs',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        target: 'es2018',
        logLevel: 'silent',
      })
      .catch((error) => console.log(`core/${name} does not build: ${error.errors[0]?.text}`)),
  )
  await Promise.all(builds)
  return join(cache, 'core')
}

/** The phone's Node side, bundled beside node_modules so that its packages are found. */
async function loadPhones() {
  const outfile = join(cache, 'phones.mjs')
  const entryPoints = [join(root, 'local', 'phone', 'start-phones.ts')]
  await esbuild.build({
    entryPoints,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outfile,
  })
  return import(pathToFileURL(outfile).href)
}

/** A gateway that knows only prepared answers. */
async function startMock(file) {
  const answers = JSON.parse(readFileSync(file, 'utf8'))
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const body = chunks.length && request.url === '/gateway/call' ? JSON.parse(Buffer.concat(chunks).toString()) : {}
    const action = body.data?.action
    const known = action in answers
    const result = known ? { ok: true, data: answers[action] } : { ok: false, error: { code: 'unavailable' } }
    if (action && !known) console.log(`mock: no answer for ${action}`)
    const now = answers.now ? Date.parse(answers.now) : Date.now()
    const replies = {
      '/gateway/call': { result },
      '/control': { now },
      '/gateway/temp-url': { fileList: [] },
      '/gateway/subscribe': {},
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(replies[request.url] ?? {}))
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

process.on('exit', () => rmSync(cache, { recursive: true, force: true }))
const [{ startPhones }, core] = await Promise.all([loadPhones(), buildCoreHere()])
const mock = values.mock ? await startMock(values.mock) : undefined
const gatewayUrl = mock?.url ?? values.gateway
const pages = values.page.length > 0 ? values.page : [undefined]
const phones = await startPhones({
  folder: resolve(values.folder),
  phones: [],
  packages: { '@class-pact/core': core },
  headless: true,
  ...(gatewayUrl && { gatewayUrl }),
})
const absent = phones.problems.filter(({ message }) => message.startsWith('app.json names'))
if (absent.length > 0) console.log(`${absent.length} pages of app.json are not there yet`)
for (const { file, line, column, message } of phones.problems.filter((problem) => !absent.includes(problem))) {
  console.log([file, line, column, ` ${message}`].filter((part) => part !== undefined).join(':'))
}
for (const [index, page] of pages.entries()) {
  const id = `look-${index}`
  const [path, ownQuery] = (page ?? '').split('?')
  const query = ownQuery ?? values.query
  const { theme, openid } = values
  const spec = {
    id,
    openid,
    theme,
    fontScale: Number(values.scale),
    width: Number(values.width),
    height: Number(values.height),
  }
  await phones.addPhone({ ...spec, ...(path && { path }), ...(query && { query }) })
  await phones.settle(id)
  const out = pages.length > 1 ? values.out.replace(/(\.png)?$/, `-${index + 1}.png`) : values.out
  mkdirSync(dirname(resolve(out)), { recursive: true })
  writeFileSync(out, await phones.screenshot(id))
  for (const { type, text } of phones.messages(id)) {
    const told = phones.problems.some(({ message }) => text.endsWith(message))
    if ((type === 'error' || type === 'warning') && !told) console.log(`${type}: ${text}`)
  }
  console.log(`${page ?? 'first page'} → ${out}`)
}
await phones.close()
mock?.close()
