// Decides that the crash rounds would notice a loss: each kind of damage, made on purpose, is named.
import { findLosses } from '../../../scripts/crash-rounds/proof.mjs'
import { contentOf, pathOf } from '../../../scripts/crash-rounds/requests.mjs'

const request = (id: string, kind: string, acknowledged = true) => ({
  id,
  kind,
  acknowledged,
  counter: 'c',
  from: 'north',
  to: 'east',
})
const REQUESTS = [
  request('a', 'add'),
  request('i', 'increment'),
  request('t', 'transfer'),
  request('u', 'upload'),
  request('late', 'add', false),
]

/** A cloud that kept everything, with a way to spoil it. */
function describeCloud() {
  return {
    notes: [{ _id: 'a', slug: 'slug-a' }],
    counters: [{ _id: 'c', n: 1, seen: ['i'] }],
    accounts: [
      { _id: 'north', balance: -1 },
      { _id: 'east', balance: 1 },
      { _id: 'south', balance: 0 },
      { _id: 'west', balance: 0 },
    ],
    entries: [{ _id: 't', from: 'north', to: 'east' }],
    files: [{ path: pathOf({ id: 'u' }) }],
    content: contentOf({ id: 'u' }),
    unique: true,
  }
}
type Kept = ReturnType<typeof describeCloud>

function losses(spoil: (kept: Kept) => void, requests = REQUESTS): Promise<string[]> {
  const kept = describeCloud()
  spoil(kept)
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response(new Uint8Array(kept.content))))
  return findLosses(
    {
      control: (op: string, { collection }: { collection?: keyof Kept } = {}) =>
        Promise.resolve(op === 'files.list' ? { files: kept.files } : { documents: collection && kept[collection] }),
      admin: (action: string) =>
        action === 'database.insertDocument' && kept.unique
          ? Promise.reject(new Error('E11000 duplicate key error index: slug'))
          : Promise.resolve({ data: { fileId: 'f', download_list: [{ tempFileURL: 'http://127.0.0.1/cos/u' }] } }),
    },
    requests,
    requests,
  ) as Promise<string[]>
}

afterEach(() => jest.restoreAllMocks())

describe('given a cloud after a crash', () => {
  test('when everything acknowledged is there, then nothing is reported, whether or not the last request was kept', async () => {
    expect(await losses(() => undefined)).toEqual([])
    expect(await losses((kept) => kept.notes.push({ _id: 'late', slug: 'slug-late' }))).toEqual([])
  })

  test.each<[string, (kept: Kept) => void, string[]]>([
    ['a document is gone', (kept) => kept.notes.pop(), ['lost: document a']],
    ['a slug is there twice', (kept) => kept.notes.push({ _id: 'late', slug: 'slug-a' }), ['twice: slug slug-a']],
    ['a document is from nobody', (kept) => kept.notes.push({ _id: 'x', slug: 'x' }), ['from nobody: document x']],
    [
      'an increment counted twice',
      (kept) => kept.counters.splice(0, 1, { _id: 'c', n: 2, seen: ['i'] }),
      ['the counter c is not what it counted'],
    ],
    [
      'only half of a transaction stayed',
      (kept) => kept.accounts.splice(0, 1, { _id: 'north', balance: 0 }),
      ['half of a transaction: north has 0 instead of -1'],
    ],
    ['a file is gone', (kept) => kept.files.pop(), [`lost: file ${pathOf({ id: 'u' })}`]],
    [
      'a file was cut short',
      (kept) => (kept.content = kept.content.subarray(1)),
      [`damaged: file ${pathOf({ id: 'u' })}`],
    ],
    ['a unique index is open', (kept) => (kept.unique = false), ['a unique index let a second document in']],
  ])('when %s, then it is said', async (_what, spoil, sentences) => {
    expect(await losses(spoil)).toEqual(sentences)
  })
})
