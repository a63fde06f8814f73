// Decides how much of a .docx is unpacked, before anything is parsed, and which of its parts are read.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readNumbering } from './read-numbering'
import { numberParagraphs } from './number-paragraphs'
import { valueOf, walkTags } from './walk-xml'

/** Unpacked, the parts that are read: 40,000 characters, each with the properties that WPS gives it, are about 12 MB. */
const UNPACKED_BYTES_MAX = 16_000_000
/** More parts than a paper with a few hundred pictures has. */
const PARTS_MAX = 2_000
const ROOT_LINKS = '_rels/.rels'
const DOCUMENT = 'word/document.xml'
const DOCUMENT_LINKS = 'word/_rels/document.xml.rels'
const STYLES = 'word/styles.xml'
/** The text, its links, and what it is numbered by; headers, notes, comments and pictures stay packed. */
const READ = /^(?:_rels\/\.rels|word\/(?:document|styles|numbering)\w*\.xml|word\/_rels\/document\w*\.xml\.rels)$/i
const MAIN = /^word\/document\w*\.xml$/i
const DECLARED = /<!(?:DOCTYPE|ENTITY)/i

export type Docx = { ok: true; content: Buffer; hasPictures: boolean } | { ok: false; field: 'kind' | 'file' | 'size' }

/** A small .docx with the numbers written out; `kind`: a packed file of another kind. */
export function openDocx(content: Buffer): Docx {
  let unpacked = 0
  let parts = 0
  let isPaper = false
  let hasPictures = false
  try {
    const files = unzipSync(new Uint8Array(content), {
      filter: ({ name, originalSize }) => {
        parts++
        isPaper ||= MAIN.test(name)
        hasPictures ||= name.startsWith('word/media/')
        if (!READ.test(name) || parts > PARTS_MAX) return false
        unpacked += originalSize
        return unpacked <= UNPACKED_BYTES_MAX
      },
    })
    if (unpacked > UNPACKED_BYTES_MAX || parts > PARTS_MAX) return { ok: false, field: 'size' }
    if (!isPaper) return { ok: false, field: 'kind' }
    const written = writeNumbers(new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])))
    if (typeof written === 'string') return { ok: false, field: written }
    return { ok: true, content: Buffer.from(zipSync(written, { level: 0 })), hasPictures }
  } catch {
    return { ok: false, field: 'file' }
  }
}

/** The parts at the places where mammoth looks for them when nothing names others. */
function writeNumbers(parts: Map<string, string>): Record<string, Uint8Array> | 'file' | 'size' {
  for (const xml of parts.values()) {
    // A part that is longer than it says was cut off while it was unpacked; and no program of an office declares anything.
    if (!/>\s*$/.test(xml.slice(-200)) || DECLARED.test(xml)) return 'file'
  }
  const main = findMain(parts)
  const document = parts.get(main)
  if (document === undefined) return 'file'
  const styles = findPart(parts, /^word\/styles\w*\.xml$/i) ?? ''
  const numbering = readNumbering(findPart(parts, /^word\/numbering\w*\.xml$/i) ?? '', styles)
  const numbered = numberParagraphs(document, numbering)
  if (numbered === 'file' || numbered === 'size') return numbered
  const links = parts.get(main.replace(/^word\//i, 'word/_rels/').concat('.rels'))
  return {
    [DOCUMENT]: strToU8(numbered),
    ...(styles && { [STYLES]: strToU8(styles) }),
    ...(links && { [DOCUMENT_LINKS]: strToU8(links) }),
  }
}

const findPart = (parts: Map<string, string>, named: RegExp) => [...parts].find(([name]) => named.test(name))?.[1]

/** Programs on the web call the text document2.xml. */
function findMain(parts: Map<string, string>): string {
  for (const tag of walkTags(parts.get(ROOT_LINKS) ?? '')) {
    if (!valueOf(tag, 'Type')?.endsWith('/officeDocument')) continue
    const target = valueOf(tag, 'Target')?.replace(/^\//, '')
    if (target !== undefined && parts.has(target)) return target
  }
  return [...parts.keys()].find((name) => MAIN.test(name)) ?? DOCUMENT
}
