// Proves what a backup is made of: which documents are a school's, what is a file id, what is tried again.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import collections from '../../../database/collections.json'
import { filesIn, linesUnder, readLine, renameFiles } from '../../../scripts/backup/documents.mjs'
import { filesOf, linesOf, openPart, packEntry } from '../../../scripts/backup/parts.mjs'
import { retry } from '../../../scripts/backup/retry.mjs'
import { createSalt, deriveKeys } from '../../../scripts/backup/seal.mjs'
import { ORDER, ownPart, placesIn } from '../../../scripts/backup/whose.mjs'

const OWN = 'cloud://env-a.6c6f-env-a-1250000000/'
const MARK = 'cloud://backup-0.school/'

describe('whose a document is', () => {
  /** Those that say `schoolId` without an index that begins with it: looked at by hand (docs/adr/0033). */
  const LOOKED_AT = ['ballots', 'deliveries', 'digests', 'invitations', 'moves', 'registers', 'timetables', 'years']
  const OTHERWISE = ['schools', 'people', 'bureau_seats']
  /** Places for uploads, and what the bureau has written to many. */
  const NOBODYS = ['uploads', 'bureau_notices']

  test('G23 given a collection, then it has its school in an index, or somebody has looked at whose it is', () => {
    const unknown = collections.filter(
      ({ name, indexes }) =>
        ![...LOOKED_AT, ...OTHERWISE, ...NOBODYS].includes(name) &&
        !indexes.some(({ fields }) => fields[0]?.[0] === 'schoolId'),
    )
    expect(unknown).toEqual([])
  })

  test('G23 given all collections, then each but nobody’s is taken, the audit after all that it chains', () => {
    expect([...ORDER].sort()).toEqual(
      collections
        .map(({ name }) => name)
        .filter((name) => !NOBODYS.includes(name))
        .sort(),
    )
    expect(ORDER.slice(-2)).toEqual(['audit', 'people'])
  })

  test('M12 given seats and posts, then whoever has one is found, and of a person only the mutes of this school', () => {
    expect(placesIn('children', { guardians: [{ openid: 'a' }, { openid: 'b' }] })).toEqual(['a', 'b'])
    expect(placesIn('classes', { teachers: [], headTeacher: { openid: 'c' } })).toEqual(['c'])
    expect(placesIn('slips', { by: { openid: 'd' } })).toEqual([])
    expect(ownPart({ _id: 'a', mutes: { mine: 1, theirs: 2 } }, new Set(['mine']))).toEqual({
      _id: 'a',
      mutes: { mine: 1 },
    })
    expect(ownPart({ _id: 'a', mutes: { theirs: 2 } }, new Set(['mine']))).toEqual({ _id: 'a' })
  })
})

describe('the ids of files', () => {
  const toLine = linesUnder(OWN, MARK)

  test('G23 given ids at any depth, and as keys, then all are named under the mark and come back under another', () => {
    const document = { a: `${OWN}x.jpg`, b: [{ c: `${OWN}y.jpg` }], d: { [`${OWN}z.jpg`]: 1 } }
    const line = toLine('slips', document)
    expect(filesIn(MARK)(line)).toEqual(['x.jpg', 'y.jpg', 'z.jpg'])
    const back = renameFiles(MARK, 'cloud://env-b.bucket/')('slips', line)
    expect(readLine(back)).toEqual(JSON.parse(JSON.stringify(document).replaceAll(OWN, 'cloud://env-b.bucket/')))
  })

  test('G23 given words in which somebody quotes an id, then the words stay as they are', () => {
    const words = `他说"${OWN}x.jpg"，["${OWN}x.jpg"`
    expect(readLine(toLine('talks', { words }))).toEqual({ words })
  })

  test('G12 given a row of the audit, then it stays as it was sealed', () => {
    expect(readLine(toLine('audit', { detail: { file: `${OWN}x.jpg` } }))).toEqual({ detail: { file: `${OWN}x.jpg` } })
  })

  test('G23 given any document, then its line is one line and gives the same document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const line = linesUnder('', '')('slips', { value, at: new Date(0) })
        expect(line).not.toContain('\n')
        expect(readLine(line)).toEqual({ value: JSON.parse(JSON.stringify(value)) as unknown, at: new Date(0) })
      }),
    )
  })
})

describe('a part', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'class-pact-parts-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const CHUNK = 64 * 1024

  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])(
    'G23 given files of %d bytes and lines as long, sealed, then they are read as they were written',
    async (bytes) => {
      const keys = await deriveKeys('a passphrase of the operator', createSalt())
      const content = Buffer.alloc(bytes, 10)
      const part = await openPart(folder, `${bytes}.pack`, keys)
      for (const path of ['a', 'b']) await part.write(packEntry({ path, bytes }, content))
      await part.close()
      const read = []
      for await (const file of filesOf(folder, `${bytes}.pack`, keys)) read.push(file)
      expect(read.map(({ path }) => path)).toEqual(['a', 'b'])
      expect(read.every((file) => content.equals(file.content))).toBe(true)

      const lines = await openPart(folder, `${bytes}.ndjson`, keys)
      const long = '家'.repeat(bytes / 3)
      await lines.write(Buffer.from(`${long}\n尾\n`))
      await lines.close()
      const found = []
      for await (const line of linesOf(folder, `${bytes}.ndjson`, keys)) found.push(line)
      expect(found).toEqual([long, '尾'])
    },
  )
})

describe('what is tried again', () => {
  const failing = (code: string, times: number) => {
    let tried = 0
    return { work: async () => (++tried <= times ? { code, message: 'no' } : { tried }), count: () => tried }
  }
  const pauses: number[] = []
  const pause = async (ms: number) => void pauses.push(ms)

  test('given a failure that may pass, then it is tried again, each time later, by chance', async () => {
    const call = failing('DATABASE_REQUEST_FAILED', 4)
    expect(await retry(call.work, pause)).toEqual({ tried: 5 })
    pauses.forEach((ms, index) => {
      expect(ms).toBeGreaterThanOrEqual(125 * 2 ** index)
      expect(ms).toBeLessThanOrEqual(250 * 2 ** index)
    })
  })

  test.each(['INVALID_PARAM', 'SIGN_PARAM_INVALID', 'DATABASE_COLLECTION_NOT_EXIST', 'DATABASE_DUPLICATE_WRITE'])(
    'given %s, then it is not tried again',
    async (code) => {
      const call = failing(code, 9)
      await expect(retry(call.work, pause)).rejects.toMatchObject({ code })
      expect(call.count()).toBe(1)
    },
  )
})
