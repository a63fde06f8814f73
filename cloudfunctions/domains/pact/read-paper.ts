// Decides what kind of file a school's paper of rules is, by its content and never by its name, and what its text is.
import { limits } from '@class-pact/core/contract'
import { decodeText } from '../roster'
import { RADICALS } from './radicals'
import { readDocx } from './read-docx'
import { readPdf } from './read-pdf'

/** `kind`: no .txt, .docx or .pdf; `password`: locked; `file`: broken; `size`: longer than papers are; `scan`: pictures of a text. */
export type PaperField = 'kind' | 'password' | 'file' | 'size' | 'scan' | 'empty'
export type Paper = { ok: true; text: string } | { ok: false; field: PaperField }

/** Word 97 to 2003, and whatever Office locks (MS-CFB, 2.2). */
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** The part that holds a locked .docx (MS-OFFCRYPTO, 2.3.4.4). */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')
/** What is written in letters and is no text: web pages, Word as XML, RTF. */
const MARKUP = /^\s*(?:<(?:!doctype|\?xml|\?mso|html|head|body|meta|w:)|\{\\rtf)/i
/** Pictures, RAR, 7-Zip. */
const OTHER_KINDS = /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF|Rar!|7z\xbc\xaf)/
/** Readers look for the mark of a PDF so far (ISO 32000-1, annex H.3.4.1). */
const PDF_WITHIN = 1024

/** The text of a paper, a paragraph or a table's row a line, as Word, WPS, a text editor or a PDF has it. */
export async function readPaper(content: Buffer): Promise<Paper> {
  if (content.byteLength === 0) return refuse('empty')
  if (content.byteLength > limits.PAPER_BYTES_MAX) return refuse('size')
  const start = content.toString('latin1', 0, PDF_WITHIN)
  if (start.startsWith(COMPOUND)) return refuse(content.includes(LOCKED) ? 'password' : 'kind')
  if (start.startsWith('PK')) {
    const read = await readDocx(content)
    if (!read.ok) return read
    return finish(read.lines, read.hasPictures ? 'scan' : 'empty')
  }
  if (start.includes('%PDF-')) {
    const read = await readPdf(content)
    return read.ok ? finish(read.lines, 'scan') : read
  }
  if (OTHER_KINDS.test(start)) return refuse('kind')
  const text = decodeText(content)
  if (text === undefined || MARKUP.test(text.slice(0, PDF_WITHIN))) return refuse('kind')
  return finish(text.split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/), 'empty')
}

const refuse = (field: PaperField): Paper => ({ ok: false, field })

/** @param without why there is no text */
function finish(lines: readonly string[], without: 'scan' | 'empty'): Paper {
  const text = lines.map(tidy).filter(Boolean).join('\n')
  if (text === '') return refuse(without)
  return text.length > limits.PAPER_MAX ? refuse('size') : { ok: true, text }
}

/** Letters that nobody sees are none; a radical that stands for a letter becomes it: PDFs of browsers have them. */
function tidy(line: string): string {
  return line
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (radical) => RADICALS.get(radical) ?? radical.normalize('NFKC'))
    .replace(/[\t\u00a0\u2000-\u200a]/g, ' ')
    .trim()
}
