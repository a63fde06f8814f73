// Decides whether bytes are a PDF that families may open: whole, without a password, and with nothing in it that acts.
import { inflateSync } from 'node:zlib'

/** Why a document does not go out. */
export type PdfFault = 'kind' | 'password' | 'active'

/** The end mark stands in the last 1,024 bytes (ISO 32000-1, Annex H, note 18). */
const END_WITHIN = 1_024
const END = '%%EOF'
/** Objects packed together, all of a document's: what is more is no letter. */
const UNPACKED_MAX = 64 * 1024 * 1024
/** A dictionary before its stream. */
const DICTIONARY_MAX = 4_096

const PASSWORD = /\/Encrypt(?![A-Za-z])/
/**
 * What runs, starts another program, carries other files, sends forms away or plays (ISO 32000-1, 12.6.4, 7.11.4, 13).
 * An action's kind is always written out: whoever finds no `/JavaScript` finds no script.
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|Filespec|GoToE|GoToR|SubmitForm|ImportData|RichMedia|Movie|Rendition)(?![A-Za-z])/
const STREAM = /(?<!end)stream\r?\n/g

/** The document without what hangs on behind its end, or why it is none. */
export function readPdf(content: Buffer): { ok: true; content: Buffer } | { ok: false; why: PdfFault } {
  const refused = (why: PdfFault) => ({ ok: false, why }) as const
  if (!/^%PDF-[12]\.\d/.test(content.toString('latin1', 0, 8))) return refused('kind')
  const end = content.lastIndexOf(END)
  if (end < 0 || end < content.length - END_WITHIN) return refused('kind')
  const whole = content.subarray(0, end + END.length)
  const written = whole.toString('latin1')
  const packed = unpackObjects(whole, written)
  if (!packed) return refused('kind')
  for (const text of [written, ...packed].map(spellOut)) {
    if (PASSWORD.test(text)) return refused('password')
    if (ACTIVE.test(text)) return refused('active')
  }
  return { ok: true, content: whole }
}

/** `/J#61vaScript` is `/JavaScript` (ISO 32000-1, 7.3.5). */
const spellOut = (text: string) =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** What object streams hold; undefined: they cannot be read, or hold too much. */
function unpackObjects(content: Buffer, written: string): string[] | undefined {
  const found: string[] = []
  let left = UNPACKED_MAX
  for (const { index, 0: mark } of written.matchAll(STREAM)) {
    const dictionary = spellOut(written.slice(Math.max(0, index - DICTIONARY_MAX), index))
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (!/\/ObjStm(?![A-Za-z])/.test(own)) continue
    try {
      const packed = content.subarray(index + mark.length)
      const objects = /\/Filter/.test(own) ? inflateSync(packed, { maxOutputLength: left }) : plainOf(packed)
      left -= objects.length
      found.push(objects.toString('latin1'))
    } catch {
      return undefined
    }
    if (left <= 0) return undefined
  }
  return found
}

const plainOf = (packed: Buffer) => packed.subarray(0, Math.max(0, packed.indexOf('endstream')))
