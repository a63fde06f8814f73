// Decides how a school begins: a code opens it, then roster, classes and head teachers (screens.md 3.21, M12).
import { limits } from '@class-pact/core/contract'
import type { SchoolKind } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { openPages } from '../../../domains/join/print'
import { askPhone } from '../../../domains/class/office-phone'
import { plainRefusal } from '../../../services/refusals'
import {
  chooseIdentity,
  currentIdentity,
  isLeader,
  openSession,
  refreshSession,
  switchTo,
} from '../../../services/session'
import { presentSchool } from './present'
import type { SchoolView } from './present'
import type { StepKey } from './steps'

const activate = createSender('school.activate')
const updateSchool = createSender('school.update')
const KINDS: { value: SchoolKind; label: string }[] = [
  { value: 'primary', label: '小学' },
  { value: 'kindergarten', label: '幼儿园' },
]
/** The fields of an activation, in the order of the form. */
const FIELDS = [
  { key: 'code', label: '激活码', placeholder: '开通人员给您的', max: limits.TOKEN_MAX },
  { key: 'schoolName', label: '学校', placeholder: '学校全称', max: limits.LABEL_MAX },
  { key: 'principalName', label: '姓名', placeholder: '您的真实姓名', max: limits.NAME_MAX },
] as const
type Field = (typeof FIELDS)[number]['key']

definePage({
  data: {
    /** new: nobody here leads a school yet. */
    face: '' as '' | 'new' | 'school',
    fields: FIELDS,
    values: { code: '', schoolName: '', principalName: '' } as Record<Field, string>,
    kinds: KINDS,
    kind: 'primary' as SchoolKind,
    view: null as SchoolView | null,
    leads: false,
  },
  query: { code: '' },
  loadsOnShow: true,
  reads: 'school.read',

  onLoad() {
    this.setData({ 'values.code': this.query.code })
  },
  ask() {
    const schoolId = currentIdentity()?.schoolId
    return schoolId ? { schoolId } : undefined
  },
  present(school) {
    return { view: presentSchool(school), face: 'school', leads: currentIdentity()?.role === 'principal' }
  },
  async load() {
    const session = await openSession()
    switchTo(({ role }) => isLeader(role))
    if (session.ok && !isLeader(currentIdentity()?.role)) return this.setData({ face: 'new', 'frame.view': 'ready' })
    await this.read()
  },

  onField(event: WechatMiniprogram.Input) {
    const field = event.currentTarget.dataset['field'] as Field
    this.setData({ [`values.${field}`]: event.detail.value, refusal: null })
  },
  onKind(event: ToldEvent<{ value: SchoolKind }>) {
    this.setData({ kind: event.detail.value })
  },
  async onActivate() {
    const { values, kind } = this.data
    const missing = FIELDS.find(({ key }) => !values[key].trim())
    if (missing) return this.setData({ refusal: plainRefusal(`还缺${missing.label}。`) })
    const { code, schoolName, principalName } = values
    const opened = await this.act(() =>
      activate({
        code: code.trim(),
        consent: true,
        schoolName: schoolName.trim(),
        kind,
        principalName: principalName.trim(),
      }),
    )
    if (!opened) return
    await refreshSession()
    chooseIdentity(opened.identity.key)
    this.setData({ refusal: null, 'frame.view': 'waiting' })
    await this.load()
  },
  onWay() {
    this.setData({ refusal: null })
  },

  onImport() {
    const schoolId = currentIdentity()?.schoolId
    if (schoolId) openPage(ROUTES.schoolImport({ schoolId }))
  },
  /** Each step is one tap away from where it is done. */
  onStep(event: TapEvent) {
    const schoolId = currentIdentity()?.schoolId
    if (!schoolId) return
    const key = event.currentTarget.dataset['key'] as StepKey
    if (key === 'school') return this.data.leads ? this.onPhone() : undefined
    openPage(
      {
        calendar: ROUTES.calendar({ schoolId }),
        pact: ROUTES.pact({ schoolId }),
        classes: ROUTES.schoolImport({ schoolId }),
        heads: ROUTES.heads({ schoolId }),
        roster: ROUTES.schoolImport({ schoolId }),
      }[key],
    )
  },
  async onPrint() {
    const schoolId = currentIdentity()?.schoolId
    if (schoolId) await this.act(() => openPages({ schoolId, of: 'families' }))
  },
  onRegisters() {
    const schoolId = currentIdentity()?.schoolId
    if (schoolId) openPage(ROUTES.registerSettings({ schoolId }))
  },
  onYear() {
    const schoolId = currentIdentity()?.schoolId
    if (schoolId) openPage(ROUTES.schoolYear({ schoolId }))
  },
  onPurge() {
    const schoolId = currentIdentity()?.schoolId
    if (schoolId) openPage(ROUTES.purge({ schoolId }))
  },
  /** Families reach this number in two taps; an empty one takes it back. */
  async onPhone() {
    const schoolId = currentIdentity()?.schoolId
    const written = await askPhone('校长室电话', this.data.view?.phone ?? '')
    if (!schoolId || written === undefined) return
    if (!written.ok) return this.setData({ refusal: written.refusal })
    const reply = await updateSchool({ schoolId, phone: written.phone })
    if (!reply.ok) return this.refuse(reply.error)
    this.setData({ 'view.phone': written.phone, refusal: null })
  },
  onPrivacy() {
    openPage(ROUTES.privacy())
  },
  /** A class without a head teacher: ask one in. Else its members. */
  onClass(event: TapEvent) {
    const { id: classId, missing } = event.currentTarget.dataset as { id: string; missing: boolean }
    openPage(missing ? ROUTES.classInvite({ classId, as: 'head_teacher' }) : ROUTES.members({ classId }))
  },
})
