// Decides that every way WeChat can answer, fail or stay silent holds a post or lets it pass as it should (C04).
import { checkReason } from '../../../cloudfunctions/common/wechat/check-reasons'
import { requestMediaCheck } from '../../../cloudfunctions/common/wechat/media-check'
import { checkText } from '../../../cloudfunctions/common/wechat/text-check'

const mockTextCheck = jest.fn()
const mockMediaCheck = jest.fn()
const mockLinks = jest.fn()
jest.mock('../../../cloudfunctions/common/cloud', () => ({
  cloud: {
    openapi: {
      security: {
        msgSecCheck: (request: object) => mockTextCheck(request) as unknown,
        mediaCheckAsync: (request: object) => mockMediaCheck(request) as unknown,
      },
    },
    getTempFileURL: (request: object) => mockLinks(request) as unknown,
  },
}))

/** Longer than the functions wait for WeChat. */
const TOO_LATE_MS = 4_001
const answer = (suggest: string | undefined, label = 100) =>
  Promise.resolve({ errCode: 0, result: { suggest, label }, traceId: 't' })
const failure = (errCode: number) => Promise.reject(Object.assign(new Error('openapi'), { errCode }))
const never = () => new Promise(() => undefined)

beforeEach(() => {
  jest.useFakeTimers()
  mockTextCheck.mockReset()
  mockMediaCheck.mockReset()
  mockLinks.mockReset()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('given a text', () => {
  const check = async (texts: (string | undefined)[] = ['标题', '正文。']) => {
    const checked = checkText('o-1', texts, 'forum')
    await jest.advanceTimersByTimeAsync(TOO_LATE_MS)
    return checked
  }

  test('C04 title, body and whatever else people will read go in, with openid, scene and version', async () => {
    mockTextCheck.mockReturnValue(answer('pass'))
    expect(await check(['标题', '正文。', undefined, '植物园'])).toMatchObject({ suggest: 'pass', traceIds: ['t'] })
    expect(mockTextCheck.mock.calls).toEqual([
      [{ openid: 'o-1', content: '标题\n正文。\n植物园', scene: 3, version: 2 }],
    ])
  })

  test.each<[string, () => Promise<unknown>, string]>([
    ['pass', () => answer('pass'), 'pass'],
    ['review', () => answer('review', 20001), 'review'],
    ['risky', () => answer('risky', 20002), 'risky'],
    ['a word that is new', () => answer('maybe'), 'unavailable'],
    ['no word at all', () => answer(undefined), 'unavailable'],
    ['nothing but a code', () => Promise.resolve({ errCode: 44991 }), 'unavailable'],
    ['61010, the author was not here within two hours', () => failure(61010), 'unavailable'],
    ['45009, the quota is used up', () => failure(45009), 'unavailable'],
    ['-1, WeChat is down', () => failure(-1), 'unavailable'],
    ['no answer', never, 'unavailable'],
  ])('C04 given %s, then it is never more than that', async (_, reply, suggest) => {
    mockTextCheck.mockImplementation(reply)
    const checked = await check()
    expect(checked.suggest).toBe(suggest)
    const becomes = { pass: undefined, risky: 'refuse' }
    expect(checkReason(checked, { version: 1 })?.verdict).toBe(
      suggest in becomes ? becomes[suggest as 'risky'] : 'hold',
    )
  })

  test.each([
    ['profile', 1],
    ['comment', 2],
    ['forum', 3],
    ['log', 4],
  ] as const)('C04 a text of the kind %s goes with scene %i', async (scene, number) => {
    mockTextCheck.mockReturnValue(answer('pass'))
    const checked = checkText('o-1', ['一句话。'], scene)
    await jest.advanceTimersByTimeAsync(TOO_LATE_MS)
    await checked
    expect(mockTextCheck.mock.calls).toEqual([[{ openid: 'o-1', content: '一句话。', scene: number, version: 2 }]])
  })

  test.each<[string, unknown, number | undefined]>([
    ['a number', 20006, 20006],
    ['a number in words', '20006', 20006],
    ['nothing that is a number', 'x', undefined],
  ])('C04 a label that is %s is kept as such', async (_, given, label) => {
    mockTextCheck.mockResolvedValue({ errCode: 0, result: { suggest: 'risky', label: given }, trace_id: 'u' })
    expect(await check()).toEqual({ suggest: 'risky', ...(label && { label }), traceIds: ['u'] })
  })

  test('C04 no text at all asks nobody and is no fault', async () => {
    expect(await check([undefined, ''])).toEqual({ suggest: 'pass', traceIds: [] })
    expect(mockTextCheck).not.toHaveBeenCalled()
  })

  test('C04 a risky part condemns a text whose other part was not answered', async () => {
    mockTextCheck.mockImplementation(() =>
      mockTextCheck.mock.calls.length === 2 ? answer('risky', 20006) : failure(-1),
    )
    expect(await check(['一句话。'.repeat(900)])).toMatchObject({ suggest: 'risky', label: 20006 })
  })

  test('C04 a long text goes in parts cut at sentence ends, and the worst part decides', async () => {
    const long = '这一句话正好十个字吧。'.repeat(500)
    mockTextCheck.mockImplementation(({ content }: { content: string }) =>
      mockTextCheck.mock.calls.length === 2 ? answer('risky', 20006) : content ? answer('pass') : answer('review'),
    )
    expect(await check([long])).toMatchObject({ suggest: 'risky', label: 20006 })
    const parts = mockTextCheck.mock.calls.map(([request]) => (request as { content: string }).content)
    expect(parts.join('')).toBe(long)
    expect(parts.every((part) => part.length <= 2500 && part.endsWith('。'))).toBe(true)
    expect(parts.length).toBe(3)
  })

  test('C04 one part without an answer keeps the whole text back', async () => {
    mockTextCheck.mockImplementation(() => (mockTextCheck.mock.calls.length === 2 ? failure(-1) : answer('pass')))
    expect(await check(['一句话。'.repeat(900)])).toMatchObject({ suggest: 'unavailable' })
  })
})

test.each([
  ['C10', 10001],
  ['C05', 20001],
  ['C05', 20002],
  ['C08', 20003],
  ['C07', 20006],
  ['C12', 20008],
  ['C06', 20012],
  ['C04', 21000],
])('%s stands behind WeChat’s label %i', (rule, label) => {
  expect(checkReason({ suggest: 'risky', label, traceIds: [] }, { version: 3 })).toMatchObject({
    ...{ rule, verdict: 'refuse', cite: { rule, pactVersion: 3 } },
  })
})

describe('given photos', () => {
  const links = (...fileIds: string[]) => ({
    fileList: fileIds.map((fileID) => ({ fileID, tempFileURL: `https://files/${fileID}` })),
  })
  const request = async (fileIds: string[]) => {
    const asked = requestMediaCheck('o-1', fileIds)
    await jest.advanceTimersByTimeAsync(2 * TOO_LATE_MS)
    return (await asked).map(({ suggest }) => suggest)
  }

  test('C04 each is handed in by address and waits for its own verdict', async () => {
    mockLinks.mockResolvedValue(links('a', 'b'))
    mockMediaCheck.mockResolvedValue({ errCode: 0, traceId: 't' })
    expect(await request(['a', 'b'])).toEqual(['pending', 'pending'])
    expect(mockMediaCheck.mock.calls[0]).toEqual([
      { openid: 'o-1', mediaUrl: 'https://files/a', mediaType: 2, scene: 3, version: 2 },
    ])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['an error', () => failure(61010)],
    ['no answer', never],
    ['an answer without a trace', () => Promise.resolve({ errCode: 0 })],
  ])('C04 given %s, then that photo is a person’s to look at', async (_, reply) => {
    mockLinks.mockResolvedValue(links('a'))
    mockMediaCheck.mockImplementation(reply)
    expect(await request(['a'])).toEqual(['review'])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['is gone', () => Promise.resolve(links())],
    ['can not be addressed now', () => failure(-1)],
    ['is not answered about', never],
  ])('C04 a photo that %s is not handed in and not let pass', async (_, reply) => {
    mockLinks.mockImplementation(reply)
    expect(await request(['a'])).toEqual(['review'])
    expect(mockMediaCheck).not.toHaveBeenCalled()
  })
})
