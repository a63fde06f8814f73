// Decides whether names, links, telephone and identity numbers are found, and look-alikes are not.
import {
  findLinks,
  findMentions,
  findPhones,
  isAllowedHost,
  isIdNumber,
  isPayCard,
  readText,
} from '../../../../core/judge/text'

const roster = [{ name: '张小明', nicknames: ['豆豆'] }, { name: '李思涵' }, { name: '高兴' }, { name: '欧阳子墨' }]
const mentions = (written: string) => findMentions(readText(written).tight, roster).map(({ index }) => index)
const hosts = (written: string) => findLinks(readText(written).plain.text).map(({ host }) => host)

describe('children of the roster', () => {
  it.each([
    ['the full name', '张小明今天来了', [0]],
    ['a split name', '张 小 明今天来了', [0]],
    ['a masked name', '张*明今天来了', [0]],
    ['a name by its sound', '章小鸣今天来了', [0]],
    ['the given name with 同学', '今天小明同学来了', [0]],
    ['the surname with 同学', '张同学今天来了', [0]],
    ['a nickname', '豆豆今天来了', [0]],
    ['several', '张小明、李思涵', [0, 1]],
    ['an everyday word with 同学', '高兴同学来了', [2]],
    ['a double surname', '子墨同学', [3]],
  ])('C22 given %s, when read, then the child is found: %s', (_, written, found) => {
    expect(mentions(written)).toEqual(found)
  })
  it('C22 given everyday words, when read, then no child is found', () => {
    expect(mentions('高兴地告诉大家，小明星比赛开始了')).toEqual([])
    expect(mentions('一位同学的思考')).toEqual([])
  })
  it('C24 given a family, when read, then it is the family that is spoken of', () => {
    expect(findMentions(readText('感谢张小明妈妈').tight, roster)[0]?.isFamily).toBe(true)
  })
})

describe('links', () => {
  it.each([
    ['https://pan.baidu.com/s/1a', ['pan.baidu.com']],
    ['打开 dv76a.top 看', ['dv76a.top']],
    ['ｗｗｗ。ｊｉａ。ｃｏｍ', ['jia.com']],
    ['shuidi点com/abc', ['shuidi.com']],
    ['w w w . a b c . c o m', ['abc.com']],
    ['http://118.24.3.5:8080/x', ['118.24.3.5']],
    ['t.cn/A6xyz', ['t.cn']],
  ])('C11 given %s, when read, then the host is %s', (written, found) => {
    expect(hosts(written)).toEqual(found)
  })
  it.each(['8@qq.com', '作息表.docx', '8.30到校', '版本v2.0', '3.5元', '2026.9.1', 'No.1', 'a.m.'])(
    'C11 given %s, when read, then there is no link',
    (written) => expect(hosts(written)).toEqual([]),
  )
  it('C12 given an allow-list, when asked, then an entry covers itself and its sub-domains only', () => {
    expect(isAllowedHost('zxx.edu.cn', ['edu.cn'])).toBe(true)
    expect(isAllowedHost('notexample.com', ['example.com'])).toBe(false)
    expect(isAllowedHost('example.com.evil.net', ['https://example.com/x'])).toBe(false)
    expect(isAllowedHost('a.com', [''])).toBe(false)
  })
})

describe('numbers', () => {
  it('C28 given an identity number, when one digit is wrong, then it is none', () => {
    expect(isIdNumber('11010519491231002x')).toBe(true)
    expect(isIdNumber('110105194912310021')).toBe(false)
    expect(isIdNumber('110105194913310029')).toBe(false)
  })
  it('C28 given a bank card, when its check digit is wrong, then it is none', () => {
    expect(isPayCard('6222020000000000005')).toBe(isPayCard('6222020000000000005'))
    expect(
      ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].filter((d) => isPayCard(`621700001000000000${d}`)),
    ).toHaveLength(1)
  })
  it.each([
    '13812345678',
    '138-1234-5678',
    '１３８００１１２２３３',
    '一三八零零一一二二三三',
    '1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣',
  ])('C28 given %s, when read, then it is a mobile number', (written) =>
    expect(findPhones(readText(written).plain.text).map(({ kind }) => kind)).toEqual(['mobile']),
  )
  it.each(['订单202609091234567', '110、120', '8:30-11:30', '2026-09-09'])(
    'C28 given %s, when read, then it is no telephone',
    (written) => expect(findPhones(readText(written).plain.text)).toEqual([]),
  )
})
