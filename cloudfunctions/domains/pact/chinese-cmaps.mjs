// Decides which letters the codes of Chinese fonts mean that a PDF names and does not carry: pdf.js brings no tables.

/**
 * Adobe numbers the letters of a Chinese font by shape (CID); tables from codes to shapes and from shapes to letters weigh
 * a megabyte. Here a letter gets a number that no shape of Adobe-GB1-5 has, and the second table takes it back.
 */
const SHAPES = 30_572
/** Blocks of Unicode that a Chinese text is written with, one after the other above the last shape; 65,535 is the end. */
const BLOCKS = [
  [0x0000, 0x04ff],
  [0x2000, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xfe00, 0xffff],
]
/** Shapes that are the letters of ASCII in both widths (Adobe Technical Note 5079). */
const LATIN = [
  { from: 1, to: 95 },
  { from: 814, to: 908 },
]
const SPACE = 0x20
/** What a shape without a table becomes: whoever reads sees that a letter is missing. */
const UNKNOWN = 'fffd'

const hex = (value, digits = 4) => value.toString(16).padStart(digits, '0')

/** [first code, last code, its number] of each block. */
function placeBlocks() {
  let next = SHAPES
  return BLOCKS.map(([from, to]) => {
    const placed = { from, to, at: next }
    next += to - from + 1
    return placed
  })
}
const PLACED = placeBlocks()

function numberOf(letter) {
  const block = PLACED.find(({ from, to }) => letter >= from && letter <= to)
  return block && block.at + letter - block.from
}

const wrap = (name, body) =>
  `/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (GB1) def /Supplement 5 def end def
/CMapName /${name} def
begincmap
${body}
endcmap
`
const block = (kind, lines) => `${lines.length} begin${kind}\n${lines.join('\n')}\nend${kind}`

/** Codes that are UTF-16; ASCII and all that GB 18030 writes with one or two bytes. */
const unicode = (name) =>
  wrap(
    name,
    [
      block('codespacerange', ['<0000> <ffff>']),
      block(
        'cidrange',
        PLACED.map(({ from, to, at }) => `<${hex(from)}> <${hex(to)}> ${at}`),
      ),
    ].join('\n'),
  )

/** Codes that are GB 2312, GBK or the two-byte part of GB 18030: each a part of the next. */
function national(name) {
  const decoder = new TextDecoder('gb18030')
  const lines = []
  for (let code = SPACE; code < 0x7f; code++) lines.push(`<${hex(code, 2)}> ${numberOf(code)}`)
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const number = numberOf(decoder.decode(Uint8Array.of(first, second)).codePointAt(0))
      if (second !== 0x7f && number) lines.push(`<${hex(first, 2)}${hex(second, 2)}> ${number}`)
    }
  }
  const spaces = block('codespacerange', ['<00> <80>', '<8140> <fefe>'])
  return wrap(name, `${spaces}\n${block('cidchar', lines)}`)
}

function lettersOfNumbers(name) {
  const lines = [`<0000> <${hex(SHAPES - 1)}> [${`<${UNKNOWN}>`.repeat(SHAPES)}]`]
  for (const { from, to } of LATIN) lines.push(`<${hex(from)}> <${hex(to)}> <${hex(SPACE)}>`)
  for (const { from, to, at } of PLACED) lines.push(`<${hex(at)}> <${hex(at + to - from)}> <${hex(from)}>`)
  return wrap(name, `${block('codespacerange', ['<0000> <ffff>'])}\n${block('bfrange', lines)}`)
}

/** The table of this name, as text; undefined: none of the Chinese mainland. */
export function composeTable(name) {
  if (name === 'Adobe-GB1-UCS2') return lettersOfNumbers(name)
  if (/^UniGB-(?:UTF16|UCS2)-[HV]$/.test(name)) return unicode(name)
  return /^(?:GBK?p?-EUC|GBpc-EUC|GBK2K)-[HV]$/.test(name) ? national(name) : undefined
}
