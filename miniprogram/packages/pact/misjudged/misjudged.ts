// Decides how a principal sees which rules were found wrong, says so of each example, and softens a rule (G15).
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'
import { presentExamples, presentRules, type ExampleView, type RuleCountView } from './present'

const answer = createSender('misjudgement.answer')

definePage({
  data: { rules: [] as RuleCountView[], examples: [] as ExampleView[] },
  query: { schoolId: '' },
  reads: 'misjudgement.list',
  list: 'misjudgements',
  loadsOnShow: true,
  actsAs({ role, schoolId }, query) {
    return role === 'principal' && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId }
  },
  present(list) {
    const school = currentIdentity()?.schoolKind ?? 'primary'
    return { rules: presentRules(list), examples: presentExamples(list.misjudgements, Date.now(), school) }
  },
  async onAnswer(event: TapEvent) {
    const { id: misjudgementId, agrees } = event.currentTarget.dataset as { id: string; agrees: boolean }
    if (await this.act(() => answer({ misjudgementId, agrees }))) await this.load()
  },
  /** On to the choices of a new version, with this rule only telling. */
  onSoften(event: TapEvent) {
    openPage(ROUTES.preset({ schoolId: this.query.schoolId, soft: event.currentTarget.dataset['rule'] as string }))
  },
})
