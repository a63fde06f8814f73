// Decides how a guardian looks at the own card again and confirms it: it is composed, never typed (M09, M10).
import type { Relation } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClass } from '../../../services/format'
import { goBack } from '../../../services/routes'
import { ownChildren, refreshSession } from '../../../services/session'
import { previewCard, RELATION_OPTIONS } from '../invite/present'

const confirmCard = createSender('card.confirm')

definePage({
  data: {
    relations: RELATION_OPTIONS,
    childName: '',
    schoolName: '',
    className: '',
    relation: '' as Relation | '',
    card: '',
  },
  query: { childId: '' },
  isForFamily: true,
  refusesOnTop: true,
  async load() {
    // The name or the class has just changed: what the phone knew of it is what is not to be confirmed.
    const session = await refreshSession()
    const own = ownChildren().find(({ childId }) => childId === this.query.childId)
    if (!session.ok) return this.setData({ 'frame.view': 'failed' })
    if (!own) return this.setData({ 'frame.view': 'ready' })
    const { childName = '', relation = '', className = '', schoolName } = own
    const card = previewCard(childName, relation)
    this.setData({ childName, schoolName, className: formatClass(className), relation, card, 'frame.view': 'ready' })
  },
  onRelation(event: ToldEvent<{ value: Relation }>) {
    const relation = event.detail.value
    this.setData({ relation, card: previewCard(this.data.childName, relation) })
  },
  async onConfirm() {
    const { relation } = this.data
    if (!relation) return
    const { childId } = this.query
    if (!(await this.act(() => confirmCard({ childId, relation })))) return
    await refreshSession()
    goBack()
  },
})
