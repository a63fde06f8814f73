// Decides nothing: proves files, timers' due times, the command line and the borders of the server.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readCron } from '../../../local/cloud/timers/cron'
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { connectWx, errorOf, FIXTURES } from './sdks'

let cloud: CloudProcess
let sdk: ReturnType<typeof connectWx>['cloud']
beforeAll(async () => {
  cloud = await startCloudProcess(FIXTURES)
  sdk = connectWx(cloud.url).cloud
})
afterAll(() => cloud.stop())

describe('given a file', () => {
  test('a function uploads, downloads, addresses and deletes it, also with a name in Chinese', async () => {
    const { fileID } = (await sdk.uploadFile({
      cloudPath: 'notices/回执 1+&.txt',
      fileContent: Buffer.from('家长已阅'),
    })) as { fileID: string }
    expect(fileID).toMatch(/^cloud:\/\/local-env\./)
    const downloaded = (await sdk.downloadFile({ fileID })) as unknown as { fileContent: Buffer }
    expect(downloaded.fileContent.toString()).toBe('家长已阅')
    const missing = fileID.replace('回执', '没有')
    const { fileList } = (await sdk.getTempFileURL({ fileList: [fileID, missing] })) as unknown as {
      fileList: { tempFileURL: string; status: number }[]
    }
    expect(fileList.map(({ status }) => status)).toEqual([0, -503003])
    expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('家长已阅')
    const removed = (await sdk.deleteFile({ fileList: [fileID, fileID] })) as unknown as {
      fileList: { status: number }[]
    }
    expect(removed.fileList.map(({ status }) => status)).toEqual([0, -503003])
    const gone = await errorOf(sdk.downloadFile({ fileID }) as Promise<unknown>)
    expect(gone).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })

  test('fifty-one are too many for one request', async () => {
    const fileList = Array.from({ length: 51 }, (_, at) => `cloud://local-env.6c6f/${at}.png`)
    await expect(sdk.getTempFileURL({ fileList })).rejects.toThrow(/at most 50 files/)
  })

  test('a phone uploads it through the gateway with its type, and another page of this machine may read it', async () => {
    const query = new URLSearchParams({ openid: 'o1', path: '签名/1.png' })
    const uploaded = await fetch(`${cloud.url}/gateway/upload?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', origin: 'http://127.0.0.1:5173' },
      body: Buffer.from([1, 2, 3]),
    })
    expect(uploaded.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:5173')
    const { fileID } = (await uploaded.json()) as { fileID: string }
    const asked = await fetch(`${cloud.url}/gateway/temp-url`, {
      method: 'POST',
      body: JSON.stringify({ fileList: [fileID] }),
    })
    const { fileList } = (await asked.json()) as { fileList: { tempFileURL: string }[] }
    const file = await fetch(fileList[0]?.tempFileURL ?? '')
    expect(file.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from([1, 2, 3]))
    expect((await cloud.control<{ files: object[] }>('files.list')).files).toContainEqual({
      path: '签名/1.png',
      bytes: 3,
      type: 'image/png',
      owner: 'o1',
    })
  })

  test('a page from elsewhere gets no permission', async () => {
    const foreign = await fetch(`${cloud.url}/gateway/call`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.com' },
    })
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('given a timer', () => {
  const next = (expression: string, after: string) => {
    const due = readCron(expression).next(Date.parse(after))
    return new Date(due + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00')
  }

  test.each([
    ['0 0 2 1 * * *', '2026-09-15T10:00:00+08:00', '2026-10-01T02:00:00+08:00'],
    ['0 */5 * * * * *', '2026-09-15T10:05:00+08:00', '2026-09-15T10:10:00+08:00'],
    ['*/30 * * * * * *', '2026-09-15T10:05:29.500+08:00', '2026-09-15T10:05:30+08:00'],
    ['0 30 7 * * MON-FRI *', '2026-09-18T07:30:00+08:00', '2026-09-21T07:30:00+08:00'],
    ['0 0 0 29 2 * *', '2026-03-01T00:00:00+08:00', '2028-02-29T00:00:00+08:00'],
    ['59 59 23 31 12 * *', '2026-12-31T23:59:58+08:00', '2026-12-31T23:59:59+08:00'],
    ['0 0 8,20 * * * *', '2026-09-15T08:00:00+08:00', '2026-09-15T20:00:00+08:00'],
  ])('%s after %s is due at %s', (expression, after, due) => {
    expect(next(expression, after)).toBe(due)
  })

  test.each([['0 0 2 * * *'], ['60 * * * * * *'], ['0 0 0 31 2 * *'], ['a * * * * * *'], ['*/0 * * * * * *']])(
    '%s is refused',
    (expression) => {
      expect(() => next(expression, '2026-09-15T10:00:00+08:00')).toThrow()
    },
  )

  test('that fires by itself does so once for each due time the clock crosses, however far it was moved', async () => {
    const ticking = await startCloudProcess({ ...FIXTURES, now: '2026-09-01T09:00:30+08:00', autoTimers: true })
    const fired = async () =>
      (await ticking.control<{ documents: unknown[] }>('data.export', { collection: 'events' })).documents.length
    const fires = async (times: number) => {
      while ((await fired()) < times) await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await ticking.control('clock.set', { now: '2026-09-01T09:00:40+08:00' })
    expect(await fired()).toBe(0)
    await ticking.control('clock.set', { now: '2026-09-01T11:00:01+08:00' })
    await fires(1)
    expect(await fired()).toBe(1)
    await ticking.control('clock.set', { now: '2026-09-01T09:30:59+08:00' })
    await fires(2)
    expect(await fired()).toBe(2)
    await ticking.stop()
  })
})

describe('given the command line', () => {
  const start = (...args: string[]) =>
    spawnSync(process.execPath, [join(__dirname, '../../../dist/local/cloud.mjs'), ...args], { encoding: 'utf8' })

  test('a port that is taken is one sentence and the exit code 1', () => {
    const { port } = new URL(cloud.url)
    const { status, stderr, stdout } = start(
      '--port',
      port,
      '--functions',
      FIXTURES.functionsDir,
      '--database',
      FIXTURES.databaseDir,
    )
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toBe(`Port ${port} is already in use; choose another one with --port.\n`)
  })

  test('data that another cloud has open are one sentence and the exit code 1', () => {
    const { status, stderr } = start(
      '--data',
      cloud.dataDir,
      '--functions',
      FIXTURES.functionsDir,
      '--database',
      FIXTURES.databaseDir,
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Another process is using .*\n$/)
  })

  test.each([
    [['--port', 'many'], /^--port takes a number from 0 to 65535, not "many"\.\n$/],
    [['--now', 'soon'], /^--now takes a time such as 2026-09-01T08:00:00\+08:00, not "soon"\.\n$/],
    [['--functions', 'nowhere'], /^There is no folder .*nowhere with functions\.\n$/],
    [['--speed', '9'], /^Unknown option '--speed'/],
  ])('%j is one sentence and the exit code 1', (args, words) => {
    const { status, stderr, stdout } = start('--database', FIXTURES.databaseDir, ...args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  test('a folder without collections is one sentence and the exit code 1', () => {
    const { status, stderr } = start('--functions', FIXTURES.functionsDir, '--database', FIXTURES.functionsDir)
    expect(status).toBe(1)
    expect(stderr).toMatch(/^There is no collections\.json in .*\n$/)
  })
})

describe('given a request that nobody serves', () => {
  test.each([
    ['an unknown action', { action: 'database.dance' }, /does not support the action database\.dance/],
    ['a model call', { action: 'models.call' }, /does not support the action models\.call/],
  ])('%s is refused by name', async (_what, body, words) => {
    const response = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) })
    expect(((await response.json()) as { message: string }).message).toMatch(words)
  })

  test('an unknown operation of control is refused by name', async () => {
    await expect(cloud.control('dance')).rejects.toThrow(/no such operation: dance/)
  })
})
