// Decides how the fields of a kind are written: items of a fee, grounds, numbers, what the principal is asked.
import { PRAISE_GROUNDS, limits } from '@class-pact/core/contract'
import type { NoticeKind, PraiseGround } from '@class-pact/core/contract'
import { startFields } from '../../../../../domains/notice/field-form'
import type { FieldForm, ItemForm } from '../../../../../domains/notice/field-form'
import { formatFen } from '../../../../../domains/notice/field-lines'
import { GROUND_WORDS, SOURCE_WORDS } from '../../../../../domains/notice/words'
import { readYuan } from '../../../../../domains/notice/field-form'
import type { Card } from '../../cards'

/** Longest amount one can type: 100000.00 */
const YUAN_MAX = 9
const ISSUE_DIGITS = 4

/** What all families pay, as it is typed; '' until there is something. */
function sayTotal(items: readonly ItemForm[]): string {
  const due = items.reduce((sum, { yuan, optional }) => sum + (optional ? 0 : (readYuan(yuan) ?? 0)), 0)
  return due > 0 ? formatFen(due) : ''
}

Component({
  options: { virtualHost: true },
  properties: {
    kind: { type: String, value: 'notice' as NoticeKind },
    fields: { type: Object, value: startFields() },
    /** A leader chooses in whose name. */
    isLeader: { type: Boolean, value: false },
    /** The activity is told too late: the principal may be asked. */
    asksException: { type: Boolean, value: false },
    /** An appeal was found, and a principal writes: the bureau's number. */
    asksPermission: { type: Boolean, value: false },
    cards: { type: Array, value: [] as Card[] },
    focus: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: {
    /** What the inputs start with: while one types, the words live in the form. */
    shown: startFields(),
    total: '',
    canAdd: true,
    grounds: PRAISE_GROUNDS.map((value) => ({ value, label: GROUND_WORDS[value] })),
    sources: [
      { value: 'school', label: SOURCE_WORDS.school },
      { value: 'bureau', label: SOURCE_WORDS.bureau },
    ],
    max: {
      ...{ name: limits.FEE_ITEM_MAX, yuan: YUAN_MAX, basis: limits.FEE_BASIS_MAX, issue: ISSUE_DIGITS },
      ...{ permission: limits.PERMISSION_MAX, reason: limits.EXCEPTION_REASON_MAX },
    },
    /** What was told last, of which nothing is drawn. */
    _latest: '',
  },
  observers: {
    fields(fields: FieldForm) {
      if (JSON.stringify(fields) !== this.data._latest) this.show(fields)
    },
  },
  methods: {
    show(fields: FieldForm) {
      const { items } = fields
      const _latest = JSON.stringify(fields)
      this.setData({ shown: fields, _latest, total: sayTotal(items), canAdd: items.length < limits.FEE_ITEMS_MAX })
    },
    current(): FieldForm {
      return JSON.parse(this.data._latest || JSON.stringify(this.data.shown)) as FieldForm
    },
    /** Words that are typed do not come back into their input. */
    tell(fields: FieldForm, typing: boolean) {
      if (typing) this.setData({ _latest: JSON.stringify(fields), total: sayTotal(fields.items) })
      else this.show(fields)
      this.triggerEvent('part', { patch: { fields }, typing })
    },
    onWords(event: WechatMiniprogram.Input) {
      const name = event.currentTarget.dataset['name'] as 'basis' | 'issue' | 'permission' | 'reason'
      this.tell({ ...this.current(), [name]: event.detail.value }, true)
    },
    onItem(event: WechatMiniprogram.Input) {
      const { index, name } = event.currentTarget.dataset as { index: number; name: 'name' | 'yuan' }
      this.tell(this.withItem(index, { [name]: event.detail.value }), true)
    },
    onOptional(event: TapEvent) {
      const index = Number(event.currentTarget.dataset['index'])
      this.tell(this.withItem(index, { optional: !this.current().items[index]?.optional }), false)
    },
    withItem(index: number, patch: Partial<ItemForm>): FieldForm {
      const fields = this.current()
      return { ...fields, items: fields.items.map((each, at) => (at === index ? { ...each, ...patch } : each)) }
    },
    onAdd() {
      const fields = this.current()
      const key = Math.max(0, ...fields.items.map((each) => each.key)) + 1
      this.tell({ ...fields, items: [...fields.items, { key, name: '', yuan: '', optional: false }] }, false)
    },
    onRemove(event: TapEvent) {
      const fields = this.current()
      const index = Number(event.currentTarget.dataset['index'])
      this.tell({ ...fields, items: fields.items.filter((_, at) => at !== index) }, false)
    },
    onGround(event: ToldEvent<{ value: PraiseGround }>) {
      this.tell({ ...this.current(), ground: event.detail.value }, false)
    },
    onSource(event: ToldEvent<{ value: string }>) {
      this.tell({ ...this.current(), bureau: event.detail.value === 'bureau' }, false)
    },
    onWay(event: ToldEvent<object>) {
      this.triggerEvent('way', event.detail)
    },
  },
})
