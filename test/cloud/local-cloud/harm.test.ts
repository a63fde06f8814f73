// Decides nothing: proves that a function that leaks, floods its log or ends its process harms nobody.
import { MAX_LOG_BYTES } from '../../../local/cloud/limits'
import { startCloudProcess, type CloudProcess } from '../cloud-process'
import { FIXTURES } from './sdks'

let cloud: CloudProcess
const rogue = (deed: string, more: object = {}) => cloud.call('o-anna', 'rogue', { deed, ...more })
const neighbour = () => cloud.call<{ OPENID: string }>('o-bob', 'echo', { deed: 'context' })

beforeAll(async () => {
  cloud = await startCloudProcess(FIXTURES)
})
afterAll(() => cloud.stop())

describe('given a function that does harm', () => {
  test.each<[string, string, object, (reply: Awaited<ReturnType<typeof rogue>>) => void]>([
    [
      'leaks memory',
      'leak',
      {},
      ({ error }) =>
        expect(error).toMatchObject({
          errCode: -504002,
          errMsg: expect.stringMatching(/memory limit exceeded: 64 MB/) as string,
        }),
    ],
    ['floods its log', 'flood', { lines: 5_000, length: 10_000 }, ({ result }) => expect(result).toBe('flooded')],
    [
      'kills its own process',
      'signal',
      {},
      ({ error }) =>
        expect(error).toMatchObject({ errCode: -504002, errMsg: expect.stringMatching(/code 137/) as string }),
    ],
    ['answers what is no JSON', 'circle', {}, ({ error }) => expect(error?.errMsg).toMatch(/circular/)],
    ['throws after its answer', 'late', {}, ({ result }) => expect(result).toBe('answered')],
  ])('when it %s, others are answered meanwhile, and it is itself the next time', async (_what, deed, more, check) => {
    const harm = rogue(deed, more)
    for (let n = 0; n < 5; n++) expect((await neighbour()).result?.OPENID).toBe('o-bob')
    check(await harm)
    // An error after the answer reaches its own instance only; one more call may have been in it.
    const first = await rogue('alone', { ms: 1 })
    const next = first.error ? await rogue('alone', { ms: 1 }) : first
    expect(next.result).toMatchObject({ together: 1 })
  })

  test('its log is cut, said to be, and begins anew with the next invocation', async () => {
    const before = cloud.logged().length
    await rogue('flood', { lines: 2_000, length: 1_000 })
    await rogue('say', { words: 'heard again' })
    await until(() => cloud.logged().tail.includes('heard again'))
    expect(cloud.logged().tail).toMatch(/the rest of this log is left out: more than 262144 bytes/)
    expect(cloud.logged().tail).not.toMatch(/the end/)
    expect(cloud.logged().length - before).toBeLessThan(2 * MAX_LOG_BYTES)
  })
})

describe('given instances of a function', () => {
  test('each serves one invocation at a time, keeps its memory, and there are six at most', async () => {
    const replies = await Promise.all(Array.from({ length: 24 }, () => rogue('alone', { ms: 40 })))
    const served = replies.map(({ result }) => result as { together: number; calls: number })
    expect(served.map(({ together }) => together)).toEqual(served.map(() => 1))
    expect(served.filter(({ calls }) => calls > 1).length).toBeGreaterThanOrEqual(24 - 6)
  })

  test('a cold start is counted once for each, and with nothing loaded ahead it takes what the SDK takes', async () => {
    const cold = await startCloudProcess({ ...FIXTURES, coldStarts: true })
    for (let n = 0; n < 3; n++) await cold.call('o-anna', 'notes', {})
    const { actions } = await cold.control<{ actions: Record<string, object> }>('counters.read')
    expect(actions['notes']).toMatchObject({ invocations: 3, coldStarts: 1 })
    expect((actions['notes'] as { coldMilliseconds: number }).coldMilliseconds).toBeGreaterThan(50)
    await cold.stop()
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}
