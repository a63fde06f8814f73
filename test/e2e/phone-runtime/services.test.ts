// Decides that the phone's APIs answer as WeChat's, and that phones stay apart.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { control, eventually, startFixture, type Client } from './fixture-phones'

interface Asked {
  url: string
  body: string
}

let fixture: Awaited<ReturnType<typeof startFixture>>
let first: Client
let second: Client
let cloud: Server
const asked: Asked[] = []
let now = Date.parse('2026-09-01T19:59:00+08:00')

declare const wx: Record<string, (options?: unknown, ...more: unknown[]) => unknown> & {
  cloud: Record<string, (options: object) => Promise<object>>
}

/** A cloud that only answers. */
function startCloud(): Promise<Server> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const url = request.url ?? ''
    if (url !== '/control') asked.push({ url, body })
    const {
      op,
      now: wanted,
      data,
    } = url === '/control' || url === '/gateway/call'
      ? (JSON.parse(body) as { op?: string; now?: string; data?: { fail?: boolean } })
      : {}
    if (op === 'clock.set') now = Date.parse(String(wanted))
    const answers: Record<string, object> = {
      '/control': { now: new Date(now).toISOString() },
      '/gateway/call': data?.fail ? { error: { errCode: -504002, errMsg: 'boom' } } : { result: { echo: data } },
      '/gateway/subscribe': {},
      '/gateway/temp-url': {
        fileList: [{ fileID: 'cloud://a/b.txt', tempFileURL: 'http://elsewhere.test/cos/b.txt' }],
      },
    }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(url.startsWith('/cos/') ? 'stored' : JSON.stringify(answers[url] ?? { fileID: 'cloud://a/b.txt' }))
  }
  const server = createServer((request, response) => void answer(request, response))
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

beforeAll(async () => {
  cloud = await startCloud()
  const { port } = cloud.address() as AddressInfo
  fixture = await startFixture(
    [{ openid: 'o-teacher' }, { width: 414, theme: 'dark', fontScale: 1.65, path: 'pages/second/second' }],
    `http://127.0.0.1:${port}`,
  )
  ;[first, second] = fixture.clients as [Client, Client]
})
afterAll(async () => {
  await fixture.stop()
  cloud.close()
})

it('keeps phones apart: size, theme, font, first page, storage', async () => {
  expect(await second.callWxMethod('getAppBaseInfo')).toMatchObject({
    theme: 'dark',
    fontSizeScaleFactor: 1.65,
    fontSizeSetting: 28.1,
  })
  expect(await second.callWxMethod('getWindowInfo')).toMatchObject({ windowWidth: 414, statusBarHeight: 44 })
  expect(await second.currentPage()).toMatchObject({ path: 'pages/second/second' })
  await first.callWxMethod('setStorageSync', 'key', { deep: [1] })
  expect(await first.callWxMethod('getStorage', { key: 'key' })).toMatchObject({ data: { deep: [1] } })
  expect(await second.callWxMethod('getStorageSync', 'key')).toBe('')
  await expect(second.callWxMethod('getStorage', { key: 'key' })).rejects.toThrow('getStorage:fail data not found')
})

it('calls the cloud as the phone’s owner, and fails as WeChat fails', async () => {
  expect(await first.evaluate(() => wx.cloud['callFunction']?.({ name: 'api', data: { action: 'x' } }))).toMatchObject({
    result: { echo: { action: 'x' } },
    errMsg: 'cloud.callFunction:ok',
  })
  expect(JSON.parse(asked.at(-1)?.body ?? '')).toMatchObject({
    openid: 'o-teacher',
    name: 'api',
    data: { action: 'x' },
  })
  await expect(first.evaluate(() => wx.cloud['callFunction']?.({ name: 'api', data: { fail: true } }))).rejects.toThrow(
    'cloud.callFunction:fail errCode: -504002 errMsg: boom',
  )
  await fixture.phones.setOnline('p0', false)
  await expect(first.evaluate(() => wx.cloud['callFunction']?.({ name: 'api' }))).rejects.toThrow('request:fail')
  expect(await first.callWxMethod('getNetworkType', {})).toMatchObject({ networkType: 'none' })
  await fixture.phones.setOnline('p0', true)
})

it('shows the cloud’s time, also after it is moved', async () => {
  const hour = () => first.evaluate(() => new Date().toISOString().slice(0, 16)) as Promise<string>
  expect(await hour()).toBe('2026-09-01T11:59')
  await control(fixture.phones, 'clock.set', { now: '2026-09-02T07:00:00+08:00' })
  expect(await eventually(hour, (value) => value.startsWith('2026-09-01T23:00'))).toBe('2026-09-01T23:00')
})

it('hands prepared pictures and files to the app, and generates a picture otherwise', async () => {
  const base64 = Buffer.from('number,name').toString('base64')
  await control(fixture.phones, 'phone.nextFile', { phone: 'p0', name: 'roster.xlsx', base64 })
  const chosen = await first.callWxMethod('chooseMessageFile', { count: 1 })
  expect(chosen).toMatchObject({ tempFiles: [{ name: 'roster.xlsx', size: 11 }] })
  const { path } = chosen.tempFiles[0]
  expect(
    await first.evaluate(
      (filePath: string) =>
        (wx['getFileSystemManager']?.() as { readFileSync(path: string, encoding: string): string }).readFileSync(
          filePath,
          'utf-8',
        ),
      path,
    ),
  ).toBe('number,name')
  await expect(first.callWxMethod('chooseMessageFile', {})).rejects.toThrow('chooseMessageFile:fail cancel')
  expect(await first.callWxMethod('chooseMedia', { count: 1 })).toMatchObject({
    tempFiles: [{ width: 640, height: 480, fileType: 'image' }],
  })
})

it('makes a picture smaller as WeChat does: one side is said, the other follows', async () => {
  const sizes = await first.evaluate(async () => {
    const { tempFiles } = (await wx['chooseMedia']?.({ count: 1 })) as { tempFiles: { tempFilePath: string }[] }
    const src = tempFiles[0]?.tempFilePath
    const measure = async (side: object) => {
      const { tempFilePath } = (await wx['compressImage']?.({ src, ...side })) as { tempFilePath: string }
      const { width, height, type } = (await wx['getImageInfo']?.({ src: tempFilePath })) as Record<string, unknown>
      return [width, height, type]
    }
    return [await measure({ compressedWidth: 320 }), await measure({ compressedHeight: 120 }), await measure({})]
  })
  expect(sizes).toEqual([
    [320, 240, 'jpeg'],
    [160, 120, 'jpeg'],
    [640, 480, 'jpeg'],
  ])
})

it('remembers that the app may save pictures once it has been asked', async () => {
  expect(await first.callWxMethod('getSetting')).toMatchObject({ authSetting: {} })
  await first.evaluate(async () => {
    const { tempFiles } = (await wx['chooseMedia']?.({ count: 1 })) as { tempFiles: { tempFilePath: string }[] }
    await wx['saveImageToPhotosAlbum']?.({ filePath: tempFiles[0]?.tempFilePath })
  })
  const allowed = { 'scope.writePhotosAlbum': true }
  expect(await first.callWxMethod('getSetting')).toMatchObject({ authSetting: allowed })
  expect(await first.callWxMethod('openSetting')).toMatchObject({ authSetting: allowed })
})

it('uploads and downloads through its own origin', async () => {
  const uploaded = await first.evaluate(async () => {
    const { tempFiles } = (await wx['chooseMedia']?.({ count: 1 })) as { tempFiles: { tempFilePath: string }[] }
    return wx.cloud['uploadFile']?.({ cloudPath: 'a/b.png', filePath: tempFiles[0]?.tempFilePath })
  })
  expect(uploaded).toMatchObject({ fileID: 'cloud://a/b.txt', statusCode: 200 })
  expect(asked.at(-1)?.url).toBe('/gateway/upload?openid=o-teacher&path=a%2Fb.png')
  expect(await first.evaluate(() => wx.cloud['downloadFile']?.({ fileID: 'cloud://a/b.txt' }))).toMatchObject({
    statusCode: 200,
  })
})

it('asks for subscribe messages: at most five, refused ones are not reported', async () => {
  await control(fixture.phones, 'phone.nextSubscription', { phone: 'p0', value: { b: 'reject' } })
  expect(await first.callWxMethod('requestSubscribeMessage', { tmplIds: ['a', 'b'] })).toMatchObject({
    a: 'accept',
    b: 'reject',
  })
  expect(JSON.parse(asked.at(-1)?.body ?? '')).toEqual({ openid: 'o-teacher', tmplIds: ['a'] })
  await expect(first.callWxMethod('requestSubscribeMessage', { tmplIds: [...'abcdef'] })).rejects.toThrow(
    'out of max bounds',
  )
})

it('answers scans, modals and sheets that a test prepared', async () => {
  await control(fixture.phones, 'phone.nextScan', { phone: 'p0', value: 'packages/extra/pages/deep/deep?scene=t' })
  expect(await first.callWxMethod('scanCode', {})).toMatchObject({ path: 'packages/extra/pages/deep/deep?scene=t' })
  await control(fixture.phones, 'phone.nextModal', { phone: 'p0', value: false })
  expect(await first.callWxMethod('showModal', { title: '问' })).toMatchObject({ confirm: false, cancel: true })
  await control(fixture.phones, 'phone.nextSheet', { phone: 'p0', value: 1 })
  expect(await first.callWxMethod('showActionSheet', { itemList: ['一', '二'] })).toMatchObject({ tapIndex: 1 })
})

it('asks for privacy once, and goes on when the person agreed', async () => {
  expect(await first.callWxMethod('getPrivacySetting', {})).toMatchObject({ needAuthorization: true })
  const agreed = first.evaluate(() => {
    wx['onNeedPrivacyAuthorization']?.((resolve: (answer: object) => void) => resolve({ event: 'agree' }))
    return wx['requirePrivacyAuthorize']?.({})
  })
  expect(await agreed).toMatchObject({ errMsg: 'requirePrivacyAuthorize:ok' })
  expect(await first.callWxMethod('getPrivacySetting', {})).toMatchObject({ needAuthorization: false })
})

it('says by canIUse what it has, and refuses the rest by name', async () => {
  const canIUse = (schema: string) => first.callWxMethod('canIUse', schema)
  expect(
    await Promise.all(['scanCode', 'button.open-type.share', 'getLocation', 'cloud.callFunction'].map(canIUse)),
  ).toEqual([true, true, false, true])
})

it('opens a page on another phone and starts the app anew on reload', async () => {
  await control(fixture.phones, 'phone.open', { phone: 'p1', url: 'packages/extra/pages/deep/deep?shared=1' })
  expect(await second.currentPage()).toMatchObject({ path: 'packages/extra/pages/deep/deep', query: { shared: '1' } })
  await fixture.phones.reload('p1')
  expect(await second.currentPage()).toMatchObject({ path: 'pages/second/second' })
})

it('shares what the page says, once it is confirmed', async () => {
  await first.callWxMethod('switchTab', { url: '/pages/second/second' })
  const page = await first.currentPage()
  await (await page?.$('.share'))?.tap()
  await first.native().shareCancel()
  expect(await control(fixture.phones, 'phone.lastShare', { phone: 'p0' })).toEqual({ card: null })
  await first.callWxMethod('switchTab', { url: '/pages/start/start' })
  await control(fixture.phones, 'phone.share', { phone: 'p0' })
  await first.native().shareConfirm()
  const sent = await eventually(
    () => control(fixture.phones, 'phone.lastShare', { phone: 'p0' }) as Promise<{ card: object | null }>,
    ({ card }) => card !== null,
  )
  expect(sent.card).toEqual({ title: '来自menu', path: 'pages/start/start?shared=1', imageUrl: '' })
})
