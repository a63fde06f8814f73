// Decides what is said when the cloud says no to a new school year.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const YEAR_SENTENCES: DomainSentences = {
  codes: {
    YEAR_CHANGED: plainRule('班级和刚才看的不一样了，请再看一遍。', offer('retry', '重新看')),
    YEAR_ASKS: plainRule(({ count }) => `还有${count ?? '几'}个班要您定：改班名，或班名不变。`, offer('retry', '去看')),
    YEAR_BEGUN: plainRule(
      ({ what }) => `新学年第一份通知${what ? `《${what}》` : ''}已经发出，不能再撤销。`,
      offer('retry', '知道了'),
    ),
    YEAR_STATE: plainRule('升级正在进行，请等它做完。', offer('retry', '再看看')),
  },
}
