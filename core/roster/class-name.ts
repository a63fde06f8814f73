// Decides which class is meant, however a school writes it, and the one notation it is kept in: 三（2）班, 中二班.
import { pattern } from '../pattern'

export interface ClassName {
  name: string
  /** Grade, then class: 三（2）班 is 302, 中二班 2002. */
  order: number
  /** 2023级（2）班: named by the year it began, not by its grade. */
  entrance?: { year: number; number: number; level: number }
}

/** 一 … 九, 初一 …, or a kindergarten's 小 中 大; a class number needs one around it. */
export interface Grade {
  word: string
  order: number
  kindergarten: boolean
}

const DIGITS = '一二三四五六七八九'
const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const GRADE = '([一二三四五六七八九]|[1-9]|初[一二三]|高[一二三])'
const YARD = '(托|小|中|大|学前)'
const YARD_ORDER: Record<string, number> = { 托: 1600, 小: 1800, 中: 2000, 大: 2200, 学前: 2400 }
/** Named classes of kindergartens (向日葵班) come last. */
const NAMED_ORDER = 9000
const NAME_MAX = 6

/** 十二 → 12, 3 → 3; undefined: not a number people count classes with. */
function readNumber(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written)
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(written)
  if (!match || !written) return undefined
  const [, tens, ten, ones] = match
  return (ten ? (tens ? digitOf(tens) : 1) * 10 : 0) + (ones ? digitOf(ones) : 0)
}

function digitOf(character: string): number {
  return DIGITS.indexOf(character) + 1
}

function writeNumber(value: number): string {
  if (value < 10) return DIGITS[value - 1] ?? String(value)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? DIGITS[tens - 1] : ''}十${ones ? DIGITS[ones - 1] : ''}`
}

function gradeOf(written: string): Grade {
  const level = written.startsWith('初') ? 6 : written.startsWith('高') ? 9 : 0
  const year = readNumber(written.slice(-1)) ?? 0
  return {
    word: level ? written : (DIGITS[year - 1] ?? written),
    order: (level + year) * 100,
    kindergarten: false,
  }
}

function yardOf(word: string): Grade {
  return { word, order: YARD_ORDER[word] ?? NAMED_ORDER, kindergarten: true }
}

function nameIn(grade: Grade, written: string): ClassName | undefined {
  const value = readNumber(written)
  if (!value) return undefined
  const name = grade.kindergarten ? `${grade.word}${writeNumber(value)}班` : `${grade.word}（${value}）班`
  return { name, order: grade.order + value }
}

/** 2023级2班, 23级(2)班, 初中2023级二班 */
const ENTRANCE_CLASS = `(小学|初中)?((?:20)?\\d{2})级${'\\(?'}${NUMBER}${'\\)?'}班?`
/** Years of primary and middle school; beyond, the class has left. */
const GRADES = 9

function nameByEntrance(school: string, written: string, number: string): ClassName | undefined {
  const value = readNumber(number)
  if (!value) return undefined
  const year = written.length === 2 ? 2000 + Number(written) : Number(written)
  const entrance = { year, number: value, level: school === '初中' ? 6 : 0 }
  return { name: `${school === '初中' ? school : ''}${year}级（${value}）班`, order: value, entrance }
}

/** The class that 2023级（2）班 is in a school year: 三（2）班 in the one that began in 2025. Undefined: not there yet, or left. */
export function gradeOfYear({ entrance }: ClassName, schoolYear: number): ClassName | undefined {
  if (!entrance) return undefined
  const grade = schoolYear - entrance.year + 1 + entrance.level
  const begun = grade > entrance.level && grade <= GRADES
  return begun ? nameIn(gradeOf(DIGITS[grade - 1] ?? ''), String(entrance.number)) : undefined
}

const whole = (source: string) => new RegExp(`^${source}$`)
const YARD_CLASS = `${YARD}班?\\(?${NUMBER}\\)?班`
/** 大班2, 小（1）, 中2: only where nothing else stands in the cell. */
const YARD_SHORT = `${YARD}(?:班\\(?|\\(|(?=\\d))${NUMBER}\\)?班?`
const WORDED_CLASS = `${GRADE}(?:年级|年)\\(?${NUMBER}\\)?班?`
const BRACKET_CLASS = `${GRADE}\\(${NUMBER}\\)班?`
const JOINED_CLASS = `(初[一二三]|高[一二三]|[一二三四五六七八九])${NUMBER}班`
const DOTTED_CLASS = `${GRADE}[.\\-–—_/·]${NUMBER}班?`

/** Full-width forms narrowed, every bracket a round one. */
function straighten(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[[【〔〖{]/g, '(')
    .replace(/[\]】〕〗}]/g, ')')
}

/**
 * The class that a cell names by itself, or together with the grade around it (`1班` on the sheet 一年级).
 * Knows 一（1）班 一(3)班 一年级1班 三年二班 1.1班 1-1 101班 三2班 2026级3班 中二班 大班（1）班 向日葵班.
 */
export function parseClassName(text: string, around?: Grade): ClassName | undefined {
  const written = straighten(text).replace(/\s/g, '').replace(/^第/, '')
  const yard = whole(YARD_CLASS).exec(written) ?? whole(YARD_SHORT).exec(written)
  if (yard?.[1] && yard[2]) return nameIn(yardOf(yard[1]), yard[2])
  const entrance = whole(ENTRANCE_CLASS).exec(written)
  if (entrance?.[2] && entrance[3]) return nameByEntrance(entrance[1] ?? '', entrance[2], entrance[3])

  const alone = new RegExp(`^\\(?${NUMBER}\\)?班?$`).exec(written)
  if (alone?.[1] && around && readNumber(alone[1]) !== undefined) return nameIn(around, alone[1])
  const room = /^([1-9])(\d{2})班?$/.exec(written)
  const graded =
    room ??
    whole(WORDED_CLASS).exec(written) ??
    whole(BRACKET_CLASS).exec(written) ??
    whole(DOTTED_CLASS).exec(written) ??
    /^(初[一二三]|高[一二三]|[一二三四五六七八九])(\d{1,2})$/.exec(written) ??
    (alone ? splitJoined(written) : whole(JOINED_CLASS).exec(written))
  if (graded?.[1] && graded[2]) return nameIn(gradeOf(graded[1]), graded[2].replace(/^0/, ''))

  if (/^(?:小|中|大|托)班$/.test(written)) return { name: written, order: yardOf(written.slice(0, -1)).order }
  const named = /^[\p{Script=Han}]+班$/u.test(written) && written.length <= NAME_MAX
  return named && !/^[本全每该同原新两几]|[各请]|年级|人数|[一二三四五六七八九十]班$/.test(written)
    ? { name: written, order: NAMED_ORDER }
    : undefined
}

/** 三二班 is 三（2）班, but 十二班 and 二十班 are numbers. */
function splitJoined(written: string): RegExpExecArray | null {
  const number = written.replace(/[()班]/g, '')
  return readNumber(number) === undefined ? whole(JOINED_CLASS).exec(written) : null
}

/** The class named inside a title: 阳光幼儿园 中二班 幼儿信息表. */
export function findClassName(title: string): ClassName | undefined {
  const written = straighten(title).replace(/\s+/g, ' ')
  const compact = written.replace(/ /g, '')
  const patterns = [
    `(?<!\\d)${ENTRANCE_CLASS}`,
    YARD_CLASS,
    `${GRADE}(?:年级|年)\\(?${NUMBER}\\)?班`,
    `${GRADE}\\(${NUMBER}\\)班`,
    JOINED_CLASS,
  ]
  for (const source of patterns) {
    const found = pattern(source, '').exec(compact)
    const parsed = found && parseClassName(found[0])
    if (parsed) return parsed
  }
  const tail = written.split(/幼儿园|小学|学校|中学/).pop() ?? ''
  const candidates = [...tail.split(' '), tail.replace(/ /g, '').replace(/班.*$/, '班')]
  return candidates.map((part) => parseClassName(part)).find((parsed) => parsed !== undefined)
}

/** The grade named inside a title, a sheet's name or a cell: 一年级, 初二, 中班. */
export function findGrade(text: string): Grade | undefined {
  const written = text.normalize('NFKC').replace(/\s/g, '')
  const graded = /([一二三四五六七八九1-9])年级/.exec(written) ?? /(初[一二三]|高[一二三])/.exec(written)
  if (graded?.[1]) return gradeOf(graded[1])
  const yard = /(托|小|中|大)班/.exec(written) ?? /^(托|小|中|大)$/.exec(written)
  if (yard?.[1]) return yardOf(yard[1])
  const bare = /^([一二三四五六七八九1-9])$/.exec(written)
  return bare?.[1] ? gradeOf(bare[1]) : undefined
}
