// Decides how a kind, and a child or a class, are chosen: nothing changes before the green button (N12).
import type { ChipOption } from '../../../../components/choice-chips/choice-chips'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    kinds: { type: Array, value: [] as ChipOption[] },
    kind: { type: String, value: '' },
    of: { type: String, value: '' },
    /** Children or classes; a single one needs no choice. */
    ofWhom: { type: Array, value: [] as ChipOption[] },
    /** 孩子 or 班级 */
    whom: { type: String, value: '' },
  },
  data: { chosenKind: '', chosenOf: '' },
  observers: {
    'visible, kind, of'(visible: boolean, kind: string, of: string) {
      if (visible) this.setData({ chosenKind: kind, chosenOf: of })
    },
  },
  methods: {
    onKind(event: ToldEvent<{ value: string }>) {
      this.setData({ chosenKind: event.detail.value })
    },
    onOf(event: ToldEvent<{ value: string }>) {
      this.setData({ chosenOf: event.detail.value })
    },
    onClose() {
      this.triggerEvent('close')
    },
    onPress() {
      this.triggerEvent('choose', { kind: this.data.chosenKind, of: this.data.chosenOf })
    },
  },
})
