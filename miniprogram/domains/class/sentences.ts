// Decides what is said when the cloud says no about the members of a class, or about what one of them did.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const CLASS_SENTENCES: DomainSentences = {
  rules: { NOT_COMMITTEE: 'M06' },
  codes: {
    CHILD_STATE: plainRule('这个孩子的情况刚刚有变化，请再看一遍。', offer('retry', '重新看')),
    CLASS_FULL: plainRule('这个班的人数已满，不能再加。', offer('acknowledge')),
    CASE_OPEN: plainRule('这位家长的事正在处理，请接着那一件办。', offer('acknowledge')),
    CASE_STATE: plainRule('这件事已了结，或已转校长处理。', offer('acknowledge')),
    APPEAL_OPEN: plainRule('您的申诉校长还在看，答复后会显示在这里。', offer('acknowledge')),
    APPEAL_ANSWERED: plainRule('这份申诉已经答复过了。', offer('acknowledge')),
    CASE_STEP: plainRule('要一步一步来，只能做下一步。', offer('acknowledge')),
  },
  fields: {
    evidence: '经过要有看得见的字。',
    no: '这个座号班里已有人用，请换一个，或先不填。',
    nickname: '小名只写文字。',
    from: '这一天太早或太晚，请选一个月内或本学期的日子。',
    'contact.phone': '手机号要11位，请再看一下。',
  },
}
