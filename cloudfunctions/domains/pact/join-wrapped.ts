// Decides which rows of a PDF are one paragraph: a row that reaches the margin goes on in the next one.
import type { ColumnRow } from './cut-columns'
import { textOf } from './pdf-words'

/** Of a letter's size: how near to the margin a full row ends, and from where on a row is set in. */
const FULL = 1.6
const SET_IN = 1
/** Rows of another size are another paragraph. */
const SAME_SIZE = 0.1
/** How an article, a clause or a point begins. */
const BEGINS =
  /^(?:第\s*[\d〇零一二三四五六七八九十百]+\s*[编章节条款]|[（(]?\s*[一二三四五六七八九十百]{1,4}\s*[）)、.．:：]|[（(]\s*\d{1,3}\s*[）)]|\d{1,3}\s*(?:[.．](?!\d)|[、）)])|\d{1,2}(?:[.．]\d{1,2})+|[①-⑳⑴-⒛㈠-㈩●○■□◆★▪•·—-]|附[:：则件])/
const ENDS = /[。！？；：.!?;:]["”’）)》]?$/
const CHINESE_END = /[\u2e80-\u9fff\uff00-\uffef，。、；：“”（）]$/

export function joinWrapped(rows: readonly ColumnRow[]): string[] {
  const lines: string[] = []
  // Where paragraphs are set in, what is not set in goes on.
  const setIn = rows.filter(isSetIn).length * 10 >= rows.length
  rows.forEach((row, at) => {
    const text = textOf(row.words)
    const before = rows[at - 1]
    const last = lines.at(-1)
    if (before && last !== undefined && goesOn(before, row, last, text, setIn))
      lines[lines.length - 1] = last + (CHINESE_END.test(last) ? '' : /-$/.test(last) ? '' : ' ') + text
    else lines.push(text)
  })
  return lines.filter((line) => line !== '')
}

const firstX = ({ words, left }: ColumnRow) => words[0]?.x ?? left
const lastX = ({ words, left }: ColumnRow) => {
  const last = words.at(-1)
  return last ? last.x + last.width : left
}
const isSetIn = (row: ColumnRow) => firstX(row) - row.left >= SET_IN * row.size

function goesOn(before: ColumnRow, row: ColumnRow, last: string, text: string, setIn: boolean): boolean {
  if (before.right - lastX(before) > FULL * before.size) return false
  if (Math.abs(before.size - row.size) > SAME_SIZE * before.size) return false
  if (isSetIn(row) || BEGINS.test(text)) return false
  // The cells of a table stand beside one another, not after.
  if (textOf(before.words).includes('  ') || text.includes('  ')) return false
  return setIn || !ENDS.test(last)
}
