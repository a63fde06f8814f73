// Decides how a guardian reads what was decided about them, and asks the principal to look again (G04, G05).
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { presentOwnCase, type OwnCaseView } from './present'

const file = createSender('appeal.file')

definePage({
  data: { cases: [] as OwnCaseView[] },
  reads: 'case.own',
  isForFamily: true,
  loadsOnShow: true,
  ask() {
    return {}
  },
  present({ cases }) {
    return { cases: cases.map((each) => presentOwnCase(each, Date.now())) }
  },
  onAppeal(event: TapEvent) {
    this.openPanel(event.currentTarget.dataset['id'])
  },
  async onSend({ detail: { words } }: ToldEvent<{ words: string }>) {
    const caseId = this.data.panel
    if (await this.act(() => file({ caseId, words }))) await this.load()
  },
})
