// Decides that files become addresses however many there are, that one failed call costs only its own, and that folders are kept apart.
import { liesIn, linkFiles } from '../../../cloudfunctions/common/wechat/files'

const calls: string[][] = []
jest.mock('../../../cloudfunctions/common/cloud', () => ({
  cloud: {
    /** As the platform does: more than fifty at once are refused. */
    getTempFileURL({ fileList }: { fileList: string[] }) {
      calls.push(fileList)
      if (fileList.length > 50 || fileList.includes('lost')) throw new Error('refused')
      return { fileList: fileList.map((fileID) => ({ fileID, tempFileURL: `https://files/${fileID}` })) }
    },
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

test.each([
  ['cloud://env.bucket/notices/a.jpg', true],
  ['cloud://env.bucket/signatures/a.jpg', false],
  ['cloud://env.bucket/notices/../rosters/a.xlsx', false],
  ['cloud://env.bucket/noticesx/a.jpg', false],
  ['cloud://notices/a.jpg', false],
  ['https://example.com/notices/a.jpg', false],
])('N16 %s is a photo of a notice: %s', (fileId, expected) => {
  expect(liesIn('notices', fileId)).toBe(expected)
})
