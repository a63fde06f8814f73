// Decides how rules that were found wrong read to the principal: how often, what was written, what is proposed.
import type {
  Instant,
  Misjudgement,
  MisjudgementList,
  MisjudgedKind,
  MisjudgedVerdict,
  SchoolKind,
} from '@class-pact/core/contract'
import { isRuleId } from '@class-pact/core/pact'
import { titleOf } from '@class-pact/core/pact-words'
import { formatMoment } from '../../../services/format'
import { roleWord } from '../../../services/words'

const KINDS: Record<MisjudgedKind, string> = {
  ...{ notice: '通知', comment: '留言', private: '私聊', leave: '假条', album: '相册' },
}
const VERDICTS: Record<MisjudgedVerdict, string> = {
  ...{ warn: '提醒了', hold: '先审核', deflect: '请改发', refuse: '没有发出' },
}

export interface RuleCountView {
  rule: string
  title: string
  /** 6次，4人 */
  text: string
  proposed: boolean
}
export interface ExampleView {
  misjudgementId: string
  title: string
  text: string
  sub: string
  doubted: string
  /** 是误判; 不是误判; '' while nobody has said. */
  answer: string
  label: string
}

const nameOf = (rule: string) => (isRuleId(rule) ? titleOf(rule) : rule)

export function presentRules({ rules }: Pick<MisjudgementList, 'rules'>): RuleCountView[] {
  return rules.map(({ rule, count, people, proposed }) => ({
    ...{ rule, proposed, title: nameOf(rule) },
    text: `${String(count)}次，${String(people)}人`,
  }))
}

export function presentExamples(examples: readonly Misjudgement[], now: Instant, school: SchoolKind): ExampleView[] {
  return examples.map(({ misjudgementId, rule, verdict, kind, role, text, at, agreed, doubted }) => ({
    ...{ misjudgementId, text, title: nameOf(rule) },
    sub: `${roleWord(role, school)}的${KINDS[kind]}，${VERDICTS[verdict]}，${formatMoment(at, now)}`,
    doubted: doubted ? '微信检查：需人工看' : '',
    answer: agreed === undefined ? '' : agreed ? '是误判' : '不是误判',
    label: `${nameOf(rule)}${text}`,
  }))
}
