// Decides how much of an .xlsx is unpacked, before anything is parsed: 59 KB from outside can hold 59 MB.
import { limits } from '@class-pact/core/contract'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { columnAt } from '@class-pact/core/roster'

/** Unpacked, the parts that hold cells; 2,000 rows of the national register's 150 columns with styles are about 12 MB. */
const UNPACKED_BYTES_MAX = 16_000_000
/** More parts than forty sheets, their links and a few hundred pictures have. */
const PARTS_MAX = 2_000
/** Rows a sheet may reach down to; a cell below is named, not read. */
export const READ_ROWS_MAX = 20_000
/** Parts that hold no cells. */
const NEEDLESS = /(?:drawing|chart|media|theme|pivot|comment|vml|custom|external|printerSettings|docProps)/i
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i

export interface Beyond {
  row: number
  column: number
}
export type Package =
  | {
      ok: true
      /** A workbook of what is read only, not packed. */
      content: Buffer
      /** Part → the first filled cell further out than a roster reaches. */
      beyond: Map<string, Beyond>
    }
  | { ok: false; field: 'kind' | 'file' | 'size' }

/** The parts of a workbook that hold cells, bounded; `kind`: a packed file of another kind. */
export function openPackage(content: Buffer): Package {
  let unpacked = 0
  let parts = 0
  let isWorkbook = false
  try {
    const files = unzipSync(new Uint8Array(content), {
      filter: ({ name, originalSize }) => {
        parts++
        isWorkbook ||= /^xl\/workbook\.xml$/i.test(name)
        if (!/\.(?:xml|rels)$/i.test(name) || NEEDLESS.test(name)) return false
        unpacked += originalSize
        return unpacked <= UNPACKED_BYTES_MAX && parts <= PARTS_MAX
      },
    })
    if (unpacked > UNPACKED_BYTES_MAX || parts > PARTS_MAX) return { ok: false, field: 'size' }
    if (!isWorkbook) return { ok: false, field: 'kind' }
    const beyond = new Map<string, Beyond>()
    for (const [name, bytes] of Object.entries(files)) {
      const xml = strFromU8(bytes)
      // A part that is longer than it says was cut off while it was unpacked.
      if (!/>\s*$/.test(xml.slice(-200))) return { ok: false, field: 'file' }
      if (!SHEET.test(name)) continue
      const far = findBeyond(xml)
      if (far) beyond.set(name, far)
      files[name] = strToU8(boundSheet(xml))
    }
    return { ok: true, content: Buffer.from(zipSync(files, { level: 0 })), beyond }
  } catch {
    return { ok: false, field: 'file' }
  }
}

/** The first cell with a value that lies outside what is read. */
function findBeyond(xml: string): Beyond | undefined {
  for (const [, letters = '', digits = ''] of xml.matchAll(
    /<c [^<>]{0,200}?r="([A-Z]{1,9})(\d{1,12})"[^<>]{0,200}>(?=<)/g,
  )) {
    const [row, column] = [Number(digits) - 1, columnAt(letters)]
    if (row >= READ_ROWS_MAX || column >= limits.ROSTER_COLUMNS_MAX) return { row, column }
  }
  return undefined
}

/** Widths of a million columns are one tag; blanks between tags are nobody's. */
function boundSheet(xml: string): string {
  return xml
    .replace(/\s{64,}/g, ' ')
    .replace(/(<(?:\w+:)?col\s[^<>]*?\bmax=")(\d+)"/g, (_, before: string, max: string) => {
      return `${before}${Math.min(Number(max), limits.ROSTER_COLUMNS_MAX)}"`
    })
}
