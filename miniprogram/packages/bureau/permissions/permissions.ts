// Decides how the bureau issues permission numbers, sees where they were used, and takes them back (C16, G22).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { limits, type Day, type PermissionUses } from '@class-pact/core/contract'
import { presentPermission, type PermissionLine } from '../../../domains/bureau/words'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatLongDate } from '../../../services/format'
import { currentIdentity } from '../../../services/session'

const issue = createSender('permission.issue')
const end = createSender('permission.end')
/** A collection takes some weeks. */
const DAYS_USUAL = 30
const USES: { value: PermissionUses; label: string }[] = [
  { value: 'once', label: '用一次' },
  { value: 'many', label: '可多次用' },
]

definePage({
  data: {
    permissions: [] as PermissionLine[],
    schools: [] as { value: string; label: string }[],
    ...{ schoolId: '', purpose: '', purposeMax: limits.LABEL_MAX, uses: 'once' as PermissionUses, kinds: USES },
    ...{ to: '' as Day, toText: '', picking: false, first: '', last: '' },
  },
  reads: 'permission.list',
  list: 'permissions',
  refusesInPanel: true,
  actsAs: ({ role }) => role === 'bureau',
  ask() {
    const identity = currentIdentity()
    return identity && { identity: identity.key }
  },
  present({ permissions }) {
    return { permissions: permissions.map(presentPermission) }
  },
  async onNew() {
    const reply = await call('bureau.schools', { identity: currentIdentity()?.key ?? '' })
    if (!reply.ok) return this.refuse(reply.error)
    const schools = reply.data.schools.map(({ schoolId: value, schoolName: label }) => ({ value, label }))
    const first = beijingDay(Date.now())
    const to = addDays(first, DAYS_USUAL)
    const days = { first, last: addDays(first, limits.PERMISSION_DAYS_MAX), to, toText: formatLongDate(to) }
    this.openPanel('new', { schools, schoolId: schools[0]?.value ?? '', purpose: '', uses: 'once', ...days })
  },
  onSchool(event: ToldEvent<{ value: string }>) {
    this.setData({ schoolId: event.detail.value })
  },
  onPurpose(event: WechatMiniprogram.Input) {
    this.setData({ purpose: event.detail.value.trim() })
  },
  onUses(event: ToldEvent<{ value: PermissionUses }>) {
    this.setData({ uses: event.detail.value })
  },
  onTo() {
    this.setData({ picking: true })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const to = event.detail.value.slice(0, 10)
    this.setData({ to, toText: formatLongDate(to), picking: false })
  },
  onPickerClose() {
    this.setData({ picking: false })
  },
  async onIssue() {
    const { schoolId, purpose, uses, to } = this.data
    const identity = currentIdentity()?.key ?? ''
    const wanted = { identity, schoolId, purpose, uses, from: beijingDay(Date.now()), to }
    if (await this.act(() => issue(wanted))) await this.load()
  },
  async onEnd(event: TapEvent) {
    const permissionId = event.currentTarget.dataset['id'] as string
    const { confirm } = await wx.showModal({
      ...{ title: '收回许可号', content: '学校不能再用它发募捐求助；已发出的不受影响。' },
      ...{ confirmText: '收回', cancelText: '不收回' },
    })
    if (confirm && (await this.act(() => end({ permissionId })))) await this.load()
  },
})
