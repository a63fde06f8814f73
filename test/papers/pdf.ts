// Decides how a test makes a PDF that is not of ours: objects as another program writes them.
import { deflateSync } from 'node:zlib'

/** Objects numbered from 1, the first of them the catalog. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')]
  let at = parts[0]?.length ?? 0
  const lines = objects.map((object, index) => {
    const line = `${String(at).padStart(10, '0')} 00000 n \n`
    const content = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    parts.push(content)
    at += content.length
    return line
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`
  parts.push(Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

export function streamOf(content: string | Buffer, entries = ''): Buffer {
  const packed = deflateSync(content)
  const head = `<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

const PAGE = '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]'

/** One page with this content; its font is object 5, and what it needs follows. */
export const onePage = (content: string | Buffer, font: readonly string[] = [], trailer = ''): Buffer =>
  pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      `<< ${PAGE} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
      typeof content === 'string' ? streamOf(content) : content,
      ...(font.length > 0 ? font : ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']),
    ],
    trailer,
  )

/** A font as Word and WPS embed it: numbers of shapes, and a table of what they mean. */
export function fontWithTable(letters: string): string[] {
  const lines = [...letters].map((letter, at) => {
    const meaning = Buffer.from(letter, 'utf16le').swap16().toString('hex')
    return `<${String(at + 1).padStart(4, '0')}> <${meaning}>`
  })
  const table = `begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\nendcmap`
  return [
    '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+SimSun /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /ABCDEF+SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>',
    `<< /Length ${table.length} >>\nstream\n${table}\nendstream`,
  ]
}

/** A font that is named and not carried, as old programs write Chinese; its codes are those of `encoding`. */
export const namedFont = (encoding: string, ordering = 'GB1'): string[] => [
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
  `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>`,
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
]

/** A page that many pages are: the tree names it again and again. */
export const manyPages = (count: number): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${'3 0 R '.repeat(count)}] >>`,
    `<< ${PAGE} /Contents 4 0 R /Resources << >> >>`,
    streamOf(''),
  ])
