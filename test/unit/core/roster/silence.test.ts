// Proves that nothing of a roster is dropped in silence: what is not read is named, what is not understood is asked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  nameOnRoll,
  readRoster,
  type Cell,
  type ReadingOptions,
  type Roster,
  type Sheet,
} from '@class-pact/core/roster'
import { readWorkbook } from '../../../../cloudfunctions/domains/roster/read-workbook'

const sheet = (rows: Cell[][], more: Partial<Sheet> = {}): Sheet => ({ name: '三（2）班', rows, merges: [], ...more })
const read = (rows: Cell[][], options: ReadingOptions = {}) => readRoster([sheet(rows)], options)
const rollOf = ({ children }: Roster) =>
  children.map(({ className, number, ...child }) => [className, number, nameOnRoll(child)].filter(Boolean).join(' '))
const codesOf = ({ problems }: Roster) => problems.map(({ row, column = '', code }) => `${row}${column} ${code}`)
const askedOf = ({ questions }: Roster) => questions.map(({ code }) => code)

async function readStranger(file: string, options: ReadingOptions = { schoolYear: 2026 }) {
  const workbook = await readWorkbook(readFileSync(join(__dirname, '../../../data/rosters/strangers', file)))
  if (!workbook.ok) throw new Error(workbook.field)
  return readRoster(workbook.sheets, options)
}

describe('lists side by side', () => {
  test('given the strange sheet with two lists, then four children have their own numbers and phones', async () => {
    const roster = await readStranger('PC-03-two-lists-side-by-side.xlsx')
    expect(roster.children.map(({ name, number, contacts }) => [number, name, contacts[0]?.phone])).toEqual([
      ['21', '石磊', '13900001061'],
      ['22', '高天', '13900001062'],
      ['23', '白云飞', '13900001063'],
      ['24', '江小雨', '13900001064'],
    ])
  })

  const LISTS: [string, Cell[][]][] = [
    [
      'three lists',
      [
        ['学号', '姓名', '学号', '姓名', '学号', '姓名'],
        [1, '甲一', 2, '乙二', 3, '丙三'],
      ],
    ],
    [
      'a blank column between',
      [
        ['姓名', '性别', null, '姓名', '性别'],
        ['甲一', '男', null, '乙二', '女'],
        ['丙三', '男', null, null, null],
      ],
    ],
    [
      'the number behind the name',
      [
        ['姓名', '座号', '姓名', '座号'],
        ['甲一', 1, '乙二', 2],
        ['丙三', 3, null, null],
      ],
    ],
    [
      'headings in different rows',
      [
        ['学号', '姓名', null, '选课名单', null],
        [1, '甲一', null, '学号', '姓名'],
        [2, '乙二', null, 3, '丙三'],
      ],
    ],
    [
      'groups over both',
      [
        ['第一组学生信息', null, '第二组学生信息', null],
        ['学号', '姓名', '学号', '姓名'],
        [1, '甲一', 2, '乙二'],
        [3, '丙三', null, null],
      ],
    ],
    [
      'names only',
      [
        ['姓名', '电话', '姓名', '电话'],
        ['甲一', 13900001001, '乙二', 13900001002],
        ['丙三', 13900001003, null, null],
      ],
    ],
  ]
  test.each(LISTS)('given %s, then every child is read', (_, rows) => {
    const roster = read(rows)
    expect(roster.children.map(({ name }) => name).sort()).toEqual(['丙三', '乙二', '甲一'].sort())
    expect(roster.problems.filter(({ blocking }) => blocking)).toEqual([])
  })

  test('given lists under titles of their own, then each class is its list’s', () => {
    const roster = read([
      ['一（1）班', null, '一（2）班', null],
      ['学号', '姓名', '学号', '姓名'],
      [1, '甲一', 1, '乙二'],
    ])
    expect(rollOf(roster)).toEqual(['一（1）班 1 甲一', '一（2）班 1 乙二'])
  })

  test('given a second 姓名 that may be a parent’s, then it is asked, and the answer is followed', () => {
    const rows: Cell[][] = [
      ['姓名', '性别', '姓名', '电话'],
      ['林小禾', '女', '林大山', 13900001002],
    ]
    const asked = read(rows)
    expect(asked.questions).toMatchObject([{ code: 'second_name', column: 'C', taken: 'family' }])
    expect(asked.children.map(({ contacts }) => contacts)).toEqual([
      [{ relation: '', name: '林大山', phone: '13900001002' }],
    ])
    const columns = [{ sheet: '三（2）班', column: 'C', meaning: 'name' as const }]
    const answered = read(rows, { choices: { columns } })
    expect(answered.children.map(({ name }) => name)).toEqual(['林小禾', '林大山'])
    expect(askedOf(answered)).not.toContain('second_name')
  })
})

describe('classes', () => {
  test('given no class anywhere, then it is asked once, and the answer brings the children in', async () => {
    const asked = await readStranger('PC-04-no-class.xlsx')
    expect(asked.questions).toEqual([{ code: 'class', sheet: 'Sheet1', written: '', rows: 2 }])
    const classes = [{ sheet: 'Sheet1', written: '', className: '三年级2班' }]
    const answered = await readStranger('PC-04-no-class.xlsx', { choices: { classes } })
    expect(rollOf(answered)).toEqual(['三（2）班 1 林小禾', '三（2）班 2 马一诺'])
    expect(answered.questions).toEqual([])
  })

  test('given two sheets without a class, then each is asked for itself', () => {
    const rows: Cell[][] = [
      ['学号', '姓名'],
      [1, '林小禾'],
    ]
    const sheets = [sheet(rows, { name: 'Sheet1' }), sheet([...rows, [2, '马一诺']], { name: 'Sheet2' })]
    expect(readRoster(sheets).questions).toMatchObject([
      { sheet: 'Sheet1', rows: 1 },
      { sheet: 'Sheet2', rows: 2 },
    ])
  })

  test('given a class that Excel made a date of, then it is that class, and the leader is told', async () => {
    const roster = await readStranger('PC-09-class-as-date.xlsx')
    expect(rollOf(roster)).toEqual(['三（2）班 1 林小禾', '三（2）班 2 马一诺', '三（1）班 3 丁小满'])
    expect(roster.problems).toEqual([
      { sheet: 'Sheet1', row: 2, code: 'class_from_date', blocking: false, value: '3月2日 → 三（2）班' },
    ])
  })

  test.each<[Cell, string]>([
    ['3月2日', '三（2）班'],
    ['2026/3/2', '三（2）班'],
    ['2026-03-02', '三（2）班'],
    ['2-Mar', '三（2）班'],
    [{ shown: '12月1日', year: 2026, month: 12, day: 1 }, ''],
    [{ shown: '2023年2月', year: 2023, month: 2, day: 1 }, ''],
    [{ shown: '2016/3/2', year: 2016, month: 3, day: 2 }, ''],
  ])('given the day %j where a class should be, then it is “%s” or asked', (cell, name) => {
    const rows: Cell[][] = [
      ['班级', '姓名'],
      [cell, '林小禾'],
    ]
    const roster = readRoster([sheet(rows, { name: 'Sheet1' })], { schoolYear: 2026 })
    expect(roster.children.map(({ className }) => className)).toEqual(name ? [name] : [])
    expect(roster.problems.map(({ code }) => code)).toEqual([name ? 'class_from_date' : 'class_unreadable'])
    if (!name) expect(askedOf(roster)).toEqual(['class'])
  })

  test.each([
    ['2023级2班', 2025, '三（2）班'],
    ['2023级2班', 2026, '四（2）班'],
    ['23级（2）班', 2025, '三（2）班'],
    ['２０２６级二班', 2026, '一（2）班'],
    ['初中2025级3班', 2026, '八（3）班'],
    ['2019级1班', 2026, '八（1）班'],
    ['2010级1班', 2026, ''],
    ['2028级1班', 2026, ''],
  ])('given %s in the school year %i, then it is the class “%s” or asked', (written, schoolYear, name) => {
    const rows: Cell[][] = [
      ['班级', '姓名'],
      [written, '林小禾'],
    ]
    const roster = readRoster([sheet(rows, { name: 'Sheet1' })], { schoolYear })
    expect(roster.children.map(({ className }) => className)).toEqual(name ? [name] : [])
    expect(roster.problems.map(({ code }) => code)).toEqual([name ? 'class_by_year' : 'class_unreadable'])
    expect(askedOf(roster)).toEqual(name ? [] : ['class'])
  })

  test('given a class nobody can read, then it is asked with its words, once for all rows', () => {
    const rows: Cell[][] = [
      ['班级', '姓名'],
      ['启航', '林小禾'],
      ['启航', '马一诺'],
      ['一1班', '丁小满'],
    ]
    expect(read(rows).questions).toEqual([{ code: 'class', sheet: '三（2）班', written: '启航', rows: 2 }])
    const classes = [{ sheet: '三（2）班', written: '启航', className: '启航班' }]
    expect(rollOf(read(rows, { choices: { classes } }))).toEqual(['启航班 林小禾', '启航班 马一诺', '一（1）班 丁小满'])
  })
})

describe('namesakes', () => {
  test('given 大 and 小 behind one name, then they are two children with their marks', async () => {
    const roster = await readStranger('PC-12-big-and-small.xlsx')
    expect(rollOf(roster)).toEqual(['二（1）班 张伟（大）', '二（1）班 张伟（小）'])
    expect(roster.children.map(({ name }) => name)).toEqual(['张伟', '张伟'])
  })

  test.each<[string, string, string[]]>([
    ['张伟A', '张伟B', ['张伟（A）', '张伟（B）']],
    ['张伟（1）', '张伟（2）', ['张伟（1）', '张伟（2）']],
    ['张伟1', '张伟2', ['张伟（1）', '张伟（2）']],
    ['张伟(男)', '张伟(女)', ['张伟（男）', '张伟（女）']],
    ['张伟大', '张伟小', ['张伟（大）', '张伟（小）']],
    ['大张伟', '小张伟', ['张伟（大）', '张伟（小）']],
    ['张伟', '张伟（小）', ['张伟', '张伟（小）']],
    ['张伟【走读】', '张伟【住校】', ['张伟（走读）', '张伟（住校）']],
  ])('given %s and %s, then the roll has %j', (one, other, roll) => {
    const roster = read([
      ['姓名', '家长电话'],
      [one, null],
      [other, null],
    ])
    expect(roster.children.map(nameOnRoll)).toEqual(roll)
    expect(roster.children.map(({ name }) => name)).toEqual(['张伟', '张伟'])
  })

  test('given only the sex tells them apart, then it is their mark', () => {
    const roster = read([
      ['姓名', '性别'],
      ['王子涵', '男'],
      ['王子涵', '女'],
      ['李雷', '男'],
    ])
    expect(roster.children.map(nameOnRoll)).toEqual(['王子涵（男）', '王子涵（女）', '李雷'])
  })

  test('given a remark beside a name that nobody shares, then it is dropped by name', () => {
    const roster = read([
      ['姓名', '性别'],
      ['张小明（转入）', '男'],
      ['王大', '男'],
    ])
    expect(roster.problems).toEqual([
      { sheet: '三（2）班', row: 2, code: 'mark_dropped', blocking: false, value: '转入' },
    ])
    expect(roster.children.map(nameOnRoll)).toEqual(['张小明', '王大'])
  })
})

describe('what is hidden or beside the point', () => {
  const hiddenSheet = sheet([['姓名'], ['走了']], { name: '旧', hidden: true })
  const shownSheet = sheet([['姓名'], ['林小禾'], ['马一诺']], { hiddenRows: new Set([2]) })

  test('given hidden sheets and rows, then they stay out by name, until the leader wants them', () => {
    const roster = readRoster([hiddenSheet, shownSheet])
    expect(rollOf(roster)).toEqual(['三（2）班 林小禾'])
    expect(codesOf(roster)).toEqual(['0 sheet_hidden', '3 row_hidden'])
    expect(roster.questions).toEqual([{ code: 'hidden', sheets: 1, rows: 1 }])
    const wanted = readRoster([hiddenSheet, shownSheet], { choices: { hidden: true } })
    expect(wanted.children.map(({ name }) => name)).toEqual(['林小禾', '马一诺'])
  })

  test('given a hidden column, then it is not read, and shown as hidden', () => {
    const roster = readRoster([
      sheet(
        [
          ['姓名', '家长电话'],
          ['林小禾', 13900001002],
        ],
        { hiddenColumns: new Set([1]) },
      ),
    ])
    expect(roster.children[0]?.contacts).toEqual([])
    expect(roster.columns[1]).toMatchObject({ header: '家长电话', meaning: 'ignored', hidden: true })
  })

  test('given values without a heading, then the column is shown and asked', () => {
    const roster = read([
      ['学号', '姓名', null, null],
      [1, '林小禾', 13900001002, '足球'],
    ])
    expect(roster.columns.map(({ column, meaning }) => `${column} ${meaning}`)).toEqual([
      'A number',
      'B name',
      'C other_phone',
      'D unknown',
    ])
    expect(askedOf(roster)).toEqual(['phone_owner', 'column_meaning'])
  })

  test('given totals, notes and sheets of remarks, then each is named with its place', () => {
    const roster = readRoster([
      sheet([
        ['姓名', '家长'],
        ['林小禾', null],
        ['合计', '1人'],
        ['注：请勿外传', null],
      ]),
      sheet([['填表说明'], ['请于9月5日前上报']], { name: '说明' }),
      sheet([[null, '']], { name: '空' }),
    ])
    expect(roster.problems.map(({ sheet: where, row, code, value }) => [where, row, code, value])).toEqual([
      ['三（2）班', 3, 'row_skipped', '合计'],
      ['三（2）班', 4, 'row_skipped', '注:请勿外传'],
      ['说明', 0, 'sheet_skipped', '填**明'],
    ])
  })

  test('given a child over two rows, then both parents are the child’s', () => {
    const merges = [{ top: 1, left: 0, bottom: 2, right: 0 }]
    const roster = readRoster([
      sheet(
        [
          ['姓名', '家长', '家长电话'],
          ['林小禾', '林大山', 13900001002],
          [null, '周小溪', 13900001003],
        ],
        { merges },
      ),
    ])
    expect(roster.rows).toBe(1)
    expect(roster.children[0]?.contacts.map(({ name }) => name)).toEqual(['林大山', '周小溪'])
  })

  test('given any rows under known headings, then every filled row is a child, or named as left out', () => {
    const cell = fc.constantFrom<Cell>(
      null,
      '',
      '林小禾',
      '一1班',
      '13900001002',
      '无',
      '合计',
      '注：看这里',
      3,
      '张伟（大）',
      '3月2日',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
        const roster = readRoster([sheet([['班级', '姓名', '家长电话'], ...rows], { name: 'Sheet1' })], {
          schoolYear: 2026,
        })
        const named = new Set([...roster.children, ...roster.problems].map(({ row }) => row))
        return rows.every((row, at) => {
          const telling = row.some((each) => typeof each === 'string' && each !== '' && each !== '无')
          const alone = row.filter((each) => each !== null && each !== '' && each !== '无').length === 1
          return !telling || alone || named.has(at + 2)
        })
      }),
    )
  })
})
