// Decides which number stands before a paragraph of a Word paper: Word counts while it shows, and keeps no number.
import { findLevels, findStyle, LEVELS, type Level, type Numbering } from './read-numbering'
import { openSlim } from './slim-document'
import { escapeXml, numberOf, valueOf, walkTags } from './walk-xml'
import { writeNumber } from './write-number'

/** The style of the runs that hold a number: no style of Word's is called so. */
export const NUMBER_STYLE = 'written-number'
/** No space after a number that ends so: 一、全体教师. */
const CLOSED = /[、，。．）)】》〕：]$/
/** 40 characters: a hostile list may say anything. */
const NUMBER_LETTERS_MAX = 40

/** What the properties of the paragraph that is walked say. */
interface Said {
  style?: string
  use?: string
  level?: number
  /** Its end was deleted: it goes on in the next one. */
  deleted: boolean
}

/** The same document with its numbers written out, and without what holds no text. */
export function numberParagraphs(xml: string, numbering: Numbering): string | 'file' | 'size' {
  const count = openCounter(numbering)
  const slim = openSlim(xml)
  let said: Said | undefined
  for (const tag of walkTags(xml)) {
    const kept = slim.take(tag, said !== undefined)
    if (kept === 'file' || kept === 'size') return kept
    if (kept === 'within') continue
    if (tag.name === 'w:pPr' && tag.is === 'open') said = { deleted: false }
    else if (tag.name === 'w:pPr' && said) {
      const number = said.deleted ? '' : count(said)
      said = undefined
      if (number !== '') slim.add(writeRun(number), tag.end)
    } else if (!said || tag.is === 'close') continue
    else if (tag.name === 'w:pStyle') said.style = valueOf(tag)
    else if (tag.name === 'w:numId') said.use = valueOf(tag)
    else if (tag.name === 'w:ilvl') said.level = numberOf(tag)
    else if (tag.name === 'w:del') said.deleted = true
  }
  return slim.end()
}

const writeRun = (number: string) =>
  `<w:r><w:rPr><w:rStyle w:val="${NUMBER_STYLE}"/></w:rPr><w:t xml:space="preserve">${escapeXml(number)}</w:t></w:r>`

/** Counts paragraph after paragraph; gives what stands before each. */
function openCounter(numbering: Numbering): (said: Said) => string {
  /** By list: how far each level has come. */
  const reached = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const found = new Map<string, ReturnType<typeof findLevels>>()
  return (said) => {
    const style = said.use === undefined ? findStyle(numbering, said.style) : undefined
    const use = said.use ?? style?.use
    if (use === undefined || use === '0') return ''
    if (!found.has(use)) found.set(use, findLevels(numbering, use))
    const counted = found.get(use)
    if (!counted) return ''
    const { list, levels, starts } = counted
    const ofStyle = [...levels].find(([, each]) => style && each.style === style.name)?.[0]
    const at = said.level ?? style?.level ?? ofStyle ?? 0
    const level = levels.get(at)
    if (!level || at >= LEVELS) return ''
    const values = reached.get(list) ?? []
    reached.set(list, values)
    if (!begun.has(use)) for (const [each, start] of starts) values[each] = start - 1
    begun.add(use)
    const before = values[at]
    values[at] = before === undefined ? level.start : before + 1
    for (let below = at + 1; below < LEVELS; below++) {
      const { restart } = levels.get(below) ?? {}
      if (restart === undefined || at < restart) values[below] = undefined
    }
    return writeLevel(level, levels, values)
  }
}

function writeLevel(level: Level, levels: Map<number, Level>, values: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return ''
  const written = level.text.replace(/%([1-9])/g, (_, figure: string) => {
    const at = Number(figure) - 1
    const { format = 'decimal', start = 1 } = levels.get(at) ?? {}
    return writeNumber(values[at] ?? start, level.legal ? 'decimal' : format)
  })
  const number = written.trim().slice(0, NUMBER_LETTERS_MAX)
  return number === '' || level.suffix === 'nothing' || CLOSED.test(number) ? number : `${number} `
}
