// Proves that a class's grade is read off its name, and that an office's card says whose it is.
import { composeOfficeCard, gradeOfClass, gradeWord } from '@class-pact/core/family'

describe('M17 the grade of a class', () => {
  test.each([
    ['三（2）班', '三', '三年级'],
    ['九（12）班', '九', '九年级'],
    ['初一（3）班', '初一', '初一'],
    ['高三（1）班', '高三', '高三'],
    ['小一班', '小', '小班'],
    ['中十二班', '中', '中班'],
    ['学前二班', '学前', '学前班'],
  ] as const)('given %s, then it is of the grade %s', (name, grade, word) => {
    expect(gradeOfClass(name)).toBe(grade)
    expect(gradeWord(grade)).toBe(word)
  })

  test.each(['小熊班', '向日葵班', '2023级（2）班', '', '十（1）班'])('given %s, then it is of none', (name) => {
    expect(gradeOfClass(name)).toBeUndefined()
  })

  test('given an officer, then the card names grade and office before the name', () => {
    expect(composeOfficeCard({ name: '欧阳丽' }, 'grade_leader', '三')).toBe('三年级组长欧阳老师')
    expect(composeOfficeCard({ name: '孙丽' }, 'discipline')).toBe('政教处孙老师')
  })
})
