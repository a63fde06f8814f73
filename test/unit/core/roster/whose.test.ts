// Proves whose a phone is: by heading, prefix, neighbours and values; only the family's proves kinship.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { matchChild } from '@class-pact/core/family'
import { readRoster, type Cell, type ReadingOptions, type Roster } from '@class-pact/core/roster'
import { readWorkbook } from '../../../../cloudfunctions/domains/roster/read-workbook'

const read = (rows: Cell[][], options: ReadingOptions = {}) =>
  readRoster([{ name: '三（2）班', rows, merges: [] }], options)
const contactsOf = ({ children }: Roster) =>
  children.map(({ contacts }) =>
    contacts.map(({ relation, name, phone, owner }) =>
      [relation, name, phone, ...(owner ? [owner] : [])].join(' ').trim(),
    ),
  )
const meaningsOf = ({ columns }: Roster) => columns.map(({ column, meaning }) => `${column} ${meaning}`)
const codesOf = ({ problems }: Roster) => problems.map(({ row, column = '', code }) => `${row}${column} ${code}`)

async function readStranger(file: string, options: ReadingOptions = { schoolYear: 2026 }) {
  const workbook = await readWorkbook(readFileSync(join(__dirname, '../../../data/rosters/strangers', file)))
  if (!workbook.ok) throw new Error(workbook.field)
  return readRoster(workbook.sheets, options)
}

describe('whose phone it is', () => {
  test('M02 given the head teacher’s number in every row, then it is nobody’s family', async () => {
    const roster = await readStranger('PC-01-head-teacher-phone.xlsx')
    expect(contactsOf(roster)).toEqual([['林大山 13900001002'], ['马远 13900001005']])
    expect(meaningsOf(roster)).toContain('C staff_phone')
    const claim = { childName: '林小禾', guardianName: '陌生人', relation: 'other', phone: '13900001099' } as const
    expect(matchChild(roster.children, claim)).toBeUndefined()
  })

  test('M02 given the national register, then every member has their own name and number, and 是 is nobody', async () => {
    const roster = await readStranger('PC-05-national-members.xlsx')
    expect(contactsOf(roster)).toEqual([['父亲 林大山 13900001002', '母亲 周小溪 13900001003']])
    expect(roster.questions).toMatchObject([{ code: 'phone_owner', column: 'D', header: '联系电话' }])
    const mother = { childName: '林小禾', guardianName: '周小溪', relation: 'mother', phone: '13900001003' } as const
    expect(matchChild(roster.children, mother)?.name).toBe('林小禾')
  })

  const phone = 13900001099
  test.each<[string, Cell[], Cell[], string[]]>([
    ['班主任 left of 电话', ['姓名', '班主任', '电话'], ['林小禾', '王老师', phone], []],
    ['语文老师联系方式', ['姓名', '语文老师', '联系方式'], ['林小禾', '王老师', phone], []],
    ['电话（班主任）', ['姓名', '电话（班主任）'], ['林小禾', phone], []],
    ['保育员手机', ['姓名', '保育员', '手机'], ['林小禾', '周阿姨', phone], []],
    ['学校电话', ['姓名', '学校电话'], ['林小禾', phone], []],
    ['a pupil’s own number', ['姓名', '学生电话'], ['林小禾', phone], ['学生本人  13900001099 pupil']],
    ['本人手机', ['姓名', '本人手机号码'], ['林小禾', phone], ['学生本人  13900001099 pupil']],
    ['nobody’s in particular', ['姓名', '联系电话'], ['林小禾', phone], ['13900001099 unknown']],
    [
      'an emergency contact without a relation',
      ['姓名', '紧急联系人', '紧急联系人电话'],
      ['林小禾', '刘近', phone],
      ['刘近 13900001099 unknown'],
    ],
    [
      'an emergency contact who is the grandmother',
      ['姓名', '紧急联系人', '与学生关系', '联系电话'],
      ['林小禾', '刘近', '奶奶', phone],
      ['奶奶 刘近 13900001099'],
    ],
    [
      'a member who is the teacher',
      ['姓名', '成员1姓名', '成员1关系', '成员1电话'],
      ['林小禾', '王敏', '班主任', phone],
      [],
    ],
    [
      'a member who is the pupil',
      ['姓名', '成员1姓名', '成员1关系', '成员1电话'],
      ['林小禾', '林小禾', '本人', phone],
      ['本人 林小禾 13900001099 pupil'],
    ],
    [
      '监护人1 and its numbers',
      ['姓名', '监护人1姓名', '监护人1与学生关系', '监护人1手机号码'],
      ['林小禾', '周小溪', '母亲', phone],
      ['母亲 周小溪 13900001099'],
    ],
    [
      '家长姓名, 单位, 电话',
      ['姓名', '家长姓名', '工作单位', '联系电话'],
      ['林小禾', '周小溪', '纺织厂', phone],
      ['周小溪 13900001099'],
    ],
    ['学生家长电话', ['姓名', '学生家长电话'], ['林小禾', phone], ['13900001099']],
    ['家庭住址及电话', ['姓名', '家庭住址及联系电话'], ['林小禾', `幸福街1号 ${phone}`], ['13900001099']],
    [
      'a relation beside a number',
      ['姓名', '与学生关系', '联系电话'],
      ['林小禾', '母亲', phone],
      ['母亲  13900001099'],
    ],
    [
      'a teacher before the child',
      ['班主任', '学号', '姓名', '电话'],
      ['王敏', 1, '林小禾', phone],
      ['13900001099 unknown'],
    ],
    ['王老师 where a parent should be', ['姓名', '家长', '家长电话'], ['林小禾', '王老师', phone], []],
  ])('M02 given %s, then the contacts are the family’s only', (_, head, row, contacts) => {
    expect(contactsOf(read([head, row]))).toEqual([contacts])
  })

  test.each<[string, Cell[], Cell[], string[]]>([
    [
      'as many numbers as names',
      ['姓名', '父亲', '母亲', '电话', '电话'],
      ['林小禾', '林大山', '周小溪', 13900001002, 13900001003],
      ['父亲 林大山 13900001002', '母亲 周小溪 13900001003'],
    ],
    [
      'one number for two',
      ['姓名', '父亲', '母亲', '电话'],
      ['林小禾', '林大山', '周小溪', 13900001002],
      ['父亲 林大山', '母亲 周小溪', '13900001002'],
    ],
    [
      'each with a number',
      ['姓名', '父亲', '电话', '母亲', '电话'],
      ['林小禾', '林大山', 13900001002, '周小溪', 13900001003],
      ['父亲 林大山 13900001002', '母亲 周小溪 13900001003'],
    ],
    [
      'names, then named numbers',
      ['姓名', '父亲姓名', '母亲姓名', '父亲电话', '母亲电话'],
      ['林小禾', '林大山', '周小溪', 13900001002, 13900001003],
      ['父亲 林大山 13900001002', '母亲 周小溪 13900001003'],
    ],
    [
      'two guardians under one heading',
      ['姓名', '监护人姓名', '监护人电话', '监护人姓名', '监护人电话'],
      ['林小禾', '林大山', 13900001002, '周小溪', 13900001003],
      ['林大山 13900001002', '周小溪 13900001003'],
    ],
    [
      '第一监护人 and 第二监护人',
      ['姓名', '第一监护人', '关系', '电话', '第二监护人', '关系', '电话'],
      ['林小禾', '林大山', '父', 13900001002, '周小溪', '母', 13900001003],
      ['父 林大山 13900001002', '母 周小溪 13900001003'],
    ],
  ])('M02 given %s, then every number is at its person', (_, head, row, contacts) => {
    expect(contactsOf(read([head, row]))).toEqual([contacts])
  })

  test('M02 given a number at four children, then it proves nothing and is not kept; twins keep theirs', () => {
    const rows: Cell[][] = [
      ['姓名', '家长', '家长电话'],
      ['甲一', '林大山', 13900001001],
      ['甲二', '周小溪', 13900001001],
      ['甲三', '何方', 13900001001],
      ['甲四', '方圆', 13900001001],
      ['双大', '双亲', 13900001002],
      ['双小', '双亲', 13900001002],
    ]
    const roster = read(rows)
    expect(contactsOf(roster).flat()).toEqual([
      '林大山',
      '周小溪',
      '何方',
      '方圆',
      '双亲 13900001002',
      '双亲 13900001002',
    ])
    expect(codesOf(roster).filter((code) => code.includes('shared'))).toEqual([
      '2 phone_shared',
      '3 phone_shared',
      '4 phone_shared',
      '5 phone_shared',
    ])
  })

  test('M02 given one name at four children, then it is nobody’s parent; as many numbers beside it make four people', () => {
    const named = (numbers: (number | null)[]) =>
      read([
        ['姓名', '联系人（家长）', '家长电话'],
        ...numbers.map((number, at): Cell[] => [`甲${'一二三四'[at]}`, '王芳', number]),
      ])
    expect(contactsOf(named([null, null, null, null])).flat()).toEqual([])
    expect(contactsOf(named([13900001001, 13900001002, 13900001003, 13900001004])).flat()).toHaveLength(4)
  })

  test('M02 given a teacher whose own child is in the list, then the number is for calling and proves nothing', () => {
    const roster = read([
      ['班主任', '班主任电话', '姓名', '家长', '家长电话'],
      ['王敏', 13900001099, '林小禾', '王敏', 13900001099],
      ['王敏', 13900001099, '马一诺', '马远', 13900001005],
    ])
    expect(contactsOf(roster)).toEqual([['王敏 13900001099 unknown'], ['马远 13900001005']])
    expect(codesOf(roster)).toContain('2 phone_staff')
  })

  test('M02 given the leader’s word about a column, then it is read so, and its owner with it', () => {
    const rows: Cell[][] = [
      ['姓名', '联系电话', '热线'],
      ['林小禾', 13900001003, 13900001004],
    ]
    const columns = [
      { sheet: '三（2）班', column: 'B', meaning: 'mother_phone' as const },
      { sheet: '三（2）班', column: 'C', row: 1, meaning: 'ignored' as const },
    ]
    const roster = read(rows, { choices: { columns } })
    expect(contactsOf(roster)).toEqual([['母亲  13900001003']])
    expect(roster.columns.map(({ owner, chosen }) => [owner, chosen])).toEqual([
      ['child', undefined],
      ['family', true],
      ['nobody', true],
    ])
    expect(roster.questions).toEqual([])
  })

  test('M12 given any list, then what is shown of names and numbers is masked', () => {
    const roster = read([
      ['姓名', '家长', '家长电话', '身份证号'],
      ['林小禾', '林大山', 13900001002, '110101201501010011'],
    ])
    expect(roster.columns.map(({ samples }) => samples)).toEqual([['林*禾'], ['林*山'], ['139****'], []])
  })
})

describe('several numbers in a cell', () => {
  test('C28 given the numbers of a strange file, then both of each cell are kept', async () => {
    expect(contactsOf(await readStranger('PC-11-phones.xlsx'))).toEqual([
      ['石峰 13900001001', '13900001002'],
      ['爸 高远 13900001003', '妈  13900001004'],
    ])
  })

  test.each([
    ['13900001001/13900001002', ['13900001001', '13900001002']],
    ['13900001001或13900001002', ['13900001001', '13900001002']],
    ['13900001001 13900001002', ['13900001001', '13900001002']],
    ['1390000100113900001002', ['13900001001', '13900001002']],
    ['139 0000 1001\n139-0000-1002', ['13900001001', '13900001002']],
    ['１３９００００１００１；+86 13900001002', ['13900001001', '13900001002']],
    ['爸：13900001001，妈：13900001002', ['爸 13900001001', '妈 13900001002']],
    ['13900001001(妈妈)、0512-66668888(家)', ['妈妈 13900001001', '051266668888']],
    ['13900001001 转 张强', ['13900001001']],
    ['0086-13900001001&13900001002', ['13900001001', '13900001002']],
    ['8613900001001', ['13900001001']],
    ['010-12345678转801', ['01012345678']],
  ])('given %s, then the numbers are %j', (cell, numbers) => {
    const roster = read([
      ['姓名', '家长电话'],
      ['林小禾', cell],
    ])
    const said = roster.children[0]?.contacts.map(({ relation, phone }) => `${relation} ${phone}`.trim())
    expect(said).toEqual(numbers)
    expect(codesOf(roster)).toEqual([])
  })

  test.each(['1390000100', '139000010012', '没空', '1.39E+10'])('given %s, then it is named with its place', (cell) => {
    const roster = read([
      ['姓名', '家长电话'],
      ['林小禾', cell],
    ])
    expect(codesOf(roster)).toEqual(['2B phone_invalid'])
    expect(roster.problems[0]?.value).not.toMatch(/\d{4}/)
  })

  test('given two names and two numbers, then they belong together in their order', () => {
    const roster = read([
      ['姓名', '家长姓名', '家长电话'],
      ['林小禾', '林大山、周小溪', '13900001002、13900001003'],
    ])
    expect(contactsOf(roster)).toEqual([['林大山 13900001002', '周小溪 13900001003']])
  })
})
