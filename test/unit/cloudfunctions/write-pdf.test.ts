// Proves that a PDF of ours is one to every reader: objects where the table says, and no text that breaks it.
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { drawQr } from '../../../cloudfunctions/common/files/draw-qr'
import { breakLines, fitText, measureText } from '../../../cloudfunctions/common/files/lay-text'
import { A4, openSheet, writePdf } from '../../../cloudfunctions/common/files/write-pdf'

/** Reads as a reader does: from the end, by the table of offsets. @throws where it is no PDF */
function readObjects(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  const [, size = ''] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? []
  const table = text.slice(start + `xref\n0 ${size}\n`.length)
  return Array.from({ length: Number(size) - 1 }, (_, index) => {
    const line = table.slice((index + 1) * 20, (index + 2) * 20)
    if (!/^\d{10} 00000 n \n$/.test(line)) throw new Error(`entry ${index + 1}: ${line}`)
    const at = Number(line.slice(0, 10))
    const head = `${index + 1} 0 obj\n`
    if (!text.startsWith(head, at)) throw new Error(`no object ${index + 1} at ${at}`)
    return text.slice(at + head.length, text.indexOf('\nendobj\n', at))
  })
}

/** What the first sheet draws. */
function contentOf(pdf: Buffer): string {
  const [stream = ''] = readObjects(pdf).filter((object) => object.includes('/FlateDecode'))
  const [, length = ''] = /\/Length (\d+)/.exec(stream) ?? []
  const from = stream.indexOf('stream\n') + 'stream\n'.length
  expect(stream.slice(from + Number(length))).toBe('\nendstream')
  return inflateSync(Buffer.from(stream.slice(from, from + Number(length)), 'latin1')).toString('latin1')
}

const pdfOf = (text: string) => {
  const sheet = openSheet()
  sheet.write(text, 40, 40, 12)
  return writePdf([sheet], text)
}

test('N08 given three sheets, then every object is where the table says, and pages, fonts and contents are named', () => {
  const sheets = ['一', '二', '三'].map((word) => {
    const sheet = openSheet()
    sheet.write(word, 40, 40, 12, { bold: true, align: 'center' })
    sheet.rule(0, 100, A4.width, 100, { dash: 4 })
    return sheet
  })
  const objects = readObjects(writePdf(sheets, '秋游'))
  expect(objects[0]).toContain('/Type /Catalog')
  expect(objects[1]).toContain('/Count 3 /Kids [7 0 R 9 0 R 11 0 R]')
  expect(objects.filter((object) => object.includes('/Type /Page '))).toHaveLength(3)
  expect(objects.join('\n')).toContain('/Encoding /UniGB-UTF16-H')
  expect(objects.join('\n')).not.toContain('/FontFile')
})

test('N08 given Latin and Chinese on one line, then each is written in its own font', () => {
  const content = contentOf(pdfOf('三（2）班 Anna·李 “好”'))
  expect(content).toContain('/F2 12 Tf <4e09ff08> Tj /F1 12 Tf (2) Tj')
  expect(content).toContain('( Anna\xb7) Tj')
})

test('N08 given brackets, backslashes, pictures and letters beyond the fonts, then the file stands', () => {
  expect(contentOf(pdfOf('a(b)\\c'))).toContain('(a\\(b\\)\\\\c) Tj')
  expect(contentOf(pdfOf('李𬭚'))).toContain(`<674e${'〓'.charCodeAt(0).toString(16)}> Tj`)
  expect(contentOf(pdfOf('好😀'))).toContain('<597d> Tj')
})

test('N08 given any text, then the file can be read and holds nothing above a byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(contentOf(pdfOf(text))).toMatch(/^BT .* ET$/)
    }),
    { numRuns: 40 },
  )
})

test('given any text and width, then its lines are the text, and none but a hanging mark reaches over the edge', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'秋游，。“a1（ '), maxLength: 120 }), (text) => {
      const lines = breakLines(text, 120, 12)
      expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
      for (const line of lines) expect(measureText(line.replace(/[，。”]+$/, ''), 12)).toBeLessThanOrEqual(120)
    }),
  )
})

test('given a number or a link, then it is not torn, unless it is longer than a line', () => {
  expect(breakLines('请拨打电话010-12345678联系', 110, 12)).toEqual(['请拨打电话', '010-12345678联系'])
  expect(breakLines('请看（见附页）的全文', 36, 12)).toEqual(['请看', '（见附', '页）的', '全文'])
  expect(fitText('关于组织三年级学生秋游的通知', 84, 12)).toBe('关于组织三年…')
})

test('N08 given a reference, then its code is rectangles within its square, dark at three corners', () => {
  const parts = drawQr('paper=aB3dEfGhIjKlMnOpQrStUvWx.yZ01234567', { x: 10, y: 20, side: 71 })
  for (const { x, y, width, height } of parts) {
    expect(Math.min(x - 10, y - 20)).toBeGreaterThanOrEqual(-0.001)
    expect(Math.max(x + width - 10, y + height - 20)).toBeLessThanOrEqual(71.001)
  }
  const module = Math.min(...parts.map(({ height }) => height))
  const finders = parts.filter(({ width, y }) => Math.abs(width - 7 * module) < 0.001 && y < 20.001)
  expect(finders).toHaveLength(2)
})
