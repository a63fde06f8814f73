// Decides what the roster template is: the headings the reader knows.
import { writeFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import writeExcel from 'write-excel-file/node'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const TARGET = join(root, 'miniprogram', 'packages', 'school', 'import', 'template.ts')
const NOTE = '每行一个孩子，班级写成三（2）班或3-2都可以；没有的可以空着。填好后发到自己的微信聊天里，再回小程序选它。'
const HEADINGS = [
  ['班级', 10],
  ['学号', 10],
  ['姓名', 12],
  ['性别', 6],
  ['家长1姓名', 12],
  ['家长1关系', 10],
  ['家长1电话', 16],
  ['家长2姓名', 12],
  ['家长2关系', 10],
  ['家长2电话', 16],
]
/** A class fills them; further rows are like any others. */
const ROWS = 60

const text = { type: String, format: '@' }
const rows = [
  [{ value: NOTE, span: HEADINGS.length, wrap: true, height: 40, alignVertical: 'center' }],
  HEADINGS.map(([value]) => ({ value, fontWeight: 'bold', backgroundColor: '#E6F1EC' })),
  ...Array.from({ length: ROWS }, () => HEADINGS.map(() => ({ ...text, value: '' }))),
]
const file = await writeExcel(rows, {
  sheet: '名单',
  columns: HEADINGS.map(([, width]) => ({ width })),
  stickyRowsCount: 2,
}).toBuffer()
const lines = file.toString('base64').match(/.{1,100}/g) ?? []
writeFileSync(
  TARGET,
  `// Decides what [下载模板] gives: an .xlsx with the headings the reader knows. Made by \`npm run template\`.

export const TEMPLATE_NAME = '学生名单模板.xlsx'

export const TEMPLATE_BASE64 =
  '${lines.join("' +\n  '")}'
`,
)
