// Decides which letters and columns a text file means: UTF-8, UTF-16 or GB18030, and any separator schools use.
import { parse } from 'csv-parse/sync'
import type { Sheet } from '@class-pact/core/roster'
import { limits } from '@class-pact/core/contract'
import { READ_ROWS_MAX } from './open-package'

/** Tried in this order; the mixed ones, as a Chinese keyboard leaves them, only where more lines agree then. */
const SEPARATORS = [
  ['\t'],
  [','],
  ['，'],
  [';'],
  ['；'],
  ['|'],
  ['｜'],
  [',', '，'],
  [';', '；'],
  ['|', '｜'],
  ['、'],
  ['  '],
  [' ', '\u3000'],
]
const LOOKED_AT_BYTES = 2000
/** Lines looked at to find the separator. */
const LOOKED_AT = 60
/** A line of the national register's 150 columns has about 1,500. */
const LINE_CHARACTERS_MAX = 20_000
/** As Excel names the first sheet. */
const SHEET_NAME = 'Sheet1'

/** The text of a file; undefined: it holds none. */
export function decodeText(content: Buffer): string | undefined {
  const utf16 = utf16Of(content)
  const text = utf16 ? decode(utf16, content) : (decode('utf-8', content) ?? decode('gb18030', content))
  // Control characters stand in no table.
  return text === undefined || /[\0-\x08\x0e-\x1a]/.test(text.slice(0, LINE_CHARACTERS_MAX)) ? undefined : text
}

function decode(encoding: string, content: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content)
  } catch {
    return undefined
  }
}

/** By its mark, or by the zero bytes beside separators, digits and line ends. */
function utf16Of(content: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be'
  const zeros = [...content.subarray(0, LOOKED_AT_BYTES).entries()].filter(([, byte]) => byte === 0)
  const odd = zeros.filter(([at]) => at % 2 === 1).length
  if (zeros.length === 0) return undefined
  return odd * 2 >= zeros.length ? 'utf-16le' : 'utf-16be'
}

/** One sheet of the text's lines, cut where most lines agree; `size`: more or longer lines than a roster has. */
export function readTable(content: string): Sheet[] | 'file' | 'size' {
  const text = content.trimEnd()
  const lines = text.split(/\r\n|\n|\r/, READ_ROWS_MAX + 1)
  if (lines.length > READ_ROWS_MAX || lines.some((line) => line.length > LINE_CHARACTERS_MAX)) return 'size'
  const start = lines.slice(0, LOOKED_AT).join('\n')
  let best: { separators: string[]; agreeing: number } | undefined
  for (const separators of SEPARATORS) {
    const widths = (cut(start, separators, true) ?? []).map((row) => row.length).filter((width) => width > 1)
    const agreeing = Math.max(
      0,
      ...widths.map((width) => widths.filter((other) => other === width).length * 2 + Math.min(width, 2)),
    )
    if (agreeing > (best?.agreeing ?? 0)) best = { separators, agreeing }
  }
  const rows = cut(text, best?.separators ?? ['\t'], false)
  return rows ? [{ name: SHEET_NAME, rows, merges: [] }] : 'file'
}

function cut(text: string, separators: string[], isStart: boolean): string[][] | undefined {
  for (const quote of ['"', false] as const) {
    try {
      return parse(text, {
        delimiter: separators,
        quote,
        bom: true,
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: false,
        max_record_size: LINE_CHARACTERS_MAX,
        trim: !separators.includes('\t'),
        ...(isStart && { to: LOOKED_AT }),
      }).map((row: string[]) => row.slice(0, limits.ROSTER_COLUMNS_MAX))
    } catch {
      // A quotation mark that never ends is a letter like any other.
    }
  }
  return undefined
}
