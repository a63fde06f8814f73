// Decides how a family says that their child is not to be seen in the class's photos, child by child (不出镜, P02).
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { openSession, ownChildren } from '../../../services/session'
import { presentChoices, type ChoiceView, type Shown } from './present'

const choose = createSender('photo.choose')

definePage({
  data: {
    choices: [] as ChoiceView[],
    options: [
      { value: 'shown', label: '可以出镜' },
      { value: 'hidden', label: '不出镜' },
    ],
  },
  isForFamily: true,
  refusesOnTop: true,
  async load() {
    await openSession()
    const own = ownChildren().map(({ childId = '', childName = '' }) => ({ childId, childName }))
    if (own.length === 0) return this.setData({ 'frame.view': 'forbidden' })
    const replies = await Promise.all(own.map(({ childId }) => call('photo.choice', { childId })))
    const known = own.flatMap((child, index) => {
      const reply = replies[index]
      return reply?.ok ? [{ ...child, shown: reply.data.shown }] : []
    })
    this.setData({
      choices: presentChoices(known),
      'frame.view': known.length === own.length ? 'ready' : 'failed',
    })
  },
  async onChoose(event: ToldEvent<{ value: Shown }>) {
    const childId = event.currentTarget.dataset['id'] as string
    const shown = event.detail.value === 'shown'
    const { choices } = this.data
    const before = choices.find((each) => each.childId === childId)
    if (!before || before.value === event.detail.value) return
    const done = await this.act(() => choose({ childId, shown }))
    // What was not taken stands as it stood.
    const after = choices.map((each) =>
      each === before && done ? { ...each, value: event.detail.value } : { ...each },
    )
    this.setData({ choices: after })
  },
})
