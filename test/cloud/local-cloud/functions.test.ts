// Decides nothing: proves that functions run as in the cloud, and that nothing one of them does reaches another.
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { FIXTURES } from './sdks'

let cloud: CloudProcess
const echo = <T = Record<string, unknown>>(deed: string, more: object = {}, openid = 'o-anna') =>
  cloud.call<T>(openid, 'echo', { deed, ...more })

beforeAll(async () => {
  cloud = await startCloudProcess({ ...FIXTURES, now: '2026-09-01T20:00:00+08:00' })
})
afterAll(() => cloud.stop())

describe('given a function called by a phone', () => {
  test('it learns who calls from the cloud, and from nothing in its input', async () => {
    const { result } = await echo('context', { OPENID: 'o-liar' })
    expect(result).toMatchObject({ OPENID: 'o-anna', SOURCE: 'wx_client', ENV: 'local-env' })
    expect((await echo<{ userInfo: object }>('event')).result?.userInfo).toMatchObject({ openId: 'o-anna' })
  })

  test('each of many callers at once is told their own identity', async () => {
    const callers = Array.from({ length: 12 }, (_, n) => `o-${n}`)
    const replies = await Promise.all(callers.map((openid) => echo<string>('sleep', { ms: 30 }, openid)))
    expect(replies.map(({ result }) => result)).toEqual(callers)
  })

  test('it lives by the clock of the cloud, in UTC, also after the clock was moved', async () => {
    const first = (await echo<{ now: number; date: string; isDate: boolean; zone: number }>('now')).result
    expect(first?.date).toMatch(/^2026-09-01T12:00/)
    expect(first).toMatchObject({ isDate: true, zone: 0 })
    await cloud.control('clock.advance', { ms: 3_600_000 })
    expect((await echo<{ date: string }>('now')).result?.date).toMatch(/^2026-09-01T13:00/)
  })

  test('a function it calls sees the same user, and that a function called', async () => {
    expect((await echo('nested', { inner: 'context' })).result).toMatchObject({
      OPENID: 'o-anna',
      SOURCE: 'wx_client,scf',
    })
  })

  test.each([
    ['throws', { inner: 'throw' }, 'FUNCTIONS_EXECUTE_FAIL', /boom/],
    [
      'answers too much',
      { inner: 'large', size: 1024 * 1024 },
      'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT',
      /exceed limit/,
    ],
    ['does not exist', { name: 'nothing' }, 'FUNCTION_NOT_FOUND', /could not be found: nothing/],
  ])('when a function it calls %s, it gets the code and the words of the cloud', async (_what, more, code, words) => {
    const { result } = await echo('nested', more)
    expect(result).toMatchObject({ code, errMsg: expect.stringMatching(words) as string })
  })
})

describe('given a function that goes wrong', () => {
  const stillWorks = async () => expect((await echo('context')).result).toMatchObject({ OPENID: 'o-anna' })

  test.each([
    ['throws', 'throw', -504002, /boom/],
    ['ends its process', 'exit', -504002, /code 3/],
    ['drops a rejected promise', 'reject', -504002, /nobody waits/],
  ])(
    'when it %s, its caller gets the error of the cloud and the next caller an answer',
    async (_how, deed, errCode, words) => {
      const { error } = await echo(deed)
      expect(error?.errCode).toBe(errCode)
      expect(error?.errMsg).toMatch(words)
      await stillWorks()
    },
  )

  test.each([
    ['hangs', 'hang'],
    ['never gives up the processor', 'spin'],
  ])('when it %s, it is given up after its time, and the next caller gets an answer', async (_how, deed) => {
    const { error } = await cloud.call('o-anna', 'stuck', { deed })
    expect(error?.errCode).toBe(-504003)
    expect(error?.errMsg).toMatch(/timed out after 4 seconds/)
    expect(await cloud.call('o-anna', 'stuck', { deed: 'answer' })).toEqual({ result: 'answered' })
  })

  test('a reply above 1 MB and a request above 100 KB are refused', async () => {
    expect((await echo('large', { size: 1024 * 1024 })).error?.errCode).toBe(-604001)
    expect((await echo('large', { size: 1000 })).result).toHaveLength(1000)
    expect((await echo('event', { ballast: 'x'.repeat(101 * 1024) })).error?.errCode).toBe(-501007)
  })

  test('a function that does not exist is named', async () => {
    expect((await cloud.call('o-anna', 'nothing', {})).error).toMatchObject({ errCode: -501000 })
  })
})

describe('given WeChat’s open API behind its stand-in', () => {
  test('a text passes, is risky, or waits for a person, and the stand-in knows only its marks', async () => {
    const check = async (content: string) =>
      (await echo<{ result: object }>('check', { content, openid: 'o-anna' })).result?.result
    expect(await check('明天带水彩笔')).toEqual({ suggest: 'pass', label: 100 })
    expect(await check('x [risky]')).toEqual({ suggest: 'risky', label: 20006 })
    await cloud.control('verdicts.set', { suggest: 'review', label: 20003, times: 1 })
    expect(await check('x')).toEqual({ suggest: 'review', label: 20003 })
    expect(await check('x')).toEqual({ suggest: 'pass', label: 100 })
  })

  test('a user who has not been here for two hours cannot be checked', async () => {
    expect((await echo('check', { content: 'x', openid: 'o-stranger' })).result).toMatchObject({ errCode: 61010 })
    await echo('context', {}, 'o-bob')
    await cloud.control('clock.advance', { ms: 2 * 3_600_000 + 1 })
    expect((await echo('check', { content: 'x', openid: 'o-bob' })).result).toMatchObject({ errCode: 61010 })
  })

  test('an API that config.json does not name is forbidden', async () => {
    expect((await echo('forbidden')).result).toMatchObject({ errCode: -604101 })
  })

  test('a media check answers with a trace id and pushes its verdict to wx-events', async () => {
    await cloud.control('media.hold', { held: true })
    const { result } = await echo<{ traceId?: string; trace_id?: string }>('media')
    const traceId = result?.traceId ?? result?.trace_id
    expect(traceId).toBeTruthy()
    await cloud.control('media.release')
    const { documents } = await cloud.control<{ documents: { kind: string; event: object }[] }>('data.export', {
      collection: 'events',
    })
    expect(documents.find(({ kind }) => kind === 'push')?.event).toMatchObject({
      Event: 'wxa_media_check',
      trace_id: traceId,
      result: { suggest: 'pass', label: '100' },
    })
  })

  test('one acceptance pays for one subscription message', async () => {
    expect((await echo('send', { touser: 'o-anna' })).result).toMatchObject({ errCode: 43101 })
    await fetch(`${cloud.url}/gateway/subscribe`, {
      method: 'POST',
      body: JSON.stringify({ openid: 'o-anna', tmplIds: ['tpl'] }),
    })
    expect((await echo('send', { touser: 'o-anna' })).result).toMatchObject({ errCode: 0 })
    expect((await echo('send', { touser: 'o-anna' })).result).toMatchObject({ errCode: 43101 })
    const { deliveries } = await cloud.control<{ deliveries: { errcode: number }[] }>('deliveries.list')
    expect(deliveries.map(({ errcode }) => errcode)).toEqual([43101, 0, 43101])
  })

  test.each([
    ['nobody', { touser: '' }, 40003, /invalid openid/],
    ['an openid that cannot be one', { touser: 'o anna' }, 40003, /invalid openid/],
    ['no template', { touser: 'o-anna', templateId: '' }, 40037, /invalid template_id/],
    [
      'a line break in a thing',
      { touser: 'o-anna', data: { thing1: { value: '家长会\n通知' } } },
      47003,
      /argument invalid! data\.thing1\.value invalid rid: [\da-f-]+/,
    ],
    [
      'words for a long field',
      { touser: 'o-anna', data: { character_string1: { value: '编号' } } },
      47003,
      /data\.character_string1\.value i rid:/,
    ],
    ['nothing at all', { touser: 'o-anna', data: { name1: { value: '' } } }, 47003, /data\.name1\.value is empty/],
  ])(
    'a subscription message with %s is refused as WeChat does, and costs no credit',
    async (_, call, errCode, errMsg) => {
      const credits = async () => (await cloud.control<{ credits: object }>('deliveries.list')).credits
      await fetch(`${cloud.url}/gateway/subscribe`, {
        method: 'POST',
        body: JSON.stringify({ openid: 'o-anna', tmplIds: ['tpl'] }),
      })
      const before = await credits()
      expect((await echo('send', call)).result).toMatchObject({
        errCode,
        errMsg: expect.stringMatching(errMsg) as string,
      })
      expect(await credits()).toEqual(before)
    },
  )

  test('a mini program code is a picture, and its scene has at most 32 characters', async () => {
    expect((await echo('code', { scene: 'abc' })).result).toMatchObject({ contentType: 'image/png' })
    expect((await echo('code', { scene: 'x'.repeat(33) })).result).toMatchObject({ errCode: 40169 })
  })

  test('open data comes for a cloud id', async () => {
    const { result } = await echo<{ list: { data: { phoneNumber: string } }[] }>('openData')
    expect(result?.list[0]?.data.phoneNumber).toBe('13000000000')
  })
})

describe('given timers', () => {
  test('run on demand, twice at once if wanted, they come from the clock and not from a phone', async () => {
    const { runs } = await cloud.control<{ runs: { result: object }[] }>('timers.run', { name: 'ticker', times: 2 })
    expect(runs.map(({ result }) => result)).toEqual([{ fired: 'every-minute' }, { fired: 'every-minute' }])
    const { documents } = await cloud.control<{ documents: { kind: string; source: string }[] }>('data.export', {
      collection: 'events',
    })
    expect(documents.filter(({ kind }) => kind === 'timer').map(({ source }) => source)).toEqual([
      'wx_trigger',
      'wx_trigger',
    ])
  })
})

describe('given faults that were set', () => {
  afterEach(() => cloud.control('faults.clear'))

  test('an open API, the database or a function fails, loses its answer, or is late, as often as asked', async () => {
    await cloud.control('faults.set', { target: 'openapi:security.msgSecCheck', mode: 'fail', errcode: -1, times: 1 })
    expect((await echo('check', { content: 'x', openid: 'o-anna' })).result).toMatchObject({ errCode: -1 })
    expect((await echo('check', { content: 'x', openid: 'o-anna' })).result).toMatchObject({ errCode: 0 })

    await cloud.control('faults.set', { target: 'database:insertDocument:t', mode: 'lost', times: 1 })
    expect((await cloud.call('o-anna', 'notes', { action: 'note.add', note: { by: 'lost' } })).error).toBeDefined()
    expect((await cloud.call('o-anna', 'notes', { action: 'note.list', by: 'lost' })).result).toHaveLength(1)

    await cloud.control('faults.set', { target: 'database:getDocument', mode: 'late', ms: 300, times: 1 })
    const started = Date.now()
    await cloud.call('o-anna', 'notes', { action: 'note.list', by: 'lost' })
    expect(Date.now() - started).toBeGreaterThanOrEqual(290)

    await cloud.control('faults.set', { target: 'database:getDocument', mode: 'hang', times: 1 })
    expect((await cloud.call('o-anna', 'stuck', { deed: 'read' })).error?.errCode).toBe(-504003)
  })
})

describe('given counters', () => {
  test('each action’s calls of the database, rows and bytes are counted, and scans without an index reported', async () => {
    const documents = Array.from({ length: 1_500 }, (_, n) => ({ by: `b${n}` }))
    await cloud.control('data.import', { collection: 't', documents })
    await cloud.control('counters.reset')
    await cloud.call('o-anna', 'notes', { action: 'note.add', note: { by: 'me' } })
    await cloud.call('o-anna', 'notes', { action: 'note.list', by: 'me' })
    const counted = await cloud.control<{ actions: Record<string, object>; scans: object[] }>('counters.read')
    expect(counted.actions['note.add']).toMatchObject({
      invocations: 1,
      database: { insertDocument: 1 },
      rowsWritten: 1,
    })
    expect(counted.actions['note.list']).toMatchObject({ invocations: 1, database: { getDocument: 1 }, rowsWritten: 0 })
    expect(counted.scans).toEqual([expect.objectContaining({ collection: 't', filter: '{"by":"?"}', times: 1 })])
    await cloud.control('counters.reset')
    const seats = Array.from({ length: 1_200 }, (_, n) => ({
      childId: `c${n}`,
      openids: [`o${n}`],
      grade: 1,
      no: n,
      n,
    }))
    await cloud.control('data.import', { collection: 'seats', documents: seats })
    const query = { collectionName: 'seats', order: '{"grade":1,"no":-1}', limit: 1 }
    for (const narrow of ['{"n":0}', '{"n":0,"grade":1}'])
      await fetch(`${cloud.url}/admin`, {
        method: 'POST',
        body: JSON.stringify({ action: 'database.getDocument', ...query, query: narrow }),
      })
    // An index that gives the order but leaves nothing out is no help; one that narrows is.
    expect((await cloud.control<{ scans: object[] }>('counters.read')).scans).toEqual([
      expect.objectContaining({ collection: 'seats', filter: '{"n":"?"}', rows: 1_200 }),
    ])
    expect(cloud.logged().tail).toMatch(/no index fits: t \{"by":"\?"\} looked at 15\d\d documents/)
  })
})
