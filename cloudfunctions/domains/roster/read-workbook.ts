// Decides what kind of file a roster is, by its content and never by its name, and how it becomes sheets of cells.
import { limits } from '@class-pact/core/contract'
import type { Sheet } from '@class-pact/core/roster'
import { openPackage } from './open-package'
import { readSheets } from './read-sheets'
import { decodeText, readTable } from './read-text'

/** A roster of 5,000 rows weighs about 0.5 MB. */
const FILE_BYTES_MAX = 5_000_000
const SHEETS_MAX = 60
/** What a browser or an old program calls .xls: a web page, or a workbook as XML. */
const MARKUP =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<\?mso[^>]*>\s*)?<(?:!doctype|html|head|meta|table|body|style|div|workbook|ss:workbook)[\s>]/i
const MARKUP_START = 4096
/** PDF, pictures, RAR, 7-Zip: something that holds no table. */
const OTHER_KINDS = [/^%PDF/, /^\x89PNG/, /^\xff\xd8\xff/, /^GIF8/, /^Rar!/, /^7z\xbc\xaf/, /^\{\\rtf/]

/** Why a file cannot be read; the phone has a sentence for each. */
export type Unreadable = 'kind' | 'password' | 'file' | 'size' | 'sheet'
export type Workbook = { ok: true; sheets: Sheet[] } | { ok: false; field: Unreadable }

/**
 * Reads every sheet of an .xlsx, .xls, .csv, .txt or of a web page or XML called .xls. `kind`: no table; `password`: locked;
 * `file`: broken; `size`: larger than a roster is; `sheet`: more sheets or rows than a roster has.
 */
export async function readWorkbook(content: Buffer): Promise<Workbook> {
  if (content.byteLength > FILE_BYTES_MAX) return { ok: false, field: 'size' }
  const read = readByKind(content)
  if (typeof read === 'string') return { ok: false, field: read }
  const rows = read.reduce((sum, sheet) => sum + sheet.rows.filter((row) => row.some(isFilled)).length, 0)
  if (read.length > SHEETS_MAX || rows > limits.ROSTER_ROWS_MAX) return { ok: false, field: 'sheet' }
  return { ok: true, sheets: read }
}

const isFilled = (cell: unknown) => cell !== null && cell !== undefined && cell !== ''

function readByKind(content: Buffer): Sheet[] | Unreadable {
  const start = content.subarray(0, 8).toString('latin1')
  if (start.startsWith('PK')) {
    const opened = openPackage(content)
    return opened.ok ? readSheets(opened.content, opened.beyond) : opened.field
  }
  // The compound files of Excel 97 to 2003 and of WPS, and the bare streams of what came before.
  if (start.startsWith('\xd0\xcf\x11\xe0') || /^\x09[\x00\x02\x04\x08]/.test(start)) return readSheets(content)
  if (content.byteLength === 0) return 'file'
  if (OTHER_KINDS.some((kind) => kind.test(start))) return 'kind'
  const text = decodeText(content)
  if (text === undefined) return 'kind'
  return MARKUP.test(text.slice(0, MARKUP_START)) ? readSheets(text) : readTable(text)
}
