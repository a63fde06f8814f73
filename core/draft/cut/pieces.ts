// Decides where one clause ends and the next begins: ends of sentences, numbers within a line, joints of speech.
import { pattern } from '../../pattern'

/** A stretch of a line. */
export interface Piece {
  start: number
  end: number
}

/** Numbers within a line begin a clause: …暴力等内容。5.严禁…; 1、… 2、… */
const INNER_NUMBER = pattern(
  '([。;!?,)\\n])(?=[\\s,]*(?:\\d{1,2}[、.](?!\\d)|[(][一二三四五六七八九十\\d]{1,2}[)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[条章]))',
  'g',
)
const SENTENCE_END = /[。!?]+[”"’』」)】]*/g
/** Where people who dictate go on to the next thing. */
const SPOKEN_JOINT =
  /(?:还有(?:就是|一[个条点件])|另外|然后呢?(?=[^,。]{4})|再(?:一个|就是|有)|其次|最后(?=[^,。]{6})|第[二三四五六七八九十](?:[个件点条]|就是|是)|接下来|要是(?=[^,。]{6}))/g
/** A stretch without any sign that is longer was dictated. */
const SPOKEN_LEAST = 40
/** A longer bracket is no remark. */
const BRACKET_MOST = 60
/** No clause is longer: what follows is the next one. */
const PIECE_MOST = 300

/** The pieces of a line, in order; together they are the line. */
export function cutLine(text: string): Piece[] {
  const cuts = new Set<number>()
  for (const match of text.matchAll(SENTENCE_END))
    if (!isOpen(text, match.index)) cuts.add(match.index + match[0].length)
  for (const match of text.matchAll(INNER_NUMBER)) if (match[1] !== ',' || match.index > 1) cuts.add(match.index + 1)
  const pieces = between(
    text,
    [...cuts].sort((a, b) => a - b),
  )
  return pieces.flatMap((piece) => cutSpoken(text, piece)).flatMap(cutLong)
}

/** Whether a sign stands within brackets, in a line that closes them. */
function isOpen(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - BRACKET_MOST), at)
  const opens = before.lastIndexOf('(')
  return opens > before.lastIndexOf(')') && text.slice(at, at + BRACKET_MOST).includes(')')
}

function between(text: string, cuts: readonly number[]): Piece[] {
  const ends = [...cuts.filter((cut) => cut < text.length), text.length]
  return ends
    .map((end, at) => ({ start: at === 0 ? 0 : (ends[at - 1] ?? 0), end }))
    .filter(({ start, end }) => /[^\s,。;!?…]/.test(text.slice(start, end)))
}

function cutSpoken(text: string, piece: Piece): Piece[] {
  const words = text.slice(piece.start, piece.end)
  if (words.length < SPOKEN_LEAST || /[,、:;](?=.*[,、:;])/.test(words.slice(0, PIECE_MOST))) return [piece]
  const cuts = [...words.matchAll(SPOKEN_JOINT)].map(({ index }) => index).filter((index) => index > 6)
  return between(words, cuts).map(({ start, end }) => ({ start: start + piece.start, end: end + piece.start }))
}

function cutLong({ start, end }: Piece): Piece[] {
  const pieces: Piece[] = []
  for (let at = start; at < end; at += PIECE_MOST) pieces.push({ start: at, end: Math.min(end, at + PIECE_MOST) })
  return pieces
}
