// Proves that rosters are understood as schools keep them, and that every row that is wrong is named.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import {
  parseClassName,
  findClassName,
  findGrade,
  planImport,
  readRoster,
  type Cell,
  type KnownChild,
  type RosterRow,
  type Sheet,
} from '@class-pact/core/roster'
import { limits } from '@class-pact/core/contract'
import { readWorkbook } from '../../../../cloudfunctions/domains/roster/read-workbook'

const sheet = (name: string, rows: Cell[][], merges: Sheet['merges'] = []): Sheet => ({ name, rows, merges })
const read = (name: string, rows: Cell[][], merges: Sheet['merges'] = []) => readRoster([sheet(name, rows, merges)])
const namesOf = (rows: RosterRow[]) => rows.map(({ className, name }) => `${className} ${name}`)
const codesOf = (roster: ReturnType<typeof read>) =>
  roster.problems.map(({ row, code, otherRow }) => `${row} ${code}${otherRow ? ` ${otherRow}` : ''}`)

async function readFile(file: string) {
  const workbook = await readWorkbook(readFileSync(join(__dirname, '../../../data/rosters', file)))
  if (!workbook.ok) throw new Error(workbook.field)
  return readRoster(workbook.sheets)
}

describe('class names', () => {
  test.each([
    ['一（1）班', '一（1）班'],
    ['一(3)班', '一（3）班'],
    ['一年级1班', '一（1）班'],
    ['一年级（12）班', '一（12）班'],
    ['1.1班', '一（1）班'],
    ['1-2', '一（2）班'],
    ['101班', '一（1）班'],
    ['三2班', '三（2）班'],
    ['三二班', '三（2）班'],
    ['三年二班', '三（2）班'],
    ['二（十）班', '二（10）班'],
    ['２０２6级3班', '2026级（3）班'],
    ['七年级 3 班', '七（3）班'],
    ['初二5班', '初二（5）班'],
    ['中二班', '中二班'],
    ['大班（1）班', '大一班'],
    ['小1班', '小一班'],
    ['向日葵班', '向日葵班'],
    ['三2', '三（2）班'],
    ['一（01）', '一（1）班'],
    ['小（1）', '小一班'],
    ['大2', '大二班'],
  ])('M05 given %s, then it is the class %s', (written, name) => {
    expect(parseClassName(written)?.name).toBe(name)
  })

  test.each(['各班', '一年级', '合计', '十二班', '3', '', '一二三四五六七八九班'])(
    'given %s, then it names no class',
    (written) => {
      expect(parseClassName(written)).toBeUndefined()
    },
  )

  test('given a number under a grade, then the grade completes it', () => {
    const grade = findGrade('第一学期二年级')
    expect(['3班', '（3）班', '三班', '3'].map((text) => parseClassName(text, grade)?.name)).toEqual(
      Array(4).fill('二（3）班'),
    )
    expect(parseClassName('十二班', grade)?.name).toBe('二（12）班')
  })

  test('given titles, then the class is found in them, or none', () => {
    const titles = [
      '阳光幼儿园 中二班 幼儿信息表',
      '幸福街小学三（2）班花名册',
      '阳光幼儿园向日葵班幼儿花名册',
      '请各班于9月5日前填报',
      '班主任：陈老师　配班：李老师',
    ]
    expect(titles.map((title) => findClassName(title)?.name)).toEqual([
      '中二班',
      '三（2）班',
      '向日葵班',
      undefined,
      undefined,
    ])
  })

  test('given classes, then they sort by grade and class, whatever the notation', () => {
    const order = (text: string) => parseClassName(text)?.order ?? 0
    expect(order('二（1）班')).toBeGreaterThan(order('一（12）班'))
    expect(order('大一班')).toBeGreaterThan(order('中三班'))
  })
})

describe('a grade on one sheet', () => {
  let roster: ReturnType<typeof read>
  beforeAll(async () => {
    roster = await readFile('grade-1.xlsx')
  })

  test('given merged class cells, blanks in names and leading zeros, then 119 children are understood', () => {
    expect(roster.rows).toBe(122)
    expect(roster.children).toHaveLength(119)
    const sizes = ['一（1）班', '一（2）班', '一（3）班'].map(
      (name) => roster.children.filter(({ className }) => className === name).length,
    )
    expect(sizes).toEqual([38, 41, 40])
    expect(roster.children[3]).toMatchObject({
      row: 6,
      name: '张明',
      number: '4',
      contacts: [
        { relation: '爸爸', name: '白沐辰', phone: '18690711438' },
        { relation: '外婆', name: '姚雨桐', phone: '15061906743' },
      ],
    })
  })

  test('given rows that cannot be right, then each is named with its row, and one that stays out only once', () => {
    expect(codesOf(roster)).toEqual([
      '61 same_name 49',
      '125 number_taken 48',
      '126 class_missing',
      '127 name_missing',
      '128 row_skipped',
    ])
    expect(JSON.stringify(roster.problems)).not.toMatch(/\d{7}/)
  })
})

test('given a kindergarten’s list, then class, nicknames and parents come from title, two header rows and slashes', async () => {
  const roster = await readFile('kindergarten-middle-2.xlsx')
  expect(roster.children).toHaveLength(28)
  expect(roster.children[0]).toEqual({
    sheet: '中二班',
    row: 5,
    className: '中二班',
    order: 2002,
    name: '黎思源',
    nicknames: ['豆豆'],
    contacts: [{ relation: '妈妈', name: '孙可馨', phone: '13899893274' }],
  })
  expect(codesOf(roster)).toEqual(['36 row_skipped', '0 sheet_skipped', '17 same_name 10'])
})

describe('other ways of writing', () => {
  test('given several lists on one sheet, then each title names its class', () => {
    const roster = read('全校', [
      ['一（1）班学生名单'],
      ['序号', '姓名', '电话'],
      [1, '张小明', 13800000001],
      ['二年级2班学生名单'],
      ['序号', '姓名', '电话'],
      [1, '李雷', '138 0000 0002'],
      ['注：请勿外传'],
    ])
    expect(namesOf(roster.children)).toEqual(['一（1）班 张小明', '二（2）班 李雷'])
    expect(roster.children[1]?.contacts).toEqual([{ relation: '', name: '', phone: '13800000002', owner: 'unknown' }])
    expect(codesOf(roster)).toEqual(['7 row_skipped'])
  })

  test('given sheets that are called 1班 and 2班 under a title with the grade, then both together name the class', () => {
    const rows: Cell[][] = [['三年级学生花名册'], ['姓名', '性别'], ['张小明', '男']]
    const roster = readRoster([sheet('1班', rows), sheet('2班', [['三年级学生花名册'], ['姓名'], ['李雷']])])
    expect(namesOf(roster.children)).toEqual(['三（1）班 张小明', '三（2）班 李雷'])
  })

  test('given a parent’s name and phone in one cell, then they are told apart', () => {
    const roster = read('三（2）班', [
      ['姓名', '家长'],
      ['张小明', '张强13800000001'],
      ['李雷', '李梅 13800000002/李刚 13800000003'],
    ])
    expect(roster.children.map(({ contacts }) => contacts)).toEqual([
      [{ relation: '', name: '张强', phone: '13800000001' }],
      [
        { relation: '', name: '李梅', phone: '13800000002' },
        { relation: '', name: '李刚', phone: '13800000003' },
      ],
    ])
  })

  test('given a grade column and bare class numbers, then both together name the class', () => {
    const roster = read('Sheet1', [
      ['年级', '班级', '学生姓名', '学号'],
      ['三年级', 2, '张小明', '01'],
      ['四', '1班', '李雷', '01'],
    ])
    expect(namesOf(roster.children)).toEqual(['三（2）班 张小明', '四（1）班 李雷'])
  })

  test('given a class written once without merging, then the rows below inherit it', () => {
    const rows: Cell[][] = [
      ['班级', '姓名'],
      ['一1班', '甲一'],
      [null, '甲二'],
      [null, '甲三'],
      ['一2班', '乙一'],
      [null, '乙二'],
    ]
    expect(namesOf(read('x', rows).children)).toEqual([
      '一（1）班 甲一',
      '一（1）班 甲二',
      '一（1）班 甲三',
      '一（2）班 乙一',
      '一（2）班 乙二',
    ])
  })

  test('given most rows with a class, then a row without one is a problem, not its neighbour’s', () => {
    const rows: Cell[][] = [
      ['班级', '姓名'],
      ['一1班', '甲一'],
      ['一1班', '甲二'],
      [null, '甲三'],
      ['一2班', '乙一'],
    ]
    expect(codesOf(read('x', rows))).toEqual(['4 class_missing'])
  })

  test('given groups over the headings, then the child’s name is not the parent’s', () => {
    const roster = read('三（2）班', [
      ['学生信息', null, '父亲', null, '母亲', null],
      ['姓名', '性别', '姓名', '电话', '姓名', '电话'],
      ['张小明', '男', '张强', 13800000001, '李梅', 13800000002],
    ])
    expect(roster.children[0]).toMatchObject({
      name: '张小明',
      contacts: [
        { relation: '父亲', name: '张强', phone: '13800000001' },
        { relation: '母亲', name: '李梅', phone: '13800000002' },
      ],
    })
  })

  test('given a pupil twice, then the second row is refused and points to the first', () => {
    const roster = read('三（2）班', [
      ['学号', '姓名'],
      ['001', '张小明'],
      [2, '李雷'],
      ['1', '张 小明'],
    ])
    expect(codesOf(roster)).toEqual(['4 duplicate 2'])
    expect(roster.problems[0]?.blocking).toBe(true)
  })

  test('given two of one name, then numbers or phones tell them apart, and without them the second waits', () => {
    const numbered = read('三（2）班', [
      ['学号', '姓名'],
      [1, '王子涵'],
      [2, '王子涵'],
    ])
    const phoned = read('三（2）班', [
      ['姓名', '电话'],
      ['王子涵', 13800000001],
      ['王子涵', 13800000002],
    ])
    const bare = read('三（2）班', [
      ['姓名', '性别'],
      ['王子涵', '男'],
      ['王子涵', '男'],
    ])
    expect([codesOf(numbered), codesOf(phoned), codesOf(bare)]).toEqual([
      ['3 same_name 2'],
      ['3 same_name 2'],
      ['3 duplicate 2'],
    ])
    expect([numbered, phoned, bare].map(({ children }) => children.length)).toEqual([2, 2, 1])
  })

  test('given numbers that begin anew in every class, then they do not clash', () => {
    const rows = ['一1班', '一2班'].flatMap((className) =>
      ['甲', '乙', '丙'].map((name, at): Cell[] => [
        className,
        at + 1,
        `${name}${className[1]}${at}`.replace(/\d/g, '同'),
      ]),
    )
    const roster = read('x', [['班级', '学号', '姓名'], ...rows])
    expect(roster.children).toHaveLength(6)
    expect(codesOf(roster)).toEqual([])
  })

  test('given totals, remarks, blank and merely numbered rows, then they are nobody', () => {
    const roster = read('三（2）班', [
      ['序号', '姓名', '电话'],
      [1, '张小明', '无'],
      [2, null, null],
      [null, '  ', null],
      ['合计', '1人', null],
      ['制表人：王老师', null, '2026年9月'],
      ['注：以上信息请勿外传'],
    ])
    expect(namesOf(roster.children)).toEqual(['三（2）班 张小明'])
    expect(roster.rows).toBe(1)
    expect(codesOf(roster)).toEqual(['5 row_skipped', '6 row_skipped', '7 row_skipped'])
  })

  test('given names with remarks or digits, then they are shown for a second look', () => {
    const roster = read('三（2）班', [
      ['姓名', '性别'],
      ['张小明(转入)', '男'],
      ['李1雷', '男'],
      ['123', '男'],
      ['Tom Smith', '男'],
    ])
    expect(codesOf(roster)).toEqual(['2 mark_dropped', '3 name_suspect', '4 name_suspect'])
    expect(roster.problems.map(({ blocking }) => blocking)).toEqual([false, false, true])
    expect(roster.children.map(({ name }) => name)).toEqual(['张小明', '李1雷', 'Tom Smith'])
  })

  test('given classes nobody can read, then the cell is shown', () => {
    const roster = read('x', [
      ['班级', '姓名'],
      ['实验', '张小明'],
      ['一1班', '李雷'],
    ])
    expect(roster.problems).toEqual([{ sheet: 'x', row: 2, code: 'class_unreadable', blocking: true, value: '实验' }])
  })

  test('given more children than a class can hold, then the rest is refused', () => {
    const rows = Array.from({ length: limits.CLASS_SIZE_MAX + 2 }, (_, at): Cell[] => [
      at + 1,
      `孩${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(at / 10)]}`,
    ])
    const roster = read('三（2）班', [['学号', '姓名'], ...rows])
    expect(roster.children).toHaveLength(limits.CLASS_SIZE_MAX)
    expect(roster.problems.map(({ code }) => code)).toEqual(['class_too_large', 'class_too_large'])
  })

  test('M12 given identity numbers, addresses and birthdays, then they are not read', () => {
    const roster = read('三（2）班', [
      ['姓名', '身份证号', '家庭住址', '出生日期'],
      ['张小明', '110101201501010011', '幸福街1号', '2015-01-01'],
    ])
    expect(JSON.stringify(roster.children)).not.toMatch(/1101|幸福街|2015/)
    expect(roster.columns.slice(1).map(({ meaning }) => meaning)).toEqual(['ignored', 'ignored', 'ignored'])
  })

  test('given a sheet without names, then nothing is understood and nothing breaks', () => {
    expect(read('说明', [['请各班于9月5日前填报']])).toMatchObject({
      rows: 0,
      children: [],
      problems: [{ sheet: '说明', row: 0, code: 'sheet_skipped', blocking: false }],
      columns: [],
    })
    expect(readRoster([])).toMatchObject({ rows: 0 })
  })
})

describe('a second import', () => {
  const row = (name: string, more: Partial<RosterRow> = {}): RosterRow => ({
    sheet: 's',
    row: 1,
    className: '三（2）班',
    order: 302,
    name,
    nicknames: [],
    contacts: [],
    ...more,
  })
  const child = (childId: string, name: string, no: string, more: Partial<KnownChild> = {}): KnownChild => ({
    childId,
    classId: 'c1',
    no,
    name,
    contacts: [],
    ...more,
  })
  const phone = (number: string) => [{ relation: '', name: '', phone: number }]
  const plan = (rows: RosterRow[], known: KnownChild[], elsewhere: string[] = []) => {
    const { present, moved, added } = planImport(rows, known, 'c1', new Set(elsewhere))
    return {
      present: present.map((each) => each.child.childId),
      moved: moved.map((each) => each.child.childId),
      added: added.map(({ name }) => name),
    }
  }

  test('given the same children in another order, then nobody is added', () => {
    const known = [child('a', '张小明', '1'), child('b', '李雷', '2')]
    expect(plan([row('李雷', { number: '2' }), row('张小明', { number: '1' })], known)).toEqual({
      present: ['b', 'a'],
      moved: [],
      added: [],
    })
    expect(plan([row('李雷'), row('张小明')], known).added).toEqual([])
  })

  test('given two of one name without numbers, then phones tell which is which', () => {
    const known = [
      child('a', '吴欣怡', '6', { contacts: phone('13800000001') }),
      child('b', '吴欣怡', '13', { contacts: phone('13800000002') }),
    ]
    expect(
      plan(
        [row('吴欣怡', { contacts: phone('13800000002') }), row('吴欣怡', { contacts: phone('13800000001') })],
        known,
      ).present,
    ).toEqual(['b', 'a'])
  })

  test('given number and name of a child of another class, then the child has moved and stays who it is', () => {
    const known = [child('a', '张小明', '45', { classId: 'c2' })]
    expect(plan([row('张小明', { number: '45' })], known)).toEqual({ present: [], moved: ['a'], added: [] })
    expect(plan([row('张小明', { number: '46' })], known).added).toEqual(['张小明'])
    expect(plan([row('张小明', { number: '45' })], known, ['45#张小明']).added).toEqual(['张小明'])
  })

  test('M02 given the same name with another number and other phones, then it is another child', () => {
    const known = [child('a', '张小明', '1', { contacts: phone('13800000001') })]
    expect(plan([row('张小明', { number: '9', contacts: phone('13800000009') })], known).added).toEqual(['张小明'])
    expect(plan([row('张小明', { number: '9' })], known).present).toEqual(['a'])
  })
})

describe('files', () => {
  test.each([
    ['nothing', 'file', Buffer.alloc(0)],
    ['a broken zip', 'file', Buffer.from('PK\u0003\u0004broken')],
    ['a packed file that is no workbook', 'kind', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') }))],
    ['a PDF', 'kind', Buffer.from('%PDF-1.7\n')],
    ['a picture', 'kind', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['bytes that are no text', 'kind', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8])],
    ['a broken workbook of 1997', 'file', Buffer.from('d0cf11e0a1b11ae1ffffffff', 'hex')],
    ['a file beyond the limit', 'size', Buffer.alloc(5_000_001)],
  ] as const)('given %s, then it is no roster: %s', async (_, field, content) => {
    expect(await readWorkbook(content)).toEqual({ ok: false, field })
  })
})
