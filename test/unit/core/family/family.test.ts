// Proves names, cards, seats and the matching of a claim with the roster.
import fc from 'fast-check'
import {
  askForSeat,
  cardFormat,
  composeGuardianCard,
  composeStaffCard,
  givenNameOf,
  maskName,
  matchChild,
  needsSubject,
  normalizeName,
  readRelation,
  isClosed,
  seatsLeft,
  seatsOf,
  surnameOf,
} from '@class-pact/core/family'

describe('names', () => {
  test.each([
    ['张　明', '张明'],
    [' 李 想 ', '李想'],
    ['Ｔｏｍ　Smith', 'Tom Smith'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽 · 买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['张\u200b明', '张明'],
    ['张\ue863', '张䶮'],
    ['\ue864\ue81e', '龻龴'],
    ['李\u2ed3风', '李长风'],
    ['\u2f65\u2f2d', '田山'],
    ['\uf9b5', '例'],
    ['王\u{2f8a6}', '王慈'],
    ['朱\u{e0100}自清', '朱自清'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['阿依古丽･买买提', '阿依古丽·买买提'],
    ['阿依古丽‧买买提', '阿依古丽·买买提'],
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ['阿依古丽。买买提', '阿依古丽·买买提'],
    ['阿依古丽˙买买提', '阿依古丽·买买提'],
    ['阿依古丽··买买提', '阿依古丽·买买提'],
    ['欧\u3000阳\u00a0雪', '欧阳雪'],
  ])('M02 given %s on paper, then it is the name %s', (written, name) => {
    expect(normalizeName(written)).toBe(name)
  })

  test('M02 given the private characters of GB18030, then all eighty ideographs are ones that a keyboard has', () => {
    const written = Array.from({ length: 80 }, (_, at) => normalizeName(String.fromCharCode(0xe815 + at)))
    expect(new Set(written).size).toBe(80)
    expect(written.join('')).toMatch(/^\p{Script=Han}+$/u)
    expect(written.join('')).not.toMatch(/[\u2e80-\u2fdf\ue000-\uf8ff]/)
  })

  test('M02 given any text, when it is normalised twice, then nothing changes any more', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => normalizeName(normalizeName(text)) === normalizeName(text),
      ),
    )
  })

  test.each([
    ['张小明', '张*明'],
    ['李雷', '李*'],
    ['欧阳雨桐', '欧**桐'],
    ['王', '王*'],
  ])('C28 given the child %s, then a stranger sees %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test('C28 given any name, then the mask hides all but its ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('张', '小', '明', '华'), { minLength: 3, maxLength: 8 }), (letters) => {
        const masked = maskName(letters.join(''))
        return [...masked].length === letters.length && [...masked].slice(1, -1).every((letter) => letter === '*')
      }),
    )
  })

  test('given a compound surname, then it is not cut in two', () => {
    expect([surnameOf('欧阳雨桐'), givenNameOf('欧阳雨桐')]).toEqual(['欧阳', '雨桐'])
    expect([surnameOf('张小明'), givenNameOf('张小明')]).toEqual(['张', '小明'])
    expect([surnameOf('阿依古丽·买买提'), givenNameOf('Tom')]).toEqual(['阿依古丽·买买提', 'Tom'])
  })
})

describe('cards', () => {
  const cardOf = (format: string, relation: 'mother' | 'maternal_grandma') =>
    composeGuardianCard(
      '张小明',
      relation,
      cardFormat({ schoolId: 's', version: 1, preset: 'p', effectiveFrom: '2026-09-01', rules: { M09: { format } } }),
    )

  test.each([
    ['child_relation', '张小明妈妈', '张小明外婆'],
    ['relation', '小明妈妈', '小明外婆'],
    ['child_parent', '张小明妈妈', '张小明'],
    ['child_phone', '张小明妈妈', '张小明外婆'],
    ['unheard of', '张小明妈妈', '张小明外婆'],
  ])('M09 given the format %s, then cards read %s and %s', (format, mother, grandma) => {
    expect([cardOf(format, 'mother'), cardOf(format, 'maternal_grandma')]).toEqual([mother, grandma])
  })

  test('M07 M08 given a teacher, then the card is subject and surname; leaders have their title', () => {
    expect(composeStaffCard({ name: '王小丽', subject: '语文' }, 'head_teacher', 'primary')).toBe('语文王老师')
    expect(composeStaffCard({ name: '李建国' }, 'principal', 'primary')).toBe('李校长')
    expect(composeStaffCard({ name: '李建国' }, 'principal', 'kindergarten')).toBe('李园长')
    expect(composeStaffCard({ name: '赵敏' }, 'office', 'primary')).toBe('教导处赵老师')
    expect([needsSubject('teacher'), needsSubject('head_teacher'), needsSubject('principal')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('seats', () => {
  const child = (...openids: string[]) => ({ guardians: openids.map((openid) => ({ openid })) })
  const granted = (...openids: string[]) => ({ ...child(...openids), extraSeat: true })

  test('M01 given two guardians, then a third finds no seat and the two keep theirs', () => {
    expect(askForSeat(child('a', 'b'), 'c', 2)).toBe('full')
    expect(askForSeat(child('a', 'b'), 'a', 2)).toBe('seated')
    expect(askForSeat(child('a'), 'c', 2)).toBe('free')
    expect([child(), child('a'), child('a', 'b', 'c')].map((each) => seatsLeft(each, 2))).toEqual([2, 1, 0])
  })
  test('M01 given a pact with another limit, then it holds for the same child, and whoever sits stays', () => {
    expect(askForSeat(child('a', 'b'), 'c', 3)).toBe('free')
    expect(askForSeat(child('a', 'b'), 'c', 1)).toBe('full')
    expect(askForSeat(child('a', 'b'), 'b', 1)).toBe('seated')
  })
  test('V6 given a granted seat, then it is one more than the pact gives, and never a fourth', () => {
    expect([1, 2, 3, 6].map((limit) => seatsOf(granted(), limit))).toEqual([2, 3, 3, 6])
    expect([isClosed(child('a', 'b'), 2), isClosed(granted('a', 'b'), 2), isClosed(granted('a', 'b', 'c'), 2)]).toEqual(
      [...[false, false, true]],
    )
    expect([isClosed(child('a', 'b'), 1), isClosed(child('a'), 1), isClosed(child('a', 'b', 'c'), 3)]).toEqual([
      ...[true, false, true],
    ])
  })
})

describe('matching a claim', () => {
  const contacts = [
    { relation: '母亲', name: '尹若曦', phone: '17796084690' },
    { relation: '家长', name: '邓梦洁', phone: '' },
  ]
  const roster = [
    { id: 1, name: '夏诗涵', contacts },
    { id: 2, name: '张明', contacts: [{ relation: '', name: '', phone: '13800000001' }] },
    { id: 3, name: '王子涵', contacts: [{ relation: '父亲', name: '王强', phone: '' }] },
    { id: 4, name: '王子涵', contacts: [{ relation: '父亲', name: '王刚', phone: '' }] },
  ]
  const claim = (childName: string, guardianName: string | undefined, more: object = {}) =>
    matchChild(roster, { childName, guardianName, relation: 'mother', ...more })?.id

  test('M02 given the names of the roster, then the child is found, blanks or not', () => {
    expect(claim('夏 诗涵', '尹若曦')).toBe(1)
    expect(claim('夏诗涵', '邓梦洁', { relation: 'maternal_grandma' })).toBe(1)
  })

  test('M02 given one wrong name, relation or phone, then nobody is found', () => {
    expect(claim('夏诗涵', '尹若')).toBeUndefined()
    expect(claim('夏诗', '尹若曦')).toBeUndefined()
    expect(claim('夏诗涵', undefined)).toBeUndefined()
    expect(claim('夏诗涵', '尹若曦', { relation: 'father' })).toBeUndefined()
    expect(claim('夏诗涵', '尹若曦', { phone: '13900000000' })).toBeUndefined()
  })

  test('M02 given a contact without a name, then only the phone tells', () => {
    expect(claim('张明', '张妈', { phone: '13800000001' })).toBe(2)
    expect(claim('张明', '张妈')).toBeUndefined()
    expect(claim('张明', '', { phone: '' })).toBeUndefined()
  })

  test('M02 given a contact that is not the family’s, then neither its name nor its number proves anything', () => {
    const others = [
      {
        id: 5,
        name: '林小禾',
        contacts: [{ relation: '', name: '刘近', phone: '13800000005', owner: 'unknown' as const }],
      },
    ]
    const claimed = { childName: '林小禾', guardianName: '刘近', relation: 'other', phone: '13800000005' } as const
    expect(matchChild(others, claimed)).toBeUndefined()
  })

  test('M02 given two children of one name, then the guardian’s name tells which', () => {
    expect(claim('王子涵', '王刚', { relation: 'father' })).toBe(4)
  })

  test('given the words of rosters, then relations are understood or left open', () => {
    expect(['妈妈', '母', '姥姥', '外公', '爷爷', '父亲', '家长', '监护人'].map(readRelation)).toEqual([
      'mother',
      'mother',
      'maternal_grandma',
      'maternal_grandpa',
      'grandpa',
      'father',
      undefined,
      undefined,
    ])
  })
})
