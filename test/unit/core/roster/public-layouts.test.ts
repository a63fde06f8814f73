// Proves that lists laid out as the public templates are come out right, and that none loses a child in silence.
import * as SheetJS from '@e965/xlsx'
import { readRoster, type Roster } from '@class-pact/core/roster'
import { readWorkbook } from '../../../../cloudfunctions/domains/roster/read-workbook'

type Value = string | number | Date | null
interface Layout {
  /** Where such a list comes from. */
  name: string
  rows: Value[][]
  merges?: string[]
  sheet?: string
  bookType?: SheetJS.BookType
  /** class number name, then relation name phone of each contact. */
  children: string[]
  /** Codes of problems that keep a row out. */
  blocked?: string[]
}

const P = (last: number) => `1390000${String(1000 + last)}`

const LAYOUTS: Layout[] = [
  {
    name: '全国学籍 export: G-numbers, long texts, members in columns',
    rows: [
      ['学生基本信息'],
      [
        '姓名',
        '性别',
        '出生日期',
        '身份证件号',
        '年级名称',
        '班级名称',
        '学籍号',
        '成员1姓名',
        '成员1关系',
        '成员1联系电话',
        '成员2姓名',
        '成员2关系',
        '成员2联系电话',
      ],
      [
        '林小禾',
        '女',
        '20170302',
        '110101201703020001',
        '三年级',
        '3班',
        'G110101201703020001',
        '林大山',
        '父亲',
        P(1),
        '周小溪',
        '母亲',
        P(2),
      ],
      [
        '马一诺',
        '男',
        '20170405',
        '110101201704050002',
        '三年级',
        '3班',
        'G110101201704050002',
        '马远',
        '父亲',
        P(3),
        '',
        '',
        '',
      ],
    ],
    merges: ['A1:M1'],
    children: [`三（3）班 林小禾 父亲林大山${P(1)} 母亲周小溪${P(2)}`, `三（3）班 马一诺 父亲马远${P(3)}`],
  },
  {
    name: '一年级新生花名册: title, note and class in the title rows',
    rows: [
      ['向阳小学2026年秋季一年级新生花名册'],
      ['班级：一（2）班', null, null, '班主任：王敏'],
      ['序号', '姓名', '性别', '家长姓名', '联系电话', '备注'],
      [1, '林小禾', '女', '林大山', P(1), ''],
      [2, '马一诺', '男', '马远', P(2), '住校'],
    ],
    merges: ['A1:F1', 'A2:C2'],
    children: [`一（2）班 林小禾 林大山${P(1)}`, `一（2）班 马一诺 马远${P(2)}`],
  },
  {
    name: '家长通讯录: two lists side by side',
    rows: [
      ['二（3）班家长通讯录'],
      ['学号', '姓名', '家长电话', '学号', '姓名', '家长电话'],
      [21, '石磊', P(1), 23, '白云飞', P(3)],
      [22, '高天', P(2), 24, '江小雨', P(4)],
    ],
    merges: ['A1:F1'],
    children: [
      `二（3）班 21 石磊 ${P(1)}`,
      `二（3）班 22 高天 ${P(2)}`,
      `二（3）班 23 白云飞 ${P(3)}`,
      `二（3）班 24 江小雨 ${P(4)}`,
    ],
  },
  {
    name: 'classes below one another, each under a merged title row',
    rows: [
      ['一（1）班'],
      ['学号', '姓名', '父亲电话'],
      [1, '甲小明', P(1)],
      ['一（2）班'],
      ['学号', '姓名', '父亲电话'],
      [1, '乙小明', P(2)],
    ],
    merges: ['A1:C1', 'A4:C4'],
    children: [`一（1）班 1 甲小明 父亲${P(1)}`, `一（2）班 1 乙小明 父亲${P(2)}`],
  },
  {
    name: 'WPS .xls: the class merged over its rows',
    rows: [
      ['班级', '学号', '姓名', '家长', '电话'],
      ['四年级1班', 1, '甲小明', '甲父', P(1)],
      [null, 2, '乙小明', '乙父', P(2)],
      ['四年级2班', 1, '丙小明', '丙父', P(3)],
    ],
    merges: ['A2:A3'],
    bookType: 'biff8',
    children: [`四（1）班 1 甲小明 甲父${P(1)}`, `四（1）班 2 乙小明 乙父${P(2)}`, `四（2）班 1 丙小明 丙父${P(3)}`],
  },
  {
    name: '班级学生名册 of one sheet a class: the sheet is the class',
    sheet: '五（1）班',
    rows: [
      ['座号', '姓名', '妈妈姓名', '妈妈手机', '爸爸姓名', '爸爸手机'],
      [1, '甲小明', '甲妈', P(1), '甲爸', P(2)],
    ],
    children: [`五（1）班 1 甲小明 妈妈甲妈${P(1)} 爸爸甲爸${P(2)}`],
  },
  {
    name: '幼儿花名册 of a kindergarten',
    rows: [
      ['中二班幼儿花名册'],
      ['序号', '幼儿姓名', '乳名', '性别', '家长姓名', '与幼儿关系', '联系方式'],
      [1, '林小禾', '禾禾', '女', '周小溪', '母亲', P(1)],
    ],
    merges: ['A1:G1'],
    children: [`中二班 林小禾 母亲周小溪${P(1)}`],
  },
  {
    name: '学生信息采集表 with a foot: totals and signature are no children',
    rows: [
      ['班级', '姓名', '监护人', '监护人电话'],
      ['二（1）班', '林小禾', '林大山', P(1)],
      ['二（1）班', '马一诺', '马远', P(2)],
      ['合计', '2人', null, null],
      ['班主任签字：', null, null, '2026年9月1日'],
    ],
    children: [`二（1）班 林小禾 林大山${P(1)}`, `二（1）班 马一诺 马远${P(2)}`],
  },
  {
    name: 'grade and class in two columns, numbers with leading zeros as text',
    rows: [
      ['年级', '班', '学号', '学生姓名', '家长手机号'],
      ['三', '2', '0301', '林小禾', P(1)],
      ['三', '2', '0302', '马一诺', P(2)],
    ],
    children: [`三（2）班 301 林小禾 ${P(1)}`, `三（2）班 302 马一诺 ${P(2)}`],
  },
  {
    name: 'headings of two rows: 家庭成员 over 姓名 and 电话',
    rows: [
      ['班级', '学号', '姓名', '父亲', null, '母亲', null],
      [null, null, null, '姓名', '电话', '姓名', '电话'],
      ['二（1）班', 1, '林小禾', '林大山', P(1), '周小溪', P(2)],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'],
    children: [`二（1）班 1 林小禾 父亲林大山${P(1)} 母亲周小溪${P(2)}`],
  },
  {
    name: 'a web page that calls itself .xls, as old systems export',
    rows: [
      ['班级', '学号', '姓名', '家长电话'],
      ['六（1）班', 1, '林小禾', P(1)],
    ],
    bookType: 'html',
    children: [`六（1）班 1 林小禾 ${P(1)}`],
  },
  {
    name: 'an XML workbook of Excel 2003',
    rows: [
      ['班级', '学号', '姓名', '家长电话'],
      ['六（1）班', 1, '林小禾', P(1)],
    ],
    bookType: 'xlml',
    children: [`六（1）班 1 林小禾 ${P(1)}`],
  },
  {
    name: 'Unicode text with tabs, as Excel saves it',
    rows: [
      ['班级', '学号', '姓名', '家长电话'],
      ['六（1）班', 1, '林小禾', P(1)],
    ],
    bookType: 'txt',
    children: [`六（1）班 1 林小禾 ${P(1)}`],
  },
  {
    name: '接送人信息表: one phone for both parents in one cell',
    rows: [
      ['班级', '姓名', '家长姓名及电话'],
      ['一（1）班', '林小禾', `林大山${P(1)} 周小溪${P(2)}`],
    ],
    children: [`一（1）班 林小禾 林大山${P(1)} 周小溪${P(2)}`],
  },
  {
    name: '入学年份 in place of the grade: 2023级2班 in the school year of 2026',
    rows: [
      ['班级', '姓名', '家长电话'],
      ['2023级2班', '林小禾', P(1)],
    ],
    children: [`四（2）班 林小禾 ${P(1)}`],
  },
  {
    name: 'names spaced to one width, as printed lists have them',
    rows: [
      ['班级', '学号', '姓　名', '家　长', '联系电话'],
      ['二（1）班', 1, '林　禾', '林大山', P(1)],
      ['二（1）班', 2, '欧阳小溪', '欧阳山', P(2)],
    ],
    children: [`二（1）班 1 林禾 林大山${P(1)}`, `二（1）班 2 欧阳小溪 欧阳山${P(2)}`],
  },
  {
    name: 'numbers as Excel writes them: long phones as numbers, class as 302',
    rows: [
      ['班级', '学号', '姓名', '家长电话'],
      ['302班', 1, '林小禾', 13900001001],
    ],
    children: [`三（2）班 1 林小禾 ${P(1)}`],
  },
  {
    name: 'gaps: blank rows between children and blank columns before them',
    rows: [
      [null, '班级', '学号', '姓名', null, '家长电话'],
      [null, '二（1）班', 1, '林小禾', null, P(1)],
      [null, null, null, null, null, null],
      [null, '二（1）班', 2, '马一诺', null, P(2)],
    ],
    children: [`二（1）班 1 林小禾 ${P(1)}`, `二（1）班 2 马一诺 ${P(2)}`],
  },
  {
    name: 'doubtful rows stay out by name: no name, a name twice under one number',
    rows: [
      ['班级', '学号', '姓名', '家长电话'],
      ['二（1）班', 1, '林小禾', P(1)],
      ['二（1）班', 2, null, P(2)],
      ['二（1）班', 1, '林小禾', P(1)],
    ],
    children: [`二（1）班 1 林小禾 ${P(1)}`],
    blocked: ['name_missing', 'duplicate'],
  },
  {
    name: 'a national minority’s names and a name in Latin letters',
    rows: [
      ['班级', '学号', '姓名', '家长姓名', '家长电话'],
      ['二（1）班', 1, '阿依古丽·买买提', '买买提·吐尔逊', P(1)],
      ['二（1）班', 2, 'Emma Wang', '王远', P(2)],
    ],
    children: [`二（1）班 1 阿依古丽·买买提 买买提·吐尔逊${P(1)}`, `二（1）班 2 Emma Wang 王远${P(2)}`],
  },
]

function written({ rows, merges = [], sheet = 'Sheet1', bookType = 'xlsx' }: Layout): Buffer {
  const book = SheetJS.utils.book_new()
  const table = SheetJS.utils.aoa_to_sheet(rows)
  table['!merges'] = merges.map((range) => SheetJS.utils.decode_range(range))
  SheetJS.utils.book_append_sheet(book, table, sheet)
  const content = SheetJS.write(book, {
    bookType,
    type: bookType === 'html' || bookType === 'xlml' ? 'string' : 'buffer',
  }) as string | Uint8Array
  return Buffer.from(content as Uint8Array)
}
async function understood(layout: Layout): Promise<Roster> {
  const workbook = await readWorkbook(written(layout))
  if (!workbook.ok) throw new Error(workbook.field)
  return readRoster(workbook.sheets, { schoolYear: 2026 })
}
const describeChild = ({ className, number, name, contacts }: Roster['children'][number]) =>
  [className, number, name, ...contacts.map(({ relation, name: who, phone }) => `${relation}${who}${phone}`)]
    .filter(Boolean)
    .join(' ')

test('M19 there are twenty layouts', () => {
  expect(LAYOUTS).toHaveLength(20)
})

test.each(LAYOUTS.map((layout) => [layout.name, layout] as const))(
  'M19 M05 given %s, then it comes out right',
  async (_, layout) => {
    const roster = await understood(layout)
    expect(roster.children.map(describeChild).sort()).toEqual([...layout.children].sort())
    expect(roster.problems.filter(({ blocking }) => blocking).map(({ code }) => code)).toEqual(layout.blocked ?? [])
  },
)
