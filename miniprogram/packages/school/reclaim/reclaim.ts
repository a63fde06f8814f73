// Decides how a principal who lost the account gets the school back: with a new code of the operator (M13).
import { limits } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { plainRefusal } from '../../../services/refusals'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { chooseIdentity, refreshSession } from '../../../services/session'

const reclaim = createSender('school.reclaim')

definePage({
  data: { code: '', name: '', codeMax: limits.TOKEN_MAX, nameMax: limits.NAME_MAX },
  onCode(event: WechatMiniprogram.Input) {
    this.setData({ code: event.detail.value.trim(), refusal: null })
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value.trim(), refusal: null })
  },
  onPrivacy() {
    openPage(ROUTES.privacy())
  },
  async onReclaim() {
    const { code, name } = this.data
    if (!code || !name) return this.setData({ refusal: plainRefusal(`还缺${code ? '姓名' : '新激活码'}。`) })
    const taken = await this.act(() => reclaim({ code, consent: true, principalName: name }))
    if (!taken) return
    await refreshSession()
    chooseIdentity(taken.identity.key)
    openTab('today')
  },
})
