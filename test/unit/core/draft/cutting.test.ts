// Proves that a paper is cut where a reader would cut it, and that each clause knows its place.
import { draftPact } from '@class-pact/core/draft'
import { kindsOf, rulesOf } from './drafting'

const articlesOf = (paper: string) => draftPact(paper).map(({ article }) => article)

describe('given numbering of every kind, when the paper is read', () => {
  it.each([
    ['第三条 群内不发红包。', '第三条'],
    ['三、群内不发红包。', '三'],
    ['（三）群内不发红包。', '(三)'],
    ['3、群内不发红包。', '3'],
    ['3. 群内不发红包。', '3'],
    ['(3) 群内不发红包。', '(3)'],
    ['③ 群内不发红包。', '3'],
    ['2.3 群内不发红包。', '2.3'],
    ['A) 群内不发红包。', 'A'],
    ['★3、群内不发红包。', '3'],
    ['3️⃣ 群内不发红包。', '3'],
    ['● 群内不发红包。', undefined],
    ['群内不发红包。', undefined],
  ])('then %s is cited as %s', (line, article) => {
    expect(articlesOf(line)).toEqual([article])
    expect(rulesOf(line)).toEqual(['C13'])
  })

  it('then a place is cited with the headings above it', () => {
    const paper = '二、信息发布\n（一）教师\n4、不发红包。\n（二）家长\n1、不拉票。'
    expect(articlesOf(paper)).toEqual(['二', '二(一)', '二(一)4', '二(二)', '二(二)1'])
  })

  it('then numbers within one line begin clauses', () => {
    expect(rulesOf('1、不发红包。2、不拉票。3、不搞团购。')).toEqual(['C13', 'C14', 'C15'])
  })
})

describe('given one sentence with two rules, when the paper is read', () => {
  it('then it is cut at the joint', () => {
    expect(draftPact('不得在群内发放、索要红包，不得组织拼单、团购。').map(({ line }) => line)).toEqual([
      '不得在群内发放、索要红包，',
      '不得组织拼单、团购。',
    ])
  })

  it('then halves of one rule stay together', () => {
    expect(draftPact('严禁公布学生成绩、名次；严禁以表格、截图等形式变相公布。')).toHaveLength(1)
  })
})

describe('given a damaged paper, when it is read', () => {
  it('then spaces between characters part nothing', () => {
    expect(rulesOf('5、不得 在 群 中 发 红 包、拉 票 、 集 赞 。')).toEqual(['C13', 'C14'])
  })

  it('then a broken line goes on, also in the middle of a word', () => {
    const paper = [
      '一、学生无故不到校的，班主任要当日查明原因并与监',
      '护人取得联系。',
      '第 1 页',
      '二、学校停课、放假、组织外出，要以书面通知告知家长，由家长签',
      '字交回。',
    ].join('\n')
    expect(rulesOf(paper)).toEqual(['L05', 'N08'])
    expect(kindsOf(paper)).toEqual(['rule', 'none', 'rule'])
  })

  it('then speech without any sign is read too', () => {
    expect(
      rulesOf('第一个就是晚上过了九点就不要在群里讲话了娃娃都睡觉了\n还有就是不要发那个红包\n小孩子自己不要进群'),
    ).toEqual([{ T03: { from: '21:00' } }, 'C13', 'M03'])
  })
})
