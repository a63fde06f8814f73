// Decides what a principal does with the bureau over the school: asks it in, confirms it, ends it, reads it (G22).
import { limits, type BureauSeatState } from '@class-pact/core/contract'
import { presentPermission, sayInspection, type PermissionLine } from '../../../domains/bureau/words'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatMoment } from '../../../services/format'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'

const invite = createSender('bureau.invite')
const confirm = createSender('bureau.confirm')
const end = createSender('bureau.end')

definePage({
  data: {
    ...{ nameMax: limits.NAME_MAX, bureauMax: limits.BUREAU_NAME_MAX, bureau: '', name: '' },
    state: 'none' as BureauSeatState | 'none',
    held: '',
    sub: '',
    waiting: '',
    inspection: '',
    permissions: [] as PermissionLine[],
    terms: `只能用一次，${limits.BUREAU_INVITATION_DAYS}天有效。请直接发给本人；对方填了姓名，您再确认是不是。`,
  },
  ...{ path: '', seen: 0, share: '' },
  query: { schoolId: '' },
  reads: 'bureau.seat',
  loadsOnShow: true,
  onLoad() {
    void wx.updateShareMenu({ isPrivateMessage: true })
  },
  actsAs({ role, schoolId }, query) {
    return role === 'principal' && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId }
  },
  present({ state = 'ended', bureau = '', person = '', since, answered, path = '', expiresAt, ...seat }) {
    this.path = path
    this.seen = answered?.at ?? 0
    this.share = path ? `${currentIdentity()?.schoolName ?? ''}请${bureau}督查` : ''
    const now = Date.now()
    const others = answered?.schools ? `，已在${answered.schools}所学校` : ''
    const subs: Record<BureauSeatState, string> = {
      invited: `已邀请，${formatMoment(expiresAt ?? 0, now)}前有效`,
      answered: `${person}，等您确认是本人${others}`,
      held: `${person}，${formatMoment(since ?? 0, now)}起`,
      ended: '',
    }
    return {
      ...{ state: state === 'ended' ? 'none' : state, held: bureau, sub: subs[state] },
      waiting: seat.waiting > 0 ? `${seat.waiting}份` : '',
      inspection: sayInspection(seat.inspection),
      permissions: seat.permissions.map(presentPermission),
    }
  },
  onBureau(event: WechatMiniprogram.Input) {
    this.setData({ bureau: event.detail.value.trim() })
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value.trim() })
  },
  async onInvite() {
    const { bureau, name } = this.data
    if (await this.act(() => invite({ schoolId: this.query.schoolId, bureau, name }))) await this.load()
  },
  async onConfirm() {
    const { schoolId } = this.query
    if (await this.act(() => confirm({ schoolId, seen: this.seen }))) await this.load()
  },
  async onEnd() {
    const { confirm: sure } = await wx.showModal({
      ...{ title: '结束席位', confirmText: '结束', cancelText: '不结束' },
      content: `${this.data.held}马上看不到本校的数字，也不能再发通知；已发的许可号到期前仍可用。`,
    })
    const { schoolId } = this.query
    if (sure && (await this.act(() => end({ schoolId })))) await this.load()
  },
  onReceived() {
    openPage(ROUTES.bureauReceived(this.query))
  },
  onHandIn() {
    openPage(ROUTES.bureauHandIn(this.query))
  },
  onShareAppMessage() {
    return { title: this.share || '家校约', path: `/${this.path}`, imageUrl: '/assets/invitation.png' }
  },
})
