// Decides that phones drive no function that is not theirs: the rule stops them.
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder, startCloudProcess, type CloudProcess } from '../cloud-process'
import { connectWx } from '../local-cloud/sdks'

const ROOT = join(__dirname, '../../..')
const PHONES = ['o-principal', 'o-stranger']
const TRACE = 'trace-1'
/** Due at any time: whoever drives the scheduler moves it. */
const NOTICE = {
  _id: 'n1',
  state: 'checking',
  media: [{ fileId: 'cloud://x/a.jpg', traceId: TRACE, suggest: 'pending' }],
  duty: { kind: 'sweep', at: 1, lease: 0, tries: 0 },
}
const VERDICT = { MsgType: 'event', Event: 'wxa_media_check', trace_id: TRACE, result: { suggest: 'pass' } }
const UNSUBSCRIBED = {
  MsgType: 'event',
  Event: 'subscribe_msg_change_event',
  FromUserName: 'o-mother',
  List: [{ TemplateId: 'any', SubscribeStatusString: 'reject' }],
}
const TIMER = { Type: 'Timer', TriggerName: 'every-minute', Message: '' }

const fill = (cloud: CloudProcess) => cloud.control('data.import', { collection: 'notices', documents: [NOTICE] })
const noticeOf = async (cloud: CloudProcess) =>
  (await cloud.control<{ documents: (typeof NOTICE)[] }>('data.export', { collection: 'notices' })).documents[0]

describe('given the rules as they are shipped', () => {
  let cloud: CloudProcess
  beforeAll(async () => {
    cloud = await startCloudProcess()
    await fill(cloud)
  })
  afterAll(() => cloud.stop())

  test.each(PHONES.flatMap((who) => ['wx-events', 'scheduler'].map((name) => [who, name] as const)))(
    'G12 %s does not call %s',
    async (who, name) => {
      for (const event of [VERDICT, UNSUBSCRIBED, TIMER, {}]) {
        expect(await cloud.call(who, name, event)).toMatchObject({ error: { errCode: -503002 } })
      }
      expect(await noticeOf(cloud)).toEqual(NOTICE)
      const { actions } = await cloud.control<{ actions: Record<string, unknown> }>('counters.read')
      expect(actions).not.toHaveProperty([name])
    },
  )

  test('api, exporter and writer answer, and a function that does not exist is not found', async () => {
    for (const name of ['api', 'exporter', 'writer']) {
      const call = { action: 'no.such', requestId: 'request-1', input: {} }
      expect(await cloud.call('o-stranger', name, call)).toEqual({
        result: { ok: false, error: { code: 'ACTION_UNKNOWN' } },
      })
    }
    expect(await cloud.call('o-stranger', 'nowhere', {})).toMatchObject({ error: { errCode: -501000 } })
  })
})

describe('given a cloud whose function rules were never set', () => {
  let cloud: CloudProcess
  let databaseDir: string
  beforeAll(async () => {
    databaseDir = mkdtempSync(join(tmpdir(), 'no-rules-'))
    copyFileSync(join(ROOT, 'database', 'collections.json'), join(databaseDir, 'collections.json'))
    cloud = await startCloudProcess({ databaseDir })
    await fill(cloud)
  })
  afterAll(async () => {
    await cloud.stop()
    removeFolder(databaseDir)
  })

  test.each(PHONES)('C04 a verdict that %s makes up changes nothing, whatever shape it has', async (who) => {
    for (const event of [
      VERDICT,
      { ...VERDICT, FromUserName: who },
      { ...VERDICT, SOURCE: 'wx_unknown' },
      UNSUBSCRIBED,
    ]) {
      expect(await cloud.call(who, 'wx-events', event)).toEqual({ result: 'success' })
    }
    expect(await noticeOf(cloud)).toEqual(NOTICE)
  })

  test.each(PHONES)('G12 %s does not play the timer', async (who) => {
    expect(await cloud.call(who, 'scheduler', TIMER)).toEqual({ result: { brought: 0 } })
    expect(await noticeOf(cloud)).toEqual(NOTICE)
  })

  test('C04 a message without a source is refused too, and what it called itself stands in the log', async () => {
    const { cloud: admin } = connectWx(cloud.url)
    const { result } = (await admin.callFunction({ name: 'wx-events', data: VERDICT })) as { result: unknown }
    expect(result).toBe('success')
    expect(await noticeOf(cloud)).toEqual(NOTICE)
    // What a function says reaches the log by itself, not with its answer.
    while (!cloud.logged().tail.includes('"action":"event.refused"'))
      await new Promise((resolve) => setTimeout(resolve, 20))
  })
})
