// Decides how leaders look at urgent posts that went out in quiet hours: each with its reason, one tap says it was seen (T01).
import type { Override, Overrides } from '@class-pact/core/contract'
import { call, createSender } from '../../../services/cloud'
import { newLongList } from '../../../services/long-list'
import { dressPage, loadPage, newFrame, submitOnce } from '../../../services/page-frame'
import { presentFailure } from '../../../services/refusals'
import { openTab } from '../../../services/routes'
import type { Refusal } from '../../../services/sentences'
import { isLeader, switchTo } from '../../../services/session'
import { presentOverrides, type OverrideView } from './present'

const see = createSender('override.see')

Page({
  data: {
    frame: newFrame(),
    overrides: [] as OverrideView[],
    left: 0,
    loaded: false,
    refusal: null as Refusal | null,
  },
  schoolId: '',
  waiting: newLongList<Overrides, Override>(({ overrides }) => overrides),

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
      (found) => {
        this.waiting.begin(found)
        return { ...this.shown(), loaded: true }
      },
    )
  },
  shown() {
    const { rows, left } = this.waiting
    return { overrides: presentOverrides(rows, Date.now()), left }
  },
  async onMore() {
    const { schoolId } = this
    if (await this.waiting.more((after) => call('override.list', { schoolId, after }))) this.setData(this.shown())
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
