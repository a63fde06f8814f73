// Decides the words for every parameter of a rule: its label, its unit, and the words of a closed list (V1–V14).

export interface FieldWords {
  label: string
  /** % is stored as a share of one. */
  unit?: string
  options?: Record<string, string>
}

const PUBLISHING = { free: '直接发', review: '先审核', none: '不发' }

/** By rule and parameter where the same name means different things, else by parameter. */
export const FIELD_WORDS: Readonly<Record<string, FieldWords>> = {
  from: { label: '安静时间开始' },
  to: { label: '安静时间结束' },
  noonFrom: { label: '午休开始' },
  noonTo: { label: '午休结束' },
  seats: { label: '每个孩子最多几位家长', unit: '位' },
  format: {
    label: '名片的写法',
    options: {
      relation: '小明妈妈',
      child_parent: '张小明妈妈，祖辈写张小明',
      child_relation: '张小明妈妈、张小明奶奶',
      child_phone: '张小明妈妈，电话只给老师看',
    },
  },
  'C01.times': { label: '第几遍起不发', unit: '遍' },
  'C02.times': { label: '说到第几次提醒', unit: '次' },
  'C02.withinMinutes': { label: '多长时间内算', unit: '分钟' },
  perMinute: { label: '一分钟最多', unit: '条' },
  hosts: { label: '学校认可的网址' },
  own: { label: '一对一告诉孩子的家长', options: { allow: '可以', forbid: '不发' } },
  most: { label: '一次最多几个表情', unit: '个' },
  share: { label: '少于中位数的多少会提醒', unit: '%' },
  'P03.perWeek': { label: '每周最多', unit: '次' },
  'T12.perWeek': { label: '每班每周最多', unit: '份' },
  longest: { label: '最多字数', unit: '字' },
  'N03.withinMinutes': { label: '多长时间内算同一件事', unit: '分钟' },
  afterSchool: { label: '放学时间' },
  minutes: { label: '多久没有消息，告知校长', unit: '分钟' },
  days: { label: '没请假又没到校', unit: '天' },
  hours: { label: '多久没有回复，请打电话', unit: '小时' },
  'T11.minutes': { label: '多久以内回复', unit: '分钟' },
  save: { label: '家长保存有自己孩子的照片', options: { forbid: '只看，不保存', allow: '可以保存' } },
  'G21.headDays': { label: '在班主任那里最多，0是不经过', unit: '天' },
  'G21.disciplineDays': { label: '在政教处最多，0是不经过', unit: '天' },
  'G21.officeDays': { label: '在教导处那里最多，0是不经过', unit: '天' },
  lateDays: { label: '病假最多补交', unit: '天' },
  headDays: { label: '班主任最多批', unit: '天' },
  officeDays: { label: '教导处最多批，更长的校长批', unit: '天' },
  subject: { label: '任课老师发给班级', options: PUBLISHING },
  head: { label: '班主任发给班级', options: PUBLISHING },
  grade: { label: '年级组长发给年级', options: PUBLISHING },
  office: { label: '教导处发给学校、教职工', options: PUBLISHING },
  by: { label: '任课老师的由谁审核', options: { leader: '教导处', head_teacher: '班主任' } },
  firstDays: { label: '第一次禁言', unit: '天' },
  secondDays: { label: '第二次禁言', unit: '天' },
  thirdDays: { label: '第三次禁言', unit: '天' },
  leadersAfterDays: { label: '几天没解决转校长', unit: '天' },
}
