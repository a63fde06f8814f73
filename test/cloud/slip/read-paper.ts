// Decides how a test reads a PDF of ours as somebody with eyes and a camera does: its words, and the codes on it.
import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'

/** Pixels of a code's module, and white around a code. */
const PIXELS = 4
const BORDER = 4 * PIXELS

/** What is drawn on each sheet, unpacked. */
function sheetsOf(pdf: Buffer): string[] {
  const sheets: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue
    const end = pdf.indexOf('\nendstream', at)
    sheets.push(inflateSync(pdf.subarray(at + 'stream\n'.length, end)).toString('latin1'))
  }
  return sheets
}

/** Every piece of writing on a line of its own. */
export function textOn(pdf: Buffer): string {
  const pieces = sheetsOf(pdf).flatMap((sheet) => sheet.match(/^BT .* ET$/gm) ?? [])
  return pieces
    .map((piece) =>
      [...piece.matchAll(/\(((?:\\.|[^\\)])*)\) Tj|<([0-9a-f]*)> Tj/g)]
        .map(([, latin, utf16 = '']) => latin?.replace(/\\(.)/g, '$1') ?? fromUtf16(utf16))
        .join(''),
    )
    .join('\n')
}

const fromUtf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** What every code looks like, from the first sheet to the last. */
export const shapesOn = (pdf: Buffer): string[] =>
  sheetsOf(pdf).flatMap((sheet) => sheet.match(/^0 g .* re f$/gm) ?? [])

/** What a camera reads of every code, from the first sheet to the last. */
export const codesOn = (pdf: Buffer): string[] => shapesOn(pdf).map(readCode)

function readCode(shape: string): string {
  const parts = [...shape.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map((part) => part.slice(1).map(Number))
  const module = Math.min(...parts.map(([, , , height = 0]) => height))
  const left = Math.min(...parts.map(([x = 0]) => x))
  const top = Math.max(...parts.map(([, y = 0, , height = 0]) => y + height))
  const right = Math.max(...parts.map(([x = 0, , width = 0]) => x + width))
  const size = Math.round((right - left) / module) * PIXELS + 2 * BORDER
  const image = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [x = 0, y = 0, width = 0, height = 0] of parts) {
    const [from, to] = [x - left, x - left + width].map((at) => BORDER + Math.round((at / module) * PIXELS))
    const [high, low] = [top - y - height, top - y].map((at) => BORDER + Math.round((at / module) * PIXELS))
    for (let row = high ?? 0; row < (low ?? 0); row++)
      for (let column = from ?? 0; column < (to ?? 0); column++)
        image.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
  }
  const read = jsQR(image, size, size)
  if (!read) throw new Error('no camera reads this')
  return read.data
}
