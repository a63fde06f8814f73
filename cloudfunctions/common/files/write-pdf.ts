// Decides how sheets of text and lines become a PDF without a font of its own: every reader has one (docs/adr/0023).
import { deflateSync } from 'node:zlib'
import { isLatin, measureText, printable, runsOf, toWinAnsi } from './lay-text'

/** A4, points (ISO 216; 72 points an inch). */
export const A4 = { width: 595, height: 842 } as const

interface Writing {
  bold?: boolean
  /** Where `x` is of what is written. */
  align?: 'left' | 'center' | 'right'
  /** 0 is black. */
  gray?: number
}

/** One page; distances in points from its upper left corner, to the line that letters stand on. */
export interface Sheet {
  write(text: string, x: number, y: number, size: number, how?: Writing): void
  rule(x: number, y: number, toX: number, toY: number, how?: { width?: number; dash?: number; gray?: number }): void
  /** Rectangles; black without a gray of their own. */
  fill(parts: readonly { x: number; y: number; width: number; height: number }[], gray?: number): void
  /** What a PDF calls the content of the page. */
  content(): string
}

/** Strokes around the letters make them bold: readers have one weight of the font. */
const BOLD = 0.02

export function openSheet(): Sheet {
  const marks: string[] = []
  const up = (y: number) => round(A4.height - y)
  return {
    write(text, x, y, size, { bold = false, align = 'left', gray = 0 } = {}) {
      const written = printable(text)
      const width = align === 'left' ? 0 : measureText(written, size)
      const from = x - (align === 'center' ? width / 2 : width)
      const render = bold ? `2 Tr ${round(size * BOLD)} w` : '0 Tr'
      const shown = runsOf(written).map((run) =>
        isLatin(run) ? `/F1 ${size} Tf (${escapeLatin(run)}) Tj` : `/F2 ${size} Tf <${toUtf16(run)}> Tj`,
      )
      marks.push(`BT ${gray} g ${gray} G ${render} ${round(from)} ${up(y)} Td ${shown.join(' ')} ET`)
    },
    rule(x, y, toX, toY, { width = 0.6, dash = 0, gray = 0 } = {}) {
      const dashes = dash > 0 ? `[${dash} ${dash}] 0 d` : '[] 0 d'
      marks.push(`${gray} G ${width} w ${dashes} ${round(x)} ${up(y)} m ${round(toX)} ${up(toY)} l S`)
    },
    fill(parts, gray = 0) {
      const shapes = parts.map(
        ({ x, y, width, height }) => `${round(x)} ${up(y + height)} ${round(width)} ${round(height)} re`,
      )
      marks.push(`${gray} g ${shapes.join(' ')} f`)
    },
    content: () => marks.join('\n'),
  }
}

const round = (points: number) => Number(points.toFixed(2))
const escapeLatin = (text: string) => toWinAnsi(text).replace(/[\\()]/g, '\\$&')
/** UTF-16, big end first, in hexadecimal, as UniGB-UTF16-H reads it. */
const toUtf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** The catalog, the pages, and the two fonts; what follows are the sheets, two objects each. */
const FIRST_SHEET = 7

/**
 * Latin letters and digits in Helvetica, which every reader has (ISO 32000-1, 9.6.2.2); all others in the Chinese font
 * of the reader, which stands in for STSong-Light (9.7.5.2: the character collection Adobe-GB1).
 */
const FONTS = [
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [5 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 6 0 R /DW 1000 >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
] as const

/** @param title what readers show in place of the file's name */
export function writePdf(sheets: readonly Sheet[], title: string): Buffer {
  const kids = sheets.map((_, index) => `${FIRST_SHEET + 2 * index} 0 R`)
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${sheets.length} /Kids [${kids.join(' ')}] /MediaBox [0 0 ${A4.width} ${A4.height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    ...FONTS,
    ...sheets.flatMap((sheet, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${FIRST_SHEET + 2 * index + 1} 0 R >>`,
      packContent(sheet.content()),
    ]),
    `<< /Title <feff${toUtf16(printable(title))}> >>`,
  ]
  // Four bytes above 127 tell whoever carries the file that it is no text (ISO 32000-1, 7.5.2).
  const parts = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  const offsets = objects.map((object, index) => {
    const content = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    const offset = at
    parts.push(content)
    at += content.length
    return offset
  })
  parts.push(Buffer.from(endOf(offsets, at)))
  return Buffer.concat(parts)
}

function packContent(content: string): Buffer {
  const packed = deflateSync(Buffer.from(content, 'latin1'))
  const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

/** Where every object begins: a line of exactly 20 bytes each (7.5.4). */
function endOf(offsets: readonly number[], startxref: number): string {
  const size = offsets.length + 1
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  return `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info ${offsets.length} 0 R >>\nstartxref\n${startxref}\n%%EOF\n`
}
