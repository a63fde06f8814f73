// Decides what is said when the cloud says no to a draw or to a family's sheet (H04).
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const DRAW_SENTENCES: DomainSentences = {
  codes: {
    DRAW_STATE: plainRule(
      '这份问卷已经填过、作废或结束，或者这次没有抽到您家，请再看一遍。',
      offer('retry', '重新看'),
      offer('back_to_today'),
    ),
  },
  fields: { percent: '抽取的家庭不能少于学校规定的比例。' },
}
