// Decides the words for every choice a school has about its pact (requirements V1–V19).
import type { VariantId } from '@class-pact/core/pact'

export interface VariantWords {
  title: string
  /** Under the title: what the choice does not reach. */
  note?: string
  options: Record<string, string>
}

/** In the order of the page: when, what, who. */
export const VARIANT_WORDS: Record<VariantId, VariantWords> = {
  V1: {
    title: '安静时间',
    options: {
      evening_20: '晚上8点到早上7点',
      evening_21: '晚上9点到早上7点',
      noon_and_late: '13:00到14:30，晚上9点半到早上7点',
      six_to_23: '晚上11点到早上6点',
      working_hours: '下班后和休息日',
      late_22: '晚上10点到早上7点',
    },
  },
  V2: { title: '作业', options: { forbidden: '当堂布置，不发给家长', allowed: '可以发当天的作业' } },
  V3: { title: '成绩', options: { forbid: '不发', allow: '只能发给孩子自己的家长' } },
  V4: { title: '点名表扬', options: { private: '只用喜报告诉孩子的家长', encouraged: '可以发到班级' } },
  V10: { title: '网址', options: { allow_list: '只放学校认可的', none: '都不放', any: '不限' } },
  V11: { title: '募捐求助', options: { permission: '有教育局许可号才发', never: '一律不发' } },
  V14: { title: '每周通知', options: { three: '最多3份', five: '最多5份', ten: '最多10份', none: '不限' } },
  V16: {
    title: '家长留言',
    options: { opened: '老师开放的通知下可以留言', board: '只看通知，不留言', welcome: '随时可以留言' },
  },
  V18: {
    title: '老师回复留言',
    note: '老师上课时不提醒',
    options: {
      next_day: '一天没回复，请家长打电话',
      minutes: '20分钟内回复',
      free_time: '有空就回，三天没回复请打电话',
    },
  },
  V19: {
    title: '孩子突发不适、受伤',
    note: '每一步都记时间；次序只是先提示哪一步，不拦着做别的',
    options: { at_once: '送医和联系家长同时', hospital: '先送医，再联系家长', guardian: '先联系家长，再送医' },
  },
  G21: {
    title: '没有解决的事',
    note: '正在处理的照原来的办法',
    options: { to_leaders: '到期转校长', four_steps: '班主任、政教处、教导处、校长逐级往上' },
  },
  P06: { title: '相册里的照片', options: { forbid: '家长只看，不保存', allow: '家长可以保存有自己孩子的' } },
  V9: { title: '先审核再发', options: { guardians: '家长的', everyone: '老师和家长的', nobody: '都不审核' } },
  V13: {
    title: '不听劝告的禁言',
    note: '先指导，再提醒；正在处理的照原来的天数',
    options: {
      usual: '1天、7天、30天',
      short: '1天、3天、7天',
      long: '3天、14天、60天',
    },
  },
  V6: {
    title: '每个孩子的家长',
    note: '从生效那天起人人按新的名额；已加入的家长不受影响',
    options: { two: '最多2位', any: '最多6位' },
  },
  V7: {
    title: '家长名片',
    note: '以后加入的家长按新的格式',
    options: {
      relation: '小明妈妈',
      child_parent: '张小明妈妈，祖辈写张小明',
      child_relation: '张小明妈妈、张小明奶奶',
      child_phone: '张小明妈妈，电话只给老师看',
    },
  },
}
export const PAGE_ORDER = Object.keys(VARIANT_WORDS) as VariantId[]
