// Decides that files become addresses however many there are, and that one failed call costs only its own.
import { liesIn, uploadFolder } from '../../../cloudfunctions/common/files/places'
import { linkFiles } from '../../../cloudfunctions/common/wechat/files'

const calls: string[][] = []
const ages: number[] = []
jest.mock('../../../cloudfunctions/common/cloud', () => ({
  cloud: {
    /** As the platform does: more than fifty at once are refused. */
    getTempFileURL({ fileList }: { fileList: { fileID: string; maxAge: number }[] }) {
      const fileIds = fileList.map(({ fileID }) => fileID)
      calls.push(fileIds)
      ages.push(...fileList.map(({ maxAge }) => maxAge))
      if (fileIds.length > 50 || fileIds.includes('lost')) throw new Error('refused')
      return { fileList: fileIds.map((fileID) => ({ fileID, tempFileURL: `https://files/${fileID}` })) }
    },
    getWXContext: () => ({ ENV: 'env' }),
  },
}))

beforeEach(() => calls.splice(0))

test('G01 a hundred and twenty photos under review all get their address', async () => {
  const fileIds = Array.from({ length: 120 }, (_, index) => `photo-${index}`)
  const links = await linkFiles([...fileIds, 'photo-0'])
  expect([...links.keys()]).toEqual(fileIds)
  expect(calls.map(({ length }) => length)).toEqual([50, 50, 20])
})

test('an outage leaves out its own files only, and nothing is asked for nothing', async () => {
  const fileIds = Array.from({ length: 60 }, (_, index) => (index === 55 ? 'lost' : `photo-${index}`))
  expect((await linkFiles(fileIds)).size).toBe(50)
  calls.splice(0)
  expect((await linkFiles([])).size).toBe(0)
  expect(calls).toEqual([])
})

test('C28 an address opens for minutes', async () => {
  ages.splice(0)
  await linkFiles(['a', 'b'])
  expect(ages).toEqual([600, 600])
})

describe('given the folder for a person’s proofs', () => {
  const folder = uploadFolder('o-mother', 'proof')
  const [, mark = ''] = folder.split('/')

  test.each([
    ['an own upload', `cloud://env.bucket/${folder}abc-DEF_1`, true],
    ['another folder', `cloud://env.bucket/uploads/${mark}/signature/abc`, false],
    ['another person', `cloud://env.bucket/${uploadFolder('o-father', 'proof')}abc`, false],
    ['another environment', `cloud://env2.bucket/${folder}abc`, false],
    ['a file below', `cloud://env.bucket/${folder}a/b`, false],
    ['a climb', `cloud://env.bucket/${folder}../signature/abc`, false],
    ['an encoded climb', `cloud://env.bucket/${folder}%2e%2e%2fabc`, false],
    ['a query', `cloud://env.bucket/${folder}abc?x=1`, false],
    ['a line end', `cloud://env.bucket/${folder}abc\n`, false],
    ['a kept file', `cloud://env.bucket/kept/leaves/l1/0-ab.png`, false],
    ['the folder itself', `cloud://env.bucket/${folder}`, false],
    ['no bucket', `cloud://env/${folder}abc`, false],
    ['an address', `https://env.bucket/${folder}abc`, false],
  ])('N16 %s', (_, fileId, expected) => {
    expect(liesIn(folder, fileId)).toBe(expected)
  })
})
