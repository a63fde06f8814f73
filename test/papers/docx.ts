// Decides how a test makes a .docx: the few parts that Word reads, and lists as Word keeps them.
import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
const LINKS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
/** A paragraph; `properties` are what stands in its `w:pPr`. */
export const paragraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`
export const inList = (use: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${use}"/></w:numPr>`
export const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
export const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
/** A list of these levels, and a use of it that has its number; `more` says where the use begins. */
export const list = (id: number, levels: string, more = '') => ({
  list: `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`,
  use: `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${more}</w:num>`,
})

interface Docx {
  body: string
  lists?: { list: string; use: string }[]
  styles?: string
  /** Other parts, and those that take the place of a given one. */
  parts?: Record<string, string | Uint8Array>
}

export const documentOf = (body: string) => `${HEAD}<w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`

export function aDocx({ body, lists = [], styles = '', parts = {} }: Docx): Buffer {
  const numbering = lists.map(({ list: each }) => each).join('') + lists.map(({ use }) => use).join('')
  const texts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': LINKS,
    'word/document.xml': documentOf(body),
    ...(numbering && { 'word/numbering.xml': `${HEAD}<w:numbering ${W}>${numbering}</w:numbering>` }),
    ...(styles && { 'word/styles.xml': `${HEAD}<w:styles ${W}>${styles}</w:styles>` }),
    ...parts,
  }
  const bytes = Object.entries(texts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])
  return Buffer.from(zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>))
}
