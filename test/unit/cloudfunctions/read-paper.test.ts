// Proves that a paper is known by its content, that a text of any usual encoding is read, and that no file does harm.
import { zipSync } from 'fflate'
import { limits } from '@class-pact/core/contract'
import { readPaper } from '../../../cloudfunctions/domains/pact/read-paper'
import { aPng } from '../../cloud/uploads'
import { aDocx, documentOf, paragraph } from '../../papers/docx'
import { manyPages, onePage, pdfOf, streamOf } from '../../papers/pdf'

const TEXT = '第一条 教师不得发布成绩。\r\n\r\n第二条 尊重他人。'
const READ = { ok: true, text: '第一条 教师不得发布成绩。\n第二条 尊重他人。' }
/** The same in GB 18030, byte by byte: Node only decodes it. */
const GBK = 'b5dad2bbccf520bdccca a6b2bbb5c3b7a2b2bcb3c9bca8a1a30d0a0d0ab5dab6feccf520d7f0d6d8cbfbc8cba1a3'.replace(
  /\s/g,
  '',
)
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** How long a hostile file may take; `READ_MS_MAX` is 20 s, and the machine may be busy. */
const SOON_MS = 25_000

describe('given a text file', () => {
  const utf16 = Buffer.from(TEXT, 'utf16le')
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', Buffer.concat([Buffer.from('fffe', 'hex'), utf16])],
    ['UTF-16, big end first', Buffer.concat([Buffer.from('feff', 'hex'), Buffer.from(utf16).swap16()])],
    ['GB 18030', Buffer.from(GBK, 'hex')],
  ])('G15 in %s, then its lines are read', async (_, content) => {
    expect(await readPaper(content)).toEqual(READ)
  })

  test('G15 that is empty or blank, then there is nothing in it', async () => {
    expect(await readPaper(Buffer.alloc(0))).toEqual({ ok: false, field: 'empty' })
    expect(await readPaper(Buffer.from('\ufeff \r\n\u200b\t\n'))).toEqual({ ok: false, field: 'empty' })
  })

  test('G15 as long as a paper may be, then it is read; one letter more is too long', async () => {
    const longest = '校'.repeat(limits.PAPER_MAX)
    expect(await readPaper(Buffer.from(longest))).toEqual({ ok: true, text: longest })
    expect(await readPaper(Buffer.from(`${longest}规`))).toEqual({ ok: false, field: 'size' })
    expect(await readPaper(Buffer.alloc(limits.PAPER_BYTES_MAX + 1, ' '))).toEqual({ ok: false, field: 'size' })
  })
})

describe('given a file of another kind', () => {
  test.each<[string, Buffer]>([
    ['a .doc or .xls', Buffer.concat([COMPOUND, Buffer.alloc(2000)])],
    ['a picture', aPng(20, 20)],
    ['a workbook', Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>') }))],
    ['a web page', Buffer.from('<!DOCTYPE html><html><body>第一条</body></html>')],
    ['an .rtf', Buffer.from('{\\rtf1 a}')],
  ])('G15 then %s is none that is read', async (_, content) => {
    expect(await readPaper(content)).toEqual({ ok: false, field: 'kind' })
  })

  test('G15 then a locked .docx asks for a password', async () => {
    const locked = Buffer.concat([COMPOUND, Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await readPaper(locked)).toEqual({ ok: false, field: 'password' })
  })

  test('G15 then a .docx of pictures is a scan, and one without anything is empty', async () => {
    expect(await readPaper(aDocx({ body: '<w:p/>', parts: { 'word/media/image1.png': aPng(4, 4) } }))).toEqual({
      ok: false,
      field: 'scan',
    })
    expect(await readPaper(aDocx({ body: '<w:p/>' }))).toEqual({ ok: false, field: 'empty' })
  })
})

describe('given a hostile file', () => {
  const whole = aDocx({ body: paragraph('第一条') })
  const aloud = documentOf(paragraph('&a;')).replace('?>', '?><!DOCTYPE d [<!ENTITY a "第一条">]>')
  const nested = (tag: string, times: number) => `<${tag}>`.repeat(times) + `</${tag}>`.repeat(times)
  const numbering = (xml: string) => ({
    'word/numbering.xml': `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${xml}</w:numbering>`,
  })
  const bytes = (count: number, seed: number) =>
    Buffer.from(Array.from({ length: count }, (_, at) => (at * at * seed + at * 7919) % 251))

  test.each<[string, string, () => Buffer]>([
    ['a .docx that unpacks to 20 MB', 'size', () => aDocx({ body: paragraph('a'.repeat(20_000_000)) })],
    [
      'a .docx of 3,000 parts',
      'size',
      () =>
        aDocx({ body: '', parts: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`p${at}.xml`, 'a'])) }),
    ],
    ['a .docx of a million tags', 'size', () => aDocx({ body: '<w:p/>'.repeat(1_000_000) })],
    ['a .docx 100,000 tags deep', 'file', () => aDocx({ body: nested('w:sdt', 100_000) })],
    ['a .docx that declares entities', 'file', () => aDocx({ body: '', parts: { 'word/document.xml': aloud } })],
    ['a .docx cut in half', 'file', () => whole.subarray(0, whole.length / 2)],
    ['a .docx of 100,000 values', 'size', () => aDocx({ body: `<w:x ${'a="" '.repeat(300_000)}/>` })],
    [
      'a .docx that is no XML',
      'file',
      () => aDocx({ body: '', parts: { 'word/document.xml': '<w:p' + 'a'.repeat(1_000_000) + '>' } }),
    ],
    ['a PDF of 10,000 pages', 'size', () => manyPages(10_000)],
    ['a PDF that unpacks to 500 MB', 'size', () => onePage(streamOf(Buffer.alloc(500_000_000, ' ')))],
    ['a PDF 100,000 brackets deep', 'scan', () => onePage('['.repeat(100_000))],
    [
      'a PDF whose pages are their own parents',
      'file',
      () => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>']),
    ],
    ['a PDF that is none', 'file', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes(5000, 3)])],
    ['bytes without meaning', 'kind', () => bytes(5000, 31)],
  ])('G15 then %s is refused as %s, soon', async (_, field, make) => {
    const content = make()
    const start = performance.now()
    expect(await readPaper(content)).toEqual({ ok: false, field })
    expect(performance.now() - start).toBeLessThan(SOON_MS)
  })

  test('G15 then lists that lead to themselves count nothing, and the text is read', async () => {
    const circle =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    const content = aDocx({
      styles:
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      body:
        paragraph('第一条', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>') +
        paragraph('第二条', '<w:pStyle w:val="a"/>'),
      parts: numbering(circle),
    })
    expect(await readPaper(content)).toEqual({ ok: true, text: '第一条\n第二条' })
  })

  test('G15 then a PDF whose end is missing is read or refused, and never waits', async () => {
    const pdf = onePage('BT /F1 12 Tf 60 700 Td (Article) Tj ET')
    for (const part of [0.9, 0.6, 0.3]) {
      const paper = await readPaper(pdf.subarray(0, Math.floor(pdf.length * part)))
      expect(paper.ok ? paper.text : paper.field).toMatch(/^(?:Article|file|scan)$/)
    }
  })
})
