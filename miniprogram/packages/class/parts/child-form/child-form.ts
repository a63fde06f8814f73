// Decides what is written of one child: name, number, 小名; of a new one also whom the school calls.
import type { Relation } from '@class-pact/core/contract'
import { RELATION_WORDS } from '../../../../services/words'

/** What the panel tells when it is sent; empty fields are empty. */
export interface WrittenChild {
  name: string
  no: string
  nickname: string
  relation: Relation
  phone: string
}
type Field = Exclude<keyof WrittenChild, 'relation'>

const RELATIONS = (Object.keys(RELATION_WORDS) as Relation[]).map((value) => ({ value, label: RELATION_WORDS[value] }))

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** What follows, above the button. */
    effect: { type: String, value: '' },
    act: { type: String, value: '' },
    /** As it is now. */
    name: { type: String, value: '' },
    no: { type: String, value: '' },
    nickname: { type: String, value: '' },
    /** Also whom the school calls. */
    withPhone: { type: Boolean, value: false },
    refusal: { type: Object, optionalTypes: [null], value: null as object | null },
    busy: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    relations: RELATIONS,
    written: { name: '', no: '', nickname: '', relation: 'mother', phone: '' } as WrittenChild,
  },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      const { name, no, nickname } = this.data
      this.setData({ written: { name, no, nickname, relation: 'mother', phone: '' } })
    },
  },
  methods: {
    onWrite(event: WechatMiniprogram.Input) {
      const field = event.currentTarget.dataset['field'] as Field
      this.setData({ [`written.${field}`]: event.detail.value.trim() })
    },
    onRelation(event: ToldEvent<{ value: Relation }>) {
      this.setData({ 'written.relation': event.detail.value })
    },
    onSend() {
      if (this.data.written.name) this.triggerEvent('send', this.data.written)
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
