// Proves that what nobody sees is cleaned out of words before they are measured.
import fc from 'fast-check'
import { cleanText } from '../../../core/contract'
import { isPersonName, isSignature, isSubject } from '../../../core/wire/names'
import { parseInput } from '../../actions'

const INVISIBLE = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\ufe0f',
  '\u3164',
  '\u115f',
  '\u1160',
  '\uffa0',
  '\u2800',
  '\u034f',
  '\u180e',
  '\u0000',
  '\u0007',
  '\u{e0041}',
  '\u{e0100}',
  '\u{1d159}',
  '\ufffc',
  ' ',
  '\u3000',
  '\u00a0',
  '\t',
  '\n',
  '\u2028',
  '\ud800',
]

describe('Given words in which nothing can be seen', () => {
  test('when they are made of any such characters, then nothing is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...INVISIBLE)),
        fc.constantFrom('one' as const, 'many' as const),
        (signs, lines) => {
          expect(cleanText(signs.join(''), lines)).toBe('')
        },
      ),
    )
  })

  test.each([
    ['join.guardian', { token: 't', consent: true, childName: '\u200b', relation: 'mother' }, 'childName'],
    ['join.staff', { token: 't', consent: true, name: '\u3164' }, 'name'],
    ['join.staff', { token: 't', consent: true, name: '王老师', subject: '\u2800' }, 'subject'],
    ['seat.request', { from: 'family', childId: 'c', reason: '\u2060' }, 'reason'],
    ['leave.decide', { leaveId: 'l', approve: false, words: '\ufe0f\u200d' }, 'words'],
    ['report.file', { classId: 'c', words: '\u202e\n' }, 'words'],
    [
      'school.activate',
      { code: 'c', consent: true, schoolName: '\u{e0041}', kind: 'primary', principalName: '李强' },
      'schoolName',
    ],
  ] as const)('when %s is called with %j, then the field is named', (action, input, field) => {
    expect(parseInput(action, input)).toEqual({ ok: false, error: { code: 'INPUT_INVALID', field } })
  })
})

describe('Given words with something to see', () => {
  test('when invisible characters stand in and around them, then only what is seen is kept', () => {
    const visible = fc.array(fc.constantFrom('张', '明', 'a', '9', '。', '😀', '𠮷', 'é'), { minLength: 1 })
    const unseen = fc.array(
      fc.constantFrom(...INVISIBLE.filter((each) => !/[\s\u2800\ufe0f\u{e0100}]/u.test(each) && each !== '\u200d')),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(visible, unseen, (signs, hidden) => {
        expect(cleanText(signs.join(hidden.join('')), 'one')).toBe(signs.join(''))
      }),
    )
  })

  test('when a clean text is cleaned again, then nothing changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('one' as const, 'many' as const), (written, lines) => {
        const cleaned = cleanText(written, lines)
        expect(cleanText(cleaned, lines)).toBe(cleaned)
      }),
    )
  })

  test.each(['👨‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️', '3️⃣', '👩🏽‍🏫', '🇨🇳', 'می‌خواهم', 'क्‍ष', '葛󠄀', '阿依古丽·买买提'])(
    'when it is %s, then it stays whole',
    (written) => {
      expect(cleanText(written, 'one')).toBe(written)
    },
  )

  test('when it is one line, then line ends become blanks; a body keeps them', () => {
    expect(cleanText('标题\r\n第二行', 'one')).toBe('标题 第二行')
    expect(cleanText('正文\r\n第二行\u2028第三行', 'many')).toBe('正文\n第二行\n第三行')
  })
})

describe('Given a name', () => {
  test.each([
    '张三',
    '阿依古丽·买买提',
    '𠮷野',
    'Anne-Marie O’Neil',
    'Müller',
    'J. R. Smith',
    '欧阳娜娜',
    '一',
    'محمد',
    '김민수',
  ])('when it is %s, then it is somebody’s', (name) => {
    expect(isPersonName(name)).toBe(true)
  })
  test.each([
    '13800138000',
    '张三1',
    '加我微信vx123',
    'abc.com',
    'www.abc',
    '·',
    '---',
    '😀',
    '一三八〇〇一三八',
    '@李四',
    '张三！',
  ])('when it is %s, then it is nobody’s', (name) => {
    expect(isPersonName(name)).toBe(false)
  })
  test('when it signs, then it has two letters at least', () => {
    expect([isSignature('李'), isSignature('李强'), isSignature('Al')]).toEqual([false, true, true])
  })
  test('when it is a subject, then it has letters and no digits', () => {
    expect(['语文', '道德与法治', '科学/综合', 'English', '书法（软笔）'].every(isSubject)).toBe(true)
    expect(['1', '语文2', 'x.com', '…'].some(isSubject)).toBe(false)
  })
})
