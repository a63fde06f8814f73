// Decides how an .xlsx file becomes sheets of cells, and how large it may be: files come from outside.
import type { Cell, Merge, Sheet } from '@class-pact/core/roster'
import { limits } from '@class-pact/core/contract'
import { strFromU8, unzipSync } from 'fflate'
import readExcel from 'read-excel-file/universal'

/** A roster of 5,000 rows weighs about 0.5 MB. */
const FILE_BYTES_MAX = 5_000_000
/** Unpacked, all parts; keeps a packed bomb out. */
const UNPACKED_BYTES_MAX = 60_000_000
const SHEETS_MAX = 40

export type Workbook = { ok: true; sheets: Sheet[] } | { ok: false; field: 'file' | 'sheet' }

/** Reads every sheet. `file`: no readable .xlsx, or too large; `sheet`: more sheets or rows than a roster has. */
export async function readWorkbook(content: Buffer): Promise<Workbook> {
  const parts = unpack(content)
  if (!parts) return { ok: false, field: 'file' }
  const bytes = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength)
  const read = await readExcel(bytes as ArrayBuffer).catch(() => undefined)
  if (!read) return { ok: false, field: 'file' }
  const rows = read.reduce((sum, { data }) => sum + data.length, 0)
  if (read.length > SHEETS_MAX || rows > limits.ROSTER_ROWS_MAX) return { ok: false, field: 'sheet' }
  const paths = listSheetPaths(parts)
  const sheets = read.map(({ sheet, data }, at) => ({
    name: sheet,
    rows: data.map((row) => row.map(toCell)),
    merges: readMerges(parts[paths[at] ?? '']),
  }))
  return { ok: true, sheets }
}

type Parts = Record<string, string>

/** The parts that tell where cells are merged; the reader of cells does not. */
function unpack(content: Buffer): Parts | undefined {
  if (content.byteLength > FILE_BYTES_MAX) return undefined
  let unpacked = 0
  try {
    const files = unzipSync(new Uint8Array(content), {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize
        return /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name)
      },
    })
    if (unpacked > UNPACKED_BYTES_MAX) return undefined
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
  } catch {
    return undefined
  }
}

/** Where each sheet is kept, in the order of the workbook. */
function listSheetPaths(parts: Parts): string[] {
  const relations = new Map<string, string>()
  for (const [tag] of (parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/<Relationship\s[^>]*>/g)) {
    relations.set(attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'))
  }
  const tags = (parts['xl/workbook.xml'] ?? '').matchAll(/<sheet\s[^>]*>/g)
  return [...tags].map(([tag]) => relations.get(attribute(tag, 'r:id')) ?? '')
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function readMerges(xml = ''): Merge[] {
  return [...xml.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, left = '', top, right = '', bottom]) => ({
      top: Number(top) - 1,
      left: columnOf(left),
      bottom: Number(bottom) - 1,
      right: columnOf(right),
    }),
  )
}

/** A → 0, AA → 26 */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Dates are of no use in a roster. */
function toCell(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
