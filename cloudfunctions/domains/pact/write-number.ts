// Decides how Word writes the number of a paragraph: 一, 十二, ①, 甲, iv.

const DIGITS = '零一二三四五六七八九'
const LEGAL = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] }
const UNITS = ['', '十', '百', '千']
const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const
/** Beyond it no paper counts, and Chinese would need another unit. */
const NUMBER_MAX = 9_999

function countInChinese(value: number, digits = DIGITS, units = UNITS): string {
  const figures = [...String(value)].map(Number)
  const text = figures
    .map((figure, at) => (digits[figure] ?? '') + (figure === 0 ? '' : (units[figures.length - 1 - at] ?? '')))
    .join('')
  const short = text.replace(/零+$/, '').replace(/零{2,}/g, '零')
  return units === UNITS && value < 20 ? short.replace(/^一十/, '十') : short
}

function countInRoman(value: number): string {
  let left = value
  return ROMAN.map(([worth, letters]) => {
    const times = Math.floor(left / worth)
    left -= times * worth
    return letters.repeat(times)
  }).join('')
}

/** a … z, aa, bb: as Word goes on after z. */
const countInLetters = (value: number) =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 9))

/** Letters that Unicode has one after the other; plain figures where they end. */
const inRow = (value: number, ...rows: { from: number; first: number; last: number }[]): string => {
  const row = rows.find(({ first, last }) => value >= first && value <= last)
  return row ? String.fromCharCode(row.from + value - row.first) : String(value)
}
const inCircle = (value: number) =>
  inRow(
    value,
    { from: 0x2460, first: 1, last: 20 },
    { from: 0x3251, first: 21, last: 35 },
    { from: 0x32b1, first: 36, last: 50 },
  )
const oneOf = (letters: string) => (value: number) => letters[(value - 1) % letters.length] ?? ''
const chinese = (value: number) => countInChinese(value)

/** By `w:numFmt` (ECMA-376, 17.18.59); all others are figures, as Word falls back to them. */
const WRITERS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: (value) => [...String(value)].map((figure) => '〇一二三四五六七八九'[Number(figure)]).join(''),
  chineseLegalSimplified: (value) => countInChinese(value, LEGAL.digits, LEGAL.units),
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: (value) => inRow(value, { from: 0x3280, first: 1, last: 10 }),
  decimalEnclosedCircle: inCircle,
  decimalEnclosedCircleChinese: inCircle,
  decimalEnclosedParen: (value) => inRow(value, { from: 0x2474, first: 1, last: 20 }),
  decimalEnclosedFullstop: (value) => inRow(value, { from: 0x2488, first: 1, last: 20 }),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (figure) => String.fromCharCode(0xff10 + Number(figure))),
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: (value) => countInLetters(value).toUpperCase(),
  lowerLetter: countInLetters,
  upperRoman: (value) => countInRoman(value).toUpperCase(),
  lowerRoman: countInRoman,
  bullet: () => '',
  none: () => '',
}

/** A number in the letters of a format; nothing for a dot or a square before a line. */
export function writeNumber(value: number, format: string): string {
  const isWritten = Number.isInteger(value) && value > 0 && value <= NUMBER_MAX
  const write = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined
  return write && (isWritten || write(1) === '') ? write(isWritten ? value : 1) : String(value)
}
