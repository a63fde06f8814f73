// Decides the registers of contact with families (section H): S3, and what S2 asks beside it.
import { TEACHING, count, day, fill, from, pick, registers, single, text } from './register'

/** The forms of a contact (S3 篇2 二, 篇4.1). */
export const WAYS = { phone: '电话', face: '当面', visit: '家访', online: '网上', paper: '书面', school: '校访' }

export const HOME = registers({
  contacts: {
    title: '联系家长',
    area: 'home',
    keeps: ['H01', 'H09', 'H10', 'H20'],
    sources: [...from('S3', '篇1 二.2', '篇2 二', '篇2 三.2', '篇4.1'), ...from('S2', '家长沟通')],
    about: 'child',
    parts: [
      fill(TEACHING, [
        single('way', '方式', WAYS),
        day('day', '日期'),
        text('matter', '谈了什么'),
        text('feedback', '家长的意见', false),
      ]),
    ],
    period: { kind: 'month' },
    quota: { per: 'filler', least: 'times' },
    many: true,
    contact: 'field',
    feeds: { contacts: {} },
    parameters: { times: count(4, 1, 30) },
    cards: ['先说长处，再说事情，最后说建议。'],
  },
  'home-visits': {
    title: '家访',
    area: 'home',
    keeps: ['H11'],
    sources: from('S3', '篇3 二.1'),
    about: 'child',
    parts: [
      fill(
        ['head_teacher'],
        [
          single('kind', '哪种家访', { own: '小家访（教师个人）', village: '大家访（学校到村）' }),
          day('day', '日期'),
          text('matter', '谈了什么'),
          text('feedback', '家长的意见', false),
          pick('with', '同去的老师', 'person', 5, false),
        ],
      ),
    ],
    period: { kind: 'month' },
    quota: { per: 'filler', least: 'times' },
    many: true,
    contact: 'visit',
    feeds: { contacts: { ways: ['visit'] } },
    parameters: { times: count(1, 1, 10) },
  },
})
