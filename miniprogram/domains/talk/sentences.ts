// Decides what is said when the cloud says no to a talk or a letter.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const TALK_SENTENCES: DomainSentences = {
  rules: { MUTED: 'G04' },
  codes: {
    TALK_STATE: plainRule('这件事刚刚有了变化，请再看一遍。', offer('retry', '重新看')),
    LETTER_DECIDED: plainRule('这封信已经有人看过了。', offer('retry', '重新看')),
  },
  fields: {
    matter: '请用一句话写是什么事，最多20个字。',
    childId: '请先选一个孩子。',
    'to.teacher': '这位老师现在不教这个班，请重新选。',
  },
}
