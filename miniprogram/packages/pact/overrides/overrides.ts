// Decides how leaders look at urgent posts that went out in quiet hours: each with its reason, one tap says it was seen (T01).
import { createSender } from '../../../services/cloud'
import { dressPage, loadPage, newFrame, submitOnce } from '../../../services/page-frame'
import { presentFailure } from '../../../services/refusals'
import { openTab } from '../../../services/routes'
import type { Refusal } from '../../../services/sentences'
import { isLeader, switchTo } from '../../../services/session'
import { presentOverrides, type OverridesView } from './present'

const see = createSender('override.see')

Page({
  data: {
    frame: newFrame(),
    view: { overrides: [], more: '' } as OverridesView,
    loaded: false,
    refusal: null as Refusal | null,
  },
  schoolId: '',

  onLoad({ schoolId = '' }: { schoolId?: string }) {
    this.schoolId = schoolId
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { schoolId } = this
    await loadPage(
      this,
      'override.list',
      () => {
        switchTo((each) => isLeader(each.role) && each.schoolId === schoolId)
        return { schoolId }
      },
      (found) => ({ view: presentOverrides(found, Date.now()), loaded: true }),
    )
  },
  async onSee(event: WechatMiniprogram.TouchEvent) {
    const noticeId: string = event.currentTarget.dataset['id']
    const reply = await submitOnce(this, () => see({ noticeId }))
    if (!reply) return
    if (reply.ok) await this.load()
    else this.setData({ refusal: presentFailure(reply.error) })
  },
  onWay(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.setData({ refusal: null })
    if (event.detail.code === 'back_to_today') openTab('today')
    else void this.load()
  },
})
