// Proves which files become rosters: every encoding, separator and program that schools use, and none that is a trap.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as SheetJS from '@e965/xlsx'
import { readRoster } from '@class-pact/core/roster'
import { readWorkbook } from '../../../../cloudfunctions/domains/roster/read-workbook'
import { TEMPLATE_BASE64 } from '../../../../miniprogram/packages/school/import/template'

const STRANGERS = join(__dirname, '../../../data/rosters/strangers')
const ROWS = [
  ['班级', '学号', '姓名', '家长电话'],
  ['二（1）班', '1', '林小禾', '13900001002'],
  ['二（1）班', '2', '张䶮', '13900001003'],
]

async function read(content: Buffer, schoolYear = 2026) {
  const workbook = await readWorkbook(content)
  if (!workbook.ok) return workbook
  return readRoster(workbook.sheets, { schoolYear })
}
async function namesOf(content: Buffer): Promise<string[]> {
  const roster = await read(content)
  if ('ok' in roster) throw new Error(roster.field)
  return roster.children.map(({ className, number, name, contacts }) =>
    [className, number, name, contacts[0]?.phone].join(' '),
  )
}
const UNDERSTOOD = ['二（1）班 1 林小禾 13900001002', '二（1）班 2 张䶮 13900001003']
const lines = (separator: string, end = '\r\n') => ROWS.map((row) => row.join(separator)).join(end)
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
/** GB18030 by hand: the platform has a decoder only. */
const gb18030 = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
    }
  return Buffer.from(
    [...text].flatMap((letter) => (letter < '\x80' ? letter.charCodeAt(0) : (codes.get(letter) ?? []))),
  )
}
const written = (bookType: SheetJS.BookType, rows: unknown[][] = ROWS): Buffer => {
  const book = SheetJS.utils.book_new()
  SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet(rows), '名单')
  return Buffer.from(SheetJS.write(book, { bookType, type: 'buffer' }) as Uint8Array)
}

describe('files as schools have them', () => {
  test('given the strange list in GBK, then its child is understood', async () => {
    expect(await namesOf(readFileSync(join(STRANGERS, 'PC-24-gbk.csv')))).toEqual(['二（1）班 1 林小禾 '])
  })

  test.each([
    ['UTF-8', Buffer.from(lines(','))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${lines(',')}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${lines('\t')}`, 'utf16le')],
    ['UTF-16 LE without a mark', Buffer.from(lines(','), 'utf16le')],
    ['UTF-16 BE', utf16be(lines(','))],
    ['GB18030', gb18030(lines(','))],
  ])('given a text in %s, then it is read', async (_, content) => {
    expect(await namesOf(content)).toEqual(UNDERSTOOD)
  })

  test.each([',', '\t', ';', '，', '|', '；', '｜', '、', '  ', ' '])(
    'given columns cut by “%s”, then they are found',
    async (separator) => {
      expect(await namesOf(Buffer.from(lines(separator, '\n')))).toEqual(UNDERSTOOD)
    },
  )

  test.each([
    ['a title above', `二年级学生名单\n${lines(',')}`],
    ['mixed commas', lines(',').replace('1,林', '1，林')],
    ['quoted cells with commas and line ends', lines(',').replace('13900001002', '"13900001002,\n13900001009"')],
    ['a quotation mark that never ends', lines(',').replace('林小禾', '"林小禾')],
    ['old line ends', lines(',', '\r')],
    ['blank lines', lines(',', '\n\n')],
  ])('given a text with %s, then it is read', async (_, text) => {
    const names = await namesOf(Buffer.from(text))
    expect(names.map((name) => name.split(' ')[1])).toEqual(['1', '2'])
  })

  test.each(['xlsx', 'biff8', 'xlml', 'html'] as const)(
    'given a file of Excel as %s, then it is read',
    async (kind) => {
      expect(await namesOf(written(kind))).toEqual(UNDERSTOOD)
    },
  )

  test('given a web page called .xls in GBK with merged cells, then it is read', async () => {
    const page = `<html><head><meta charset="gb2312"></head><body><table border=1>
      <tr><td colspan=4>二（1）班学生名单</td></tr>
      <tr><td>学号</td><td>姓名</td><td colspan="2">家长电话</td></tr>
      <tr><td>1</td><td>林小禾</td><td>13900001002</td><td>&nbsp;</td></tr></table></body></html>`
    expect(await namesOf(gb18030(page))).toEqual(['二（1）班 1 林小禾 13900001002'])
  })

  test('given the template of the page, then its headings are all understood and it has no child', async () => {
    const roster = await read(Buffer.from(TEMPLATE_BASE64, 'base64'))
    if ('ok' in roster) throw new Error(roster.field)
    expect(roster.columns.map(({ header, meaning }) => `${header} ${meaning}`)).toEqual([
      '班级 class',
      '学号 number',
      '姓名 name',
      '性别 sex',
      '家长1姓名 family_name',
      '家长1关系 family_relation',
      '家长1电话 family_phone',
      '家长2姓名 family_name',
      '家长2关系 family_relation',
      '家长2电话 family_phone',
    ])
    expect([roster.rows, roster.problems, roster.questions]).toEqual([0, [], []])
  })
})

describe('files that are traps', () => {
  const parts = unzipSync(new Uint8Array(readFileSync(join(STRANGERS, 'PC-03-two-lists-side-by-side.xlsx'))))
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const made = (sheet: string) => Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) }))
  const far = (row: string, cell: string) =>
    made(xml.replace('</sheetData>', `<row r="${row}"><c r="${cell}"><v>1</v></c></row></sheetData>`))
  /** Of the processor, a tenth of what a function has: a busy machine does not count. */
  const COST_MS = 6_000
  const cpuSince = (from: NodeJS.CpuUsage) => {
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }

  test.each([
    ['a cell at XFD1048576', far('1048576', 'XFD1048576'), '1048576XFD cells_beyond'],
    ['a cell that no sheet has', far('99999999999', 'ZZZZZZZZ99999999999'), 'cells_beyond'],
    ['a column at XFD', made(xml.replace('</row>', '<c r="XFD1"><v>1</v></c></row>')), '1XFD cells_beyond'],
    [
      'a sheet that says it is full',
      made(xml.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
      '',
    ],
    [
      'a billion columns of one width',
      made(xml.replace('<sheetData>', '<cols><col min="1" max="999999999" width="9"/></cols><sheetData>')),
      '',
    ],
    [
      'one merged cell over everything',
      made(
        xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A9:XFD1048576"/></mergeCells>'),
      ),
      '',
    ],
  ])('given %s, then the list is read at once and what is beyond is named', async (_, content, code) => {
    const from = process.cpuUsage()
    const roster = await read(content)
    expect(cpuSince(from)).toBeLessThan(COST_MS)
    if ('ok' in roster) throw new Error(roster.field)
    expect(roster.children).toHaveLength(4)
    const codes = roster.problems.map(({ row, column = '', code: what }) => `${row}${column} ${what}`)
    expect(codes.join()).toContain(code)
  })

  test.each([
    ['59 MB of blanks', 'size', made(xml.replace('</sheetData>', `${' '.repeat(59_000_000)}</sheetData>`))],
    [
      'a packed file of many parts',
      'size',
      Buffer.from(
        zipSync(
          Object.fromEntries(
            Array.from({ length: 2_100 }, (_, at) => [`xl/worksheets/sheet${at}.xml`, strToU8('<x/>')]),
          ),
        ),
      ),
    ],
    ['one line of 4 MB', 'size', Buffer.from(`姓名,班级\n${'a'.repeat(4_000_000)}`)],
    ['a million lines', 'size', Buffer.from(`姓名,班级\n${'一,二\n'.repeat(600_000)}`)],
  ] as const)('given %s, then it is refused before it is parsed', async (_, field, content) => {
    const from = process.cpuUsage()
    expect(await readWorkbook(content)).toEqual({ ok: false, field })
    expect(cpuSince(from)).toBeLessThan(COST_MS)
  })

  test.each([
    [
      'a web page with a span of a billion',
      '<table><tr><td colspan="1000000000">姓名</td><td>班级</td></tr><tr><td rowspan=1000000000>林小禾</td></tr></table>',
    ],
    [
      'an XML that jumps a billion rows',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row ss:Index="1000000000"><Cell ss:Index="1000000000"><Data ss:Type="String">姓名</Data></Cell></Row></Table></Worksheet></Workbook>',
    ],
  ])('given %s, then it is read at once', async (_, markup) => {
    const from = process.cpuUsage()
    expect((await readWorkbook(Buffer.from(markup))).ok).toBe(true)
    expect(cpuSince(from)).toBeLessThan(COST_MS)
  })
})
