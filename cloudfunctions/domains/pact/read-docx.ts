// Decides which lines a .docx has: paragraphs with their numbers, and a row of a table a line.
import { NUMBER_STYLE } from './number-paragraphs'
import { openDocx } from './open-docx'

/** Between the cells of a row. */
const CELL_GAP = '  '
/** A list of contents says again what follows. */
const CONTENTS = /^toc \d/i

export type PaperLines =
  { ok: true; lines: string[]; hasPictures: boolean } | { ok: false; field: 'kind' | 'file' | 'size' }

/** What mammoth makes of a document; only what is read of it. */
interface Part {
  type: string
  children?: Part[]
  value?: string
  styleId?: string | null
  styleName?: string | null
  checked?: boolean
}

export async function readDocx(content: Buffer): Promise<PaperLines> {
  const opened = openDocx(content)
  if (!opened.ok) return opened
  // Loaded with the first paper: most instances of the function never read one.
  const { default: mammoth } = await import('mammoth')
  let document: Part | undefined
  try {
    await mammoth.convertToHtml(
      { buffer: opened.content },
      {
        externalFileAccess: false,
        // The document is what is wanted; of nothing no page is made.
        transformDocument: (read: Part) => {
          document = read
          return { ...read, children: [] }
        },
      },
    )
  } catch {
    return { ok: false, field: 'file' }
  }
  return document
    ? { ok: true, lines: linesOf(document), hasPictures: opened.hasPictures }
    : { ok: false, field: 'file' }
}

function linesOf({ type, styleName, children = [] }: Part): string[] {
  if (type === 'paragraph') return CONTENTS.test(styleName ?? '') ? [] : linesOfParagraph(children)
  if (type === 'tableRow') {
    const row = children.map((cell) => linesOf(cell).join(' ')).filter((cell) => cell !== '')
    return row.length > 0 ? [row.join(CELL_GAP)] : []
  }
  return children.flatMap(linesOf)
}

function linesOfParagraph(children: readonly Part[]): string[] {
  const isNumber = ({ styleId }: Part) => styleId === NUMBER_STYLE
  // A deleted end of line puts what stood before it in front of the number.
  const number = children.filter(isNumber).map(textOf).join('')
  const text = children
    .filter((child) => !isNumber(child))
    .map(textOf)
    .join('')
  const lines = text.split('\n').map((line) => line.trim())
  const [first = '', ...rest] = lines.filter((line) => line !== '')
  return first === '' ? [] : [number + first, ...rest]
}

function textOf({ type, value = '', checked, children = [] }: Part): string {
  if (type === 'text') return value
  if (type === 'tab') return ' '
  if (type === 'break') return '\n'
  if (type === 'checkbox') return checked ? '☑' : '☐'
  return children.map(textOf).join('')
}
