// Decides that every event WeChat can send about a photo settles that photo once (C04).
import { settleMediaCheck, type MediaEvent } from '../../../cloudfunctions/wx-events/media-verdict'

const mockList = jest.fn()
const mockUpdate = jest.fn()
jest.mock('../../../cloudfunctions/domains/notice/notices', () => ({
  notices: {
    list: (...args: unknown[]) => mockList(...args) as unknown,
    update: (...args: unknown[]) => mockUpdate(...args) as unknown,
  },
}))
const mockSlips = jest.fn()
const mockAnswer = jest.fn()
jest.mock('../../../cloudfunctions/domains/slip/store', () => ({
  slips: {
    list: (...args: unknown[]) => mockSlips(...args) as unknown,
    update: (...args: unknown[]) => mockAnswer(...args) as unknown,
  },
}))
const mockTalks = jest.fn()
const mockLetter = jest.fn()
jest.mock('../../../cloudfunctions/domains/talk/store', () => ({
  talks: {
    list: (...args: unknown[]) => mockTalks(...args) as unknown,
    update: (...args: unknown[]) => mockLetter(...args) as unknown,
  },
}))
const mockAlbums = jest.fn()
const mockAlbum = jest.fn()
jest.mock('../../../cloudfunctions/domains/album/store', () => ({
  albums: {
    list: (...args: unknown[]) => mockAlbums(...args) as unknown,
    update: (...args: unknown[]) => mockAlbum(...args) as unknown,
  },
}))
const mockEntries = jest.fn()
const mockEntry = jest.fn()
jest.mock('../../../cloudfunctions/domains/entry/store', () => ({
  entries: {
    list: (...args: unknown[]) => mockEntries(...args) as unknown,
    update: (...args: unknown[]) => mockEntry(...args) as unknown,
  },
}))
jest.mock('../../../cloudfunctions/common/clock', () => ({ readClock: () => 1_000 }))

/** All looks for a notice that is not stored yet, milliseconds. */
const ALL_LOOKS_MS = 5_000
const NOTICE = { _id: 'n', media: [{ traceId: 'other' }, { traceId: 't' }] }

beforeEach(() => {
  jest.useFakeTimers()
  mockList.mockReset().mockResolvedValue([NOTICE])
  mockUpdate.mockReset().mockResolvedValue(1)
  mockSlips.mockReset().mockResolvedValue([])
  mockAnswer.mockReset().mockResolvedValue(1)
  mockTalks.mockReset().mockResolvedValue([])
  mockLetter.mockReset().mockResolvedValue(1)
  mockAlbums.mockReset().mockResolvedValue([])
  mockAlbum.mockReset().mockResolvedValue(1)
  mockEntries.mockReset().mockResolvedValue([])
  mockEntry.mockReset().mockResolvedValue(1)
})
afterEach(() => {
  jest.useRealTimers()
})

const settle = async (event: MediaEvent) => {
  const settled = settleMediaCheck(event)
  await jest.advanceTimersByTimeAsync(ALL_LOOKS_MS)
  await settled
}
const written = () => mockUpdate.mock.calls[0]?.[1] as unknown

test.each<[string, MediaEvent, string]>([
  ['pass', { result: { suggest: 'pass' } }, 'pass'],
  ['risky', { result: { suggest: 'risky' } }, 'risky'],
  ['review', { result: { suggest: 'review' } }, 'review'],
  ['a word that is new', { result: { suggest: 'maybe' } }, 'review'],
  ['no word', { result: {} }, 'review'],
  ['an error instead of a result', { errcode: -1008 }, 'review'],
])('C04 an event that says %s settles its own photo and no other', async (_, event, suggest) => {
  await settle({ trace_id: 't', ...event })
  expect(mockUpdate.mock.calls[0]).toEqual([
    // A photo that is settled stays as it is, however often the event comes.
    { _id: 'n', 'media.1.traceId': 't', 'media.1.suggest': 'pending' },
    { $set: { 'media.1.suggest': suggest } },
  ])
  expect(mockUpdate.mock.calls[1]).toEqual([
    { _id: 'n', state: 'checking', 'duty.kind': 'media' },
    { $set: { 'duty.at': 1_000 } },
  ])
})

test('C04 an event that comes before its notice is stored is not lost', async () => {
  mockList.mockResolvedValueOnce([]).mockResolvedValueOnce([])
  await settle({ trace_id: 't', result: { suggest: 'risky' } })
  expect(mockList).toHaveBeenCalledTimes(3)
  expect(written()).toEqual({ $set: { 'media.1.suggest': 'risky' } })
})

test.each<[string, MediaEvent]>([
  ['without a trace', { result: { suggest: 'pass' } }],
  ['about a photo nobody has', { trace_id: 'unknown', result: { suggest: 'pass' } }],
])('C04 an event %s changes nothing', async (_, event) => {
  mockList.mockResolvedValue([])
  await settle(event)
  expect(mockUpdate).not.toHaveBeenCalled()
})

test('C04 an event about a photo of an answer settles that photo, and no notice', async () => {
  mockList.mockResolvedValue([])
  mockSlips.mockResolvedValue([{ _id: 'n.c', media: [{ traceId: 't' }] }])
  await settle({ trace_id: 't', result: { suggest: 'pass' } })
  expect(mockAnswer.mock.calls).toEqual([
    [{ _id: 'n.c', 'media.0.traceId': 't', 'media.0.suggest': 'pending' }, { $set: { 'media.0.suggest': 'pass' } }],
  ])
  expect(mockUpdate).not.toHaveBeenCalled()
})

test('C04 an event about a photo of a letter settles that photo, and has the scheduler look at it', async () => {
  mockList.mockResolvedValue([])
  mockTalks.mockResolvedValue([
    { _id: 'talk', letters: [{ media: [] }, { media: [{ traceId: 'u' }, { traceId: 't' }] }] },
  ])
  await settle({ trace_id: 't', result: { suggest: 'pass' } })
  const path = 'letters.1.media.1'
  expect(mockLetter.mock.calls).toEqual([
    [
      { _id: 'talk', [`${path}.traceId`]: 't', [`${path}.suggest`]: 'pending' },
      { $set: { [`${path}.suggest`]: 'pass' } },
    ],
    [{ _id: 'talk', 'duty.kind': 'tell' }, { $set: { 'duty.at': 1_000 } }],
  ])
  expect(mockUpdate).not.toHaveBeenCalled()
})

test('C04 a verdict whose write fails is thrown, so that WeChat sends the event again', async () => {
  mockUpdate.mockRejectedValue(new Error('database'))
  await expect(settleMediaCheck({ trace_id: 't', result: { suggest: 'pass' } })).rejects.toThrow('database')
})

describe('given a photo of an album', () => {
  const albumWith = (media: object[]) => [{ _id: 'a', media }]
  beforeEach(() => {
    mockList.mockResolvedValue([])
  })

  test('C04 its own line is settled, and the album is looked at at once', async () => {
    mockAlbums.mockResolvedValue(albumWith([{ traceId: 'other' }, { traceId: 't', suggest: 'pending' }]))
    await settle({ trace_id: 't', result: { suggest: 'pass' } })
    expect(mockAlbum.mock.calls).toEqual([
      [{ _id: 'a', 'media.1.traceId': 't', 'media.1.suggest': 'pending' }, { $set: { 'media.1.suggest': 'pass' } }],
      [{ _id: 'a', state: 'checking' }, { $set: { 'duty.at': 1_000 } }],
    ])
  })

  test('C04 the line is found again when a photo before it is taken out at this moment', async () => {
    mockAlbums.mockResolvedValueOnce(albumWith([{ traceId: 'other' }, { traceId: 't', suggest: 'pending' }]))
    mockAlbums.mockResolvedValue(albumWith([{ traceId: 't', suggest: 'pending' }]))
    mockAlbum.mockResolvedValueOnce(0)
    await settle({ trace_id: 't', result: { suggest: 'risky' } })
    expect(mockAlbum.mock.calls[1]).toEqual([
      { _id: 'a', 'media.0.traceId': 't', 'media.0.suggest': 'pending' },
      { $set: { 'media.0.suggest': 'risky' } },
    ])
  })

  test('C04 a line that is settled stays as it is', async () => {
    mockAlbums.mockResolvedValue(albumWith([{ traceId: 't', suggest: 'risky' }]))
    await settle({ trace_id: 't', result: { suggest: 'pass' } })
    expect(mockAlbum).not.toHaveBeenCalled()
  })
})
