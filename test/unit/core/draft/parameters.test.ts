// Proves that numbers are read in every spelling, and only where a clause states them (M01, C01, L14, G04 …).
import { rulesOf } from './drafting'

describe('given numbers in the spellings of papers, when the paper is read', () => {
  it.each([
    ['每户限一人进群。', [{ M01: { seats: 1 } }]],
    ['每名学生入群家长最多三位。', [{ M01: { seats: 3 } }]],
    ['每位学生入群家长不超过叁名。', [{ M01: { seats: 3 } }]],
    ['每名学生入群家长不超过贰人。', [{ M01: { seats: 2 } }]],
    ['一家两个号，多了不行。', [{ M01: { seats: 2 } }]],
    ['每班每周发布的一般性通知原则上不超过5条。', [{ T12: { perWeek: 5 } }]],
    ['表情包一条消息里别超过三个。', [{ C30: { most: 3 } }]],
    ['发现学生未到且没有请假的，班主任半小时内与家长取得联系。', [{ L05: { minutes: 30 } }]],
    ['连续三日未到校又无请假手续的，上门动员，动员无效书面报教导处。', [{ Q20: { days: 3 } }]],
    ['请假三天以内由班主任批准，十天以内由教导处批准。', [{ L14: { headDays: 3, officeDays: 10 } }]],
    ['因病来不及的，返校后两日内补交假条。', [{ L14: { lateDays: 2 } }]],
    ['第一次提醒，第二次禁言一天，第三次禁言七天。', [{ G04: { firstDays: 1, secondDays: 7 } }]],
    ['个别孩子的成绩可以私下告知家长。', [{ C18: { own: 'allow' } }]],
    ['群昵称改成孩子姓名+手机号。', [{ M09: { format: 'child_phone' } }]],
    ['群名片改为“学生姓名+爸爸/妈妈”。', [{ M09: { format: 'child_relation' } }]],
    ['可以转发教育局官网和 school.example.cn 的网址。', [{ C12: { hosts: ['school.example.cn'] } }]],
  ])('then %s', (line, rules) => {
    expect(rulesOf(line)).toEqual(rules)
  })

  it('then two times or more of the same words are as many (C01)', () => {
    expect(rulesOf('同样的文字不得连续发送3遍以上。')).toContainEqual({ C01: { times: 3 } })
  })

  it('then a clause without numbers states none', () => {
    expect(rulesOf('屡次违反的先提醒，再禁言。')).toEqual(['G04'])
  })
})
