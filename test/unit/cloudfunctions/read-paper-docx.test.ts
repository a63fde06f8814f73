// Proves that the text of a Word paper is read as it is shown, with the numbers that Word counts and does not keep.
import { readPaper } from '../../../cloudfunctions/domains/pact/read-paper'
import { writeNumber } from '../../../cloudfunctions/domains/pact/write-number'
import { aDocx, documentOf, inList, level, list, paragraph, run, table } from '../../papers/docx'

async function linesIn(content: Buffer): Promise<string[]> {
  const paper = await readPaper(content)
  if (!paper.ok) throw new Error(paper.field)
  return paper.text.split('\n')
}

/** Chapters, articles through all chapters, points and sub-points, as schools number them. */
const ARTICLES = list(
  1,
  level(0, 'chineseCountingThousand', '第%1章') +
    level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>') +
    level(2, 'chineseCounting', '（%3）', '<w:suff w:val="nothing"/>') +
    level(3, 'decimalEnclosedCircle', '%4'),
)

describe('given a Word paper with automatic numbers', () => {
  test('G15 then chapters, articles, points and circles are those that Word shows', async () => {
    const content = aDocx({
      lists: [ARTICLES],
      body: [
        paragraph('家校群管理制度'),
        paragraph('总则', inList(1, 0)),
        paragraph('群由班主任建立。', inList(1, 1)),
        paragraph('教师不得发布：', inList(1, 1)),
        paragraph('学生成绩；', inList(1, 2)),
        paragraph('排名。', inList(1, 2)),
        paragraph('班级排名', inList(1, 3)),
        paragraph('年级排名', inList(1, 3)),
        paragraph('附则', inList(1, 0)),
        paragraph('本制度自发布之日起实施。', inList(1, 1)),
        paragraph('由学校解释：', inList(1, 2)),
      ].join(''),
    })
    expect(await linesIn(content)).toEqual([
      '家校群管理制度',
      '第一章 总则',
      '第一条 群由班主任建立。',
      '第二条 教师不得发布：',
      '（一）学生成绩；',
      '（二）排名。',
      '① 班级排名',
      '② 年级排名',
      '第二章 附则',
      '第三条 本制度自发布之日起实施。',
      '（一）由学校解释：',
    ])
  })

  test('G15 then a use of the list that begins anew does, and one that only goes on goes on', async () => {
    const first = list(1, level(0, 'japaneseCounting', '%1、'))
    const goesOn = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    const anew =
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const content = aDocx({
      lists: [{ ...first, use: first.use + goesOn + anew }],
      body: [1, 1, 2, 3, 3].map((use) => paragraph('遵守', inList(use))).join(''),
    })
    expect(await linesIn(content)).toEqual(['一、遵守', '二、遵守', '三、遵守', '一、遵守', '二、遵守'])
  })

  test('G15 then a style that is numbered, and one that is based on it, count; a paragraph can leave the list', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="款"/><w:basedOn w:val="a"/></w:style>'
    const content = aDocx({
      lists: [list(1, level(0, 'decimal', '%1.', '<w:pStyle w:val="a"/>'))],
      styles,
      body: [
        paragraph('教师', '<w:pStyle w:val="a"/>'),
        paragraph('家长', '<w:pStyle w:val="b"/>'),
        paragraph('学校', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        paragraph('班级', '<w:pStyle w:val="a"/>'),
      ].join(''),
    })
    expect(await linesIn(content)).toEqual(['1. 教师', '2. 家长', '学校', '3. 班级'])
  })

  test('G15 then legal numbers are Arabic, dots are none, and a tracked old number does not count', async () => {
    const content = aDocx({
      lists: [
        list(1, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
        list(2, level(0, 'bullet', '\uf0b7')),
      ],
      body: [
        paragraph('时间', inList(1)),
        paragraph('不早于七点', inList(1, 1)),
        paragraph('不晚于九点', `${inList(1, 1)}<w:pPrChange w:id="1"><w:pPr>${inList(1)}</w:pPr></w:pPrChange>`),
        paragraph('内容', inList(2)),
        paragraph('语言', inList(1)),
      ].join(''),
    })
    expect(await linesIn(content)).toEqual(['一、时间', '1.1 不早于七点', '1.2 不晚于九点', '内容', '二、语言'])
  })

  test.each([
    ['chineseCounting', 10, '十'],
    ['chineseCountingThousand', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['japaneseCounting', 110, '一百一十'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['decimalEnclosedCircleChinese', 21, '㉑'],
    ['decimalEnclosedParen', 4, '⑷'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['lowerLetter', 28, 'bb'],
    ['upperRoman', 14, 'XIV'],
    ['constructor', 5, '5'],
  ])('G15 then %s writes %d as %s', (format, value, written) => {
    expect(writeNumber(value, format)).toBe(written)
  })
})

describe('given a Word paper with more than paragraphs', () => {
  test('G15 then a row of a table is a line, its cells two spaces apart', async () => {
    const body = paragraph('违规处理') + table(['情形', '处理'], ['发布广告', '提醒，禁言']) + paragraph('完')
    expect(await linesIn(aDocx({ body }))).toEqual(['违规处理', '情形  处理', '发布广告  提醒，禁言', '完'])
  })

  test('G15 then deleted words are left out and inserted ones are there', async () => {
    const body = `<w:p>${run('教师')}<w:del w:id="1"><w:r><w:delText>可以</w:delText></w:r></w:del><w:ins w:id="2">${run('不得')}</w:ins>${run('收费')}</w:p>`
    expect(await linesIn(aDocx({ body }))).toEqual(['教师不得收费'])
  })

  test('G15 then a paragraph whose end was deleted is one with the next, and one number stands before both', async () => {
    const content = aDocx({
      lists: [list(1, level(0, 'decimal', '%1、'))],
      body:
        paragraph('不得发布', `${inList(1)}<w:rPr><w:del w:id="1"/></w:rPr>`) +
        paragraph('成绩', inList(1)) +
        paragraph('广告', inList(1)),
    })
    expect(await linesIn(content)).toEqual(['1、不得发布成绩', '2、广告'])
  })

  test('G15 then headers, footers, comments, notes and a list of contents are no lines', async () => {
    const content = aDocx({
      styles:
        '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
      body:
        paragraph('总则1', '<w:pStyle w:val="10"/>') +
        paragraph('总则', '<w:pStyle w:val="1"/>') +
        `<w:p>${run('第一条')}<w:r><w:tab/></w:r>${run('尊重')}<w:r><w:commentReference w:id="0"/></w:r><w:r><w:br/></w:r>${run('互谅')}</w:p>`,
      parts: {
        'word/header1.xml': documentOf(paragraph('页眉')),
        'word/comments.xml': documentOf(paragraph('批注')),
        'word/footnotes.xml': documentOf(paragraph('脚注')),
      },
    })
    expect(await linesIn(content)).toEqual(['总则', '第一条 尊重', '互谅'])
  })

  test('G15 then what is said twice, for new programs and old ones, is read and counted once', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text, inList(1))}</w:txbxContent>`
    const content = aDocx({
      lists: [list(1, level(0, 'decimal', '%1、'))],
      body:
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框')}</mc:Choice><mc:Fallback><w:pict>${box('框')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
        paragraph('后', inList(1)),
    })
    expect(await linesIn(content)).toEqual(['1、框', '2、后'])
  })

  test('G15 then its text is found where a program on the web puts it', async () => {
    const content = aDocx({
      body: '',
      parts: {
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
        'word/document2.xml': documentOf(paragraph('文明用语')),
      },
    })
    expect(await linesIn(content)).toEqual(['文明用语'])
  })
})
