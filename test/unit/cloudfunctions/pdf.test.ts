// Decides that bytes are a PDF only if they are a whole one in which nothing acts, however it is hidden.
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { readPdf } from '../../../cloudfunctions/common/files/pdf'
import { aPdf, packedObjects } from '../../pdf'

const whyNot = (content: Buffer) => {
  const pdf = readPdf(content)
  return pdf.ok ? 'ok' : pdf.why
}

test.each<[string, Buffer]>([
  ['a letter', aPdf()],
  ['one with packed objects', aPdf([packedObjects('<< /Type /Font >>')])],
  ['one with a link', aPdf(['<< /S /URI /URI (https://edu.cn) >>'])],
  ['one with a name that only begins so', aPdf(['<< /LaunchedBy (a) /JavaScriptless true /EncryptMetadata false >>'])],
  ['one that was added to', Buffer.concat([aPdf(), Buffer.from('4 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF')])],
])('C04 given %s, then it may go out', (_, content) => {
  expect(whyNot(content)).toBe('ok')
})

test.each<[string, Buffer]>([
  ['a program', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(4_000)])],
  ['a program in front of a PDF', Buffer.concat([Buffer.from('MZ\x90\0'), aPdf()])],
  ['a PDF with a program behind it', Buffer.concat([aPdf(), Buffer.from('MZ'), Buffer.alloc(4_000)])],
  ['a page', Buffer.from('<html>%PDF-1.7 %%EOF</html>')],
  ['a workbook', Buffer.from('PK\x03\x04')],
  ['half a PDF', aPdf([], { end: '' })],
  ['nothing', Buffer.alloc(0)],
  ['packed objects that cannot be read', aPdf([packedObjects('', Buffer.from('no deflate'))])],
  ['packed objects that unpack to a gigabyte', aPdf([packedObjects('', deflateSync(Buffer.alloc(100_000_000)))])],
])('C04 given %s, then it is no PDF', (_, content) => {
  expect(whyNot(content)).toBe('kind')
})

test('C04 given one with a password, then it is told so', () => {
  expect(whyNot(aPdf(['<< /Filter /Standard >>'], { end: '<< /Encrypt 4 0 R >>\n%%EOF' }))).toBe('password')
})

describe.each(['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'GoToE', 'SubmitForm', 'RichMedia'])(
  'C04 given one with %s in it',
  (name) => {
    const action = `<< /S /${name} /X (y) >>`
    const spelt = `<< /S /${name[0]}#${name.charCodeAt(1).toString(16)}${name.slice(2)} >>`
    test.each<[string, Buffer]>([
      ['as it is', aPdf([action])],
      ['spelt with a number', aPdf([spelt])],
      ['packed', aPdf([packedObjects(action)])],
      ['packed and spelt with a number', aPdf([packedObjects(spelt)])],
      ['added behind', Buffer.concat([aPdf(), Buffer.from(`4 0 obj\n${action}\nendobj\n%%EOF`)])],
    ])('%s, then it does not go out', (_, content) => {
      expect(whyNot(content)).toBe('active')
    })
  },
)

test('C04 what hangs on behind the end is left out', () => {
  const content = aPdf([], { end: '%%EOF' })
  const pdf = readPdf(Buffer.concat([content, Buffer.from('\r\nMZ program')]))
  expect(pdf.ok && pdf.content.equals(content)).toBe(true)
})

test('C04 any bytes, also with the head and the end of a PDF, end without a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (rest) => {
      const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), rest, Buffer.from('%%EOF')])
      expect(['ok', 'kind', 'password', 'active']).toContain(whyNot(content))
    }),
  )
})
