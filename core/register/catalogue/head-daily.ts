// Decides the registers of a head teacher's days and weeks, and of safety in the class: S2.
import { check, clock, count, fill, from, registers, several, sign, signature, single, text } from './register'
import { INSPECTING } from './parts'

export const HEAD_DAILY = registers({
  'class-log': {
    title: '班级日志',
    area: 'head',
    keeps: ['D01'],
    sources: [...from('S2', '第二条8'), ...from('S0', '4 三(一)3')],
    about: 'class',
    parts: [
      fill(
        ['head_teacher', 'teacher'],
        [check('lessons', '课堂纪律正常'), check('breaks', '课间没有追逐打闹'), text('notes', '今天的情况', false)],
      ),
      sign(['head_teacher'], [signature()]),
    ],
    reads: INSPECTING,
    period: { kind: 'day', before: 'before' },
    parameters: { before: clock('16:30', '12:00', '20:00') },
  },
  'daily-checks': {
    title: '一日常规',
    area: 'head',
    keeps: ['D03'],
    sources: from('S2', '第二条3', '第二条4', '第二条5', '第二条6', '第二条7', '第二条9', '二.1(1)', '教学班主任 1'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          check('cleaning', '扫除，教室和清洁区已抽查'),
          check('exercise', '课间操已到班巡查'),
          check('eyes', '眼保操认真做了'),
          check('breaks', '课间没有追逐疯闹'),
          check('lessons', '巡查了一两门课，和任课教师通了气'),
          check('leaving', '放学到班：清洁、安全叮嘱、关窗锁门'),
        ],
      ),
    ],
    reads: INSPECTING,
    period: { kind: 'day', before: 'before' },
    parameters: { before: clock('17:30', '12:00', '21:00') },
  },
  'weekly-checks': {
    title: '一周常规',
    area: 'head',
    keeps: ['D04'],
    sources: from(
      'S2',
      ...['第三条1', '第三条2', '第三条3', '第三条4', '第三条5', '第三条6', '第三条7'],
      ...['二.1(2)', '教学班主任 6', '工作制度(2) 一.3'],
    ),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          check('tasks', '学校布置的工作已完成'),
          check('flag', '升旗仪式到场'),
          check('meeting', '班会专时专用，总结了上周'),
          check('officers', '培训了一次学生干部'),
          check('hygiene', '检查了个人卫生'),
          check('wednesday', '周三小扫除，检查后离校'),
          check('weekend', '周末大扫除，检查后离校'),
          check('property', '周五自查了班级财产'),
          text('notes', '这一周的情况', false),
        ],
      ),
    ],
    reads: INSPECTING,
    period: { kind: 'week', on: 5 },
  },
  'safety-lessons': {
    title: '安全教育记载',
    area: 'head',
    keeps: ['D02', 'D14'],
    sources: from('S2', '第二条10', '安全职责 三', '教学班主任 7'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher', 'teacher'],
        [
          several('topics', '讲了什么', {
            traffic: '交通',
            water: '防溺水',
            fire: '消防',
            food: '饮食',
            bully: '防欺凌',
            net: '上网',
            ill: '防病',
            other: '其他',
          }),
          single('form', '怎么讲的', { reminder: '随堂提醒', meeting: '班会', talk: '请人来讲', drill: '演练' }),
          text('notes', '还要记的', false),
        ],
      ),
    ],
    period: { kind: 'event' },
    many: true,
  },
  'safety-duties': {
    title: '每月安全职责',
    area: 'head',
    keeps: ['D14'],
    sources: from('S2', '安全职责 一', '安全职责 二', '安全职责 四', '安全职责 五', '安全职责 六'),
    about: 'class',
    parts: [
      fill(
        ['head_teacher'],
        [
          check('rules', '安全制度和要求已讲给学生'),
          check('patrol', '教室（宿舍）已巡查'),
          check('power', '用电、火源没有隐患'),
          check('habits', '饮食和卫生习惯已看过'),
          check('events', '突发事件都已报告'),
          check('families', '安全上的问题已告诉家长'),
          several(
            'also',
            '这个月还做了',
            { drill: '消防、逃生演练', talk: '安全讲座', training: '参加安全培训', team: '参加学校安全小组' },
            false,
          ),
          text('risks', '要学校解决的隐患', false),
        ],
      ),
    ],
    period: { kind: 'month' },
    quota: { per: 'subject', least: 'times' },
    many: true,
    parameters: { times: count(1, 1, 8) },
  },
})
