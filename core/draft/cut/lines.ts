// Decides what the lines of a paper are: page numbers are none, a line that a scan broke goes on in the next.
import { hint } from '../../pattern'
import { CELL } from './tables'
import { readNumbering, type Numbering } from './numbering'

/** A line as it was meant; `text` has line breaks where a scan broke it. */
export interface Line {
  start: number
  end: number
  text: string
  numbering?: Numbering
}

const PAGE_NUMBER = hint`^[-\s,.]*(?:第?\d{1,3}(?:页)?(?:[/共,]*\d{0,3}页?)|第[一二三四五六七八九十]+页)[-\s,.]*$`
const ENDS = /[。;!?:…”")）】]$/
/** Lines that stand alone, whatever stands before them. */
const ALONE = hint`
  ^[\s,]*(?:附|制表|联系人|签|承诺人|家长签|班级_|姓名|日期|备注|特此|此致|祝|抄送|以上|本(?:制度|规定|办法|公约|群规|细则|通知)|\d{4}年|[零〇二○一九]{4}年|各位|亲爱|温馨|★|☆|●|◆|■|▌|[-*•·]|[(](?:此件|共印))
  ^.{0,16}(?:年.{1,3}月.{0,4}日?)$
`
/** A shorter line was not broken by the edge of a page. */
const BROKEN_LEAST = 12
/** Lines break near the edge of a page: so much of the longest one. */
const BROKEN_WIDTH = 0.6
/** Of a paper in which so many lines are numbered, a line without number goes on. */
const NUMBERED_SHARE = 0.3
/** Numbers of speech, which nobody wrote a paper with. */
const SPOKEN = ['of-said', 'han-of']
/** Of a paper in which so many lines end in a sign, one that does not goes on. */
const ENDED_SHARE = 0.5

/** The lines of the folded paper, at most `most` of them. */
export function readLines(text: string, most: number): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length && lines.length < most) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const words = text.slice(start, end)
    if (/[^\s,]/.test(words)) lines.push({ start, end, text: words, numbering: readNumbering(words) })
    start = end + 1
  }
  return joinBroken(lines)
}

export const isPageNumber = ({ text }: Line) => text.length < 14 && PAGE_NUMBER.test(text)

function joinBroken(lines: Line[]): Line[] {
  const words = lines.filter((line) => !isPageNumber(line))
  const share = (test: (line: Line) => boolean) => words.filter(test).length / Math.max(1, words.length)
  const isNumbered =
    share(({ numbering }) => numbering !== undefined && !SPOKEN.includes(numbering.style)) >= NUMBERED_SHARE
  const isEnded = share(({ text }) => ENDS.test(text)) >= ENDED_SHARE
  if (!isNumbered && !isEnded) return lines
  const width = Math.max(...words.map(({ text }) => text.length))
  const joined: Line[] = []
  let last: Line | undefined
  for (const line of lines) {
    if (isPageNumber(line)) {
      joined.push(line)
      continue
    }
    if (last && joined[joined.length - 1] === last && goesOn(last, line, { isNumbered, width })) {
      last.text = `${last.text}\n${line.text}`
      last.end = line.end
      continue
    }
    last = { ...line }
    joined.push(last)
  }
  return joined
}

function goesOn(last: Line, line: Line, paper: { isNumbered: boolean; width: number }): boolean {
  if (line.numbering || ALONE.test(line.text) || ENDS.test(last.text)) return false
  if (line.text.includes(CELL) || last.text.includes(CELL)) return false
  const width = last.text.length - last.text.lastIndexOf('\n') - 1
  if (width < Math.max(BROKEN_LEAST, paper.width * BROKEN_WIDTH)) return false
  return (
    /[,、]$/.test(last.text) || (paper.isNumbered ? last.numbering !== undefined || last.text.includes('\n') : true)
  )
}
