// Proves that a PDF becomes the lines that are read: columns, paragraphs, and nothing that each page repeats.
import { openSheet, writePdf, type Sheet } from '../../../cloudfunctions/common/files/write-pdf'
import { readPaper } from '../../../cloudfunctions/domains/pact/read-paper'
import { fontWithTable, namedFont, onePage } from '../../papers/pdf'

async function linesIn(content: Buffer): Promise<string[]> {
  const paper = await readPaper(content)
  if (!paper.ok) throw new Error(paper.field)
  return paper.text.split('\n')
}

/** A sheet with these lines: [text, x, y]. */
function sheetOf(...lines: [string, number, number][]): Sheet {
  const sheet = openSheet()
  for (const [text, x, y] of lines) sheet.write(text, x, y, 12)
  return sheet
}

const ARTICLES = ['第一条 群内不发布学生成绩', '第二条 晚上10点后不发消息，紧急情况除外', '第三条 尊重他人']

describe('given a PDF with text', () => {
  test('G15 then one of ours, whose Chinese font it only names, is read letter by letter', async () => {
    const sheet = sheetOf(...ARTICLES.map((text, at): [string, number, number] => [text, 60, 100 + 20 * at]))
    expect(await linesIn(writePdf([sheet], '公约'))).toEqual([
      '第一条 群内不发布学生成绩',
      '第二条 晚上10点后不发消息，紧急情况除外',
      '第三条 尊重他人',
    ])
  })

  test('G15 then one whose font carries a table of its letters is read by it', async () => {
    const letters = '教师不得收礼'
    const codes = [...letters].map((_, at) => String(at + 1).padStart(4, '0')).join('')
    const content = `BT /F1 12 Tf 60 700 Td <${codes}> Tj ET`
    expect(await linesIn(onePage(content, fontWithTable(letters)))).toEqual([letters])
  })

  test.each([
    ['GBK-EUC-H', 'bdccca6dd9a6'],
    ['GBKp-EUC-H', 'bdccca6dd9a6'],
    ['UniGB-UCS2-H', '65595e08'],
  ])('G15 then one that names a Chinese font in %s is read', async (encoding, codes) => {
    const text = encoding.startsWith('Uni') ? '教师' : new TextDecoder('gbk').decode(Buffer.from(codes, 'hex'))
    expect(await linesIn(onePage(`BT /F1 12 Tf 60 700 Td <${codes}> Tj ET`, namedFont(encoding)))).toEqual([text])
  })

  test('G15 then rows that reach the margin are one paragraph, and an article begins a new one', async () => {
    const wide = '一二三四五六七八九十'.repeat(3)
    const sheet = sheetOf(
      ['第一条 教师不得在群内', 84, 100],
      [`第二条 ${wide}甲乙丙`, 84, 120],
      [`${wide}丁戊己庚辛壬癸子`, 60, 140],
      ['完。', 60, 160],
      ['第三条 尊重', 84, 180],
    )
    expect(await linesIn(writePdf([sheet], '公约'))).toEqual([
      '第一条 教师不得在群内',
      `第二条 ${wide}甲乙丙${wide}丁戊己庚辛壬癸子完。`,
      '第三条 尊重',
    ])
  })

  test('G15 then two columns are read one after the other, and a heading across both stays before them', async () => {
    const row = (word: string, at: number): [string, number, number][] => [
      [`左${word}${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'}。`, 60, 120 + 20 * at],
      [`右${word}${'东南西北中发白春夏秋冬梅兰竹菊'}。`, 310, 120 + 20 * at],
    ]
    const words = [...'一二三四五六七八九十']
    const sheet = sheetOf(['家校群文明公约（教师与家长共同遵守，全校各班一律施行）', 100, 80], ...words.flatMap(row))
    const lines = await linesIn(writePdf([sheet], '公约'))
    expect(lines[0]).toBe('家校群文明公约（教师与家长共同遵守，全校各班一律施行）')
    expect(lines.slice(1).map((line) => line.slice(0, 2))).toEqual([
      ...words.map((word) => `左${word}`),
      ...words.map((word) => `右${word}`),
    ])
  })

  test('G15 then a table is no two columns: its cells stand two spaces apart', async () => {
    const rows = Array.from({ length: 10 }, (_, at): [string, number, number][] => [
      [`情形${at}`, 60, 100 + 20 * at],
      [`提醒${at}次`, 310, 100 + 20 * at],
    ])
    const lines = await linesIn(writePdf([sheetOf(...rows.flat())], '表'))
    expect(lines[0]).toBe('情形0  提醒0次')
    expect(lines).toHaveLength(10)
  })

  test('G15 then what stands at the head of each page, and page numbers, are left out', async () => {
    const sheets = ['一', '二', '三'].map((word, at) =>
      sheetOf(
        ['实验小学规章制度汇编', 200, 40],
        [`第${word}条 遵守第${at + 1}款`, 60, 100],
        [`— ${at + 1} —`, 280, 810],
      ),
    )
    expect(await linesIn(writePdf(sheets, '公约'))).toEqual([
      '第一条 遵守第1款',
      '第二条 遵守第2款',
      '第三条 遵守第3款',
    ])
  })

  test('G15 then a stamp aslant is left out, and a word drawn twice to be bold is there once', async () => {
    const content =
      'BT /F1 12 Tf 1 0 0 1 60 700 Tm (Article) Tj ET BT /F1 12 Tf 1 0 0 1 60.4 700 Tm (Article) Tj ET BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (COPY) Tj ET'
    expect(await linesIn(onePage(content))).toEqual(['Article'])
  })

  test('G15 then radicals, as browsers print them, become the letters they stand for', async () => {
    const content = 'BT /F1 12 Tf 60 700 Td <0001000200030004> Tj ET'
    expect(await linesIn(onePage(content, fontWithTable('⼀⼈家⻓')))).toEqual(['一人家长'])
  })
})

describe('given a PDF that cannot be read', () => {
  test('G15 then one without text is a scan', async () => {
    expect(await readPaper(onePage('0 0 100 100 re f'))).toEqual({ ok: false, field: 'scan' })
  })

  test('G15 then one whose letters have no meaning is a scan, not rubbish', async () => {
    const content = 'BT /F1 12 Tf 60 700 Td <0f010f020f030f04> Tj ET'
    expect(await readPaper(onePage(content, namedFont('Identity-H')))).toEqual({ ok: false, field: 'scan' })
  })

  test('G15 then one that is locked asks for a password', async () => {
    const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`
    expect(await readPaper(onePage('BT ET', [], locked))).toEqual({ ok: false, field: 'password' })
  })

  test('G15 then 40 pages are read and 41 are too many', async () => {
    const words = [...'甲乙丙丁戊己庚辛壬癸']
    const pages = (count: number) =>
      writePdf(
        Array.from({ length: count }, (_, at) => sheetOf([`${words[at % 10]}${words[Math.floor(at / 10)]}`, 60, 400])),
        '公约',
      )
    expect(await readPaper(pages(41))).toEqual({ ok: false, field: 'size' })
    expect(await readPaper(pages(40))).toMatchObject({ ok: true })
  })
})
