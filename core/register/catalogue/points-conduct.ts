// Decides how a class shows itself: assemblies, its week on duty, prizes, awards and criticism: S0-4 三(二), 一.1.
import { marked } from './marks'
import { count, day, fill, from, pick, registers, single, text } from './register'

export const POINTS_CONDUCT = registers({
  'points-assembly': marked({
    title: '集会秩序',
    keeps: ['Q11'],
    article: '4 三(二)2',
    by: ['discipline'],
    period: { kind: 'event' },
    lacking: { listen: '没认真听', notes: '没做记录', talk: '交头接耳', loud: '大声喧哗', others: '影响他人' },
  }),
  'points-duty-week': marked({
    title: '值周服务',
    keeps: ['Q11'],
    article: '4 三(二)3',
    by: ['weekly_duty'],
    period: { kind: 'week' },
    // One class is on duty in a week, not every class.
    quota: { per: 'filler', least: 1 },
    lacking: { patrol: '没有每天巡查', toilets: '厕所没有打扫', service: '服务不主动', team: '配合不好' },
  }),
  'class-prizes': {
    title: '集体比赛获奖',
    area: 'points',
    keeps: ['Q12'],
    sources: from('S0', '4 三(二)4'),
    about: 'class',
    parts: [
      fill(
        ['discipline'],
        [
          single('prize', '几等奖', { first: '一等奖', second: '二等奖', third: '三等奖' }),
          text('activity', '什么比赛'),
          day('day', '日期'),
        ],
      ),
    ],
    reads: ['head_teacher'],
    period: { kind: 'event' },
    many: true,
    points: { kind: 'sum', field: 'prize', choices: { first: 'first', second: 'second', third: 'third' } },
    parameters: { first: count(7, 0, 20, '分'), second: count(5, 0, 20, '分'), third: count(4, 0, 20, '分') },
  },
  'class-awards': {
    title: '通报表彰',
    area: 'points',
    keeps: ['Q13'],
    sources: from('S0', '4 三(二)5'),
    about: 'class',
    parts: [
      fill(
        ['discipline'],
        [
          single('level', '哪一级', { county: '县', city: '市', province: '省', nation: '国家' }),
          text('activity', '什么表彰'),
          day('day', '日期'),
        ],
      ),
    ],
    reads: ['head_teacher'],
    period: { kind: 'event' },
    many: true,
    points: {
      ...{ kind: 'sum', field: 'level' },
      choices: { county: 'county', city: 'city', province: 'province', nation: 'nation' },
    },
    parameters: {
      ...{ county: count(3, 0, 20, '分'), city: count(4, 0, 20, '分') },
      ...{ province: count(5, 0, 20, '分'), nation: count(7, 0, 20, '分') },
    },
  },
  'class-criticism': {
    title: '学校通报批评',
    area: 'points',
    keeps: ['Q14'],
    sources: from('S0', '4 三(二)6'),
    about: 'class',
    parts: [
      fill(
        ['discipline'],
        [
          single('whom', '批评了谁', { class: '班级', pupil: '班里的学生' }),
          text('matter', '什么事'),
          day('day', '日期'),
        ],
      ),
    ],
    reads: ['head_teacher'],
    period: { kind: 'event' },
    many: true,
    points: { kind: 'sum', field: 'whom', choices: { class: -4, pupil: -4 } },
    cards: ['不写学生的名字。'],
  },
  'coordination-meeting': {
    title: '班主任工作协调会',
    area: 'points',
    keeps: ['Q18'],
    sources: from('S0', '4 一.1'),
    about: 'school',
    parts: [
      fill(
        ['office', 'grade_leader'],
        [day('day', '日期'), pick('present', '到会的老师', 'person', 80), text('minutes', '说了什么，怎么定的')],
      ),
    ],
    reads: ['head_teacher', 'discipline'],
    period: { kind: 'week' },
    quota: { per: 'subject', least: 'times' },
    many: true,
    parameters: { times: count(1, 1, 5) },
  },
})
