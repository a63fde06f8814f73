// Decides how somebody of the bureau answers a principal's card: who they are, agreed once, then confirmed (G22).
import { limits } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage, openTab } from '../../../services/routes'

const accept = createSender('bureau.accept')

definePage({
  data: {
    nameMax: limits.NAME_MAX,
    school: '',
    bureau: '',
    inviter: '',
    name: '',
    answered: false,
    ended: false,
  },
  query: { token: '' },
  reads: 'bureau.invitation',
  refusesOnTop: true,
  ask({ token }) {
    return { token }
  },
  present({ schoolName: school, bureau, inviter, answered }) {
    return { school, bureau, inviter, answered: answered ?? false }
  },
  async load() {
    const reply = await this.read()
    const ended = !reply.ok && (reply.error.code === 'INVITATION_INVALID' || reply.error.code === 'INPUT_INVALID')
    if (ended) this.setData({ ended: true, 'frame.view': 'ready' })
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value.trim() })
  },
  onPrivacy() {
    openPage(ROUTES.privacy())
  },
  async onAccept() {
    const { name } = this.data
    const { token } = this.query
    if (await this.act(() => accept({ token, consent: true, name }))) this.setData({ answered: true })
  },
  onToday() {
    openTab('today')
  },
})
