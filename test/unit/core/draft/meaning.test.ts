// Proves that a clause is what it really says: negations, permissions, exceptions, history, penalties, duties.
import { clauseOf, kindsOf, rulesOf } from './drafting'

describe('given what a clause allows or forbids, when the paper is read', () => {
  it.each([
    ['教师可以在群内发布当天的作业。', ['C21']],
    ['老师不得在群里布置作业。', ['C20']],
    ['家长可以在群里发链接。', []],
    ['群里不发任何链接。', ['C11']],
    ['家长可以发红包热闹一下。', []],
    ['除紧急情况外，不得在群内发红包。', ['C13']],
    ['广告、拉票一律不发。', ['C10', 'C14']],
    ['不得要求家长给孩子点赞投票。', ['C14']],
    ['可不可以发广告？', []],
  ])('then %s', (line, rules) => {
    expect(rulesOf(line)).toEqual(rules)
  })

  it('then a list under “禁止以下行为” is forbidden', () => {
    expect(rulesOf('一、禁止以下行为：\n1、发红包；\n2、拉票；\n3、团购。')).toEqual(['C13', 'C14', 'C15'])
  })

  it('then the columns of a table pasted flat decide', () => {
    const table = '序号 项目 可以 不可以\n1 作业 当天作业清单可发布 要求家长批改\n2 红包 无 任何金额的红包'
    expect(rulesOf(table)).toEqual(expect.arrayContaining(['C21', 'C13']))
  })
})

describe('given what was, what others do and examples, when the paper is read', () => {
  it.each([
    '去年曾有家长在群里发广告，闹得很不愉快。',
    '有的学校禁止家长在群里说话，我们不这样做。',
    '上学期隔壁群有家长半夜吵架。',
  ])('then %s is no rule', (line) => {
    expect(rulesOf(line)).toEqual([])
  })

  it('then what follows from it is one', () => {
    expect(rulesOf('去年曾有家长在群里卖货，今后严禁在群内发红包。')).toEqual(['C13'])
  })
})

describe('given what no program may carry out, when the paper is read (G08)', () => {
  it.each([
    '违反三次者罚款20元，用于班费。',
    '情节严重的予以解聘。',
    '学生私带手机入校的，当场没收。',
    '取消当学期营养餐补助。',
    '班主任可以检查学生的书包和手机。',
    '不写作业的孩子罚站一节课。',
    '在校门口张贴违规家长名单。',
    '涉嫌违法犯罪的，移送公安机关处理。',
  ])('then %s proposes nothing', (line) => {
    expect(kindsOf(line)).toEqual(['not_enforced'])
    expect(rulesOf(line)).toEqual([])
  })

  it('then the rule before a fine is one, and the fine is none', () => {
    const paper = '严禁在群内发红包，违者罚款50元。'
    expect(kindsOf(paper)).toEqual(['rule', 'not_enforced'])
    expect(rulesOf(paper)).toEqual(['C13'])
  })

  it('then a ban on such things is a rule (C38)', () => {
    expect(rulesOf('严禁体罚和变相体罚学生，不挖苦、不罚站。')).toEqual(['C38'])
  })
})

describe('given clauses without a rule, when the paper is read', () => {
  it.each([
    ['班主任每学期家访不少于全班学生的三分之一，并做好记录。', 'duty'],
    ['让我们彼此多一份理解，多一份体谅，静待花开。', 'principle'],
    ['家长签名：__________  幼儿姓名：__________', 'form'],
    ['本办法由德育处负责解释，自印发之日起施行。', 'none'],
    ['青禾苑幼儿园小班家园群公约', 'none'],
    ['每周□□前由□□□将□□发至□□群，不得□□。', 'unknown'],
  ])('then %s is of kind %s', (line, kind) => {
    expect(kindsOf(line)).toEqual([kind])
  })

  it('then an unknown one is asked about with at most three rules', () => {
    const { kind, maybe } = clauseOf('群内发言不得影响大家，第九条同前。', '发言')
    expect(kind).toBe('unknown')
    expect(maybe?.length).toBeGreaterThan(0)
    expect(maybe?.length).toBeLessThanOrEqual(3)
  })
})
