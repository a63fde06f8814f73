// Decides what a line tells: who was told how by whom and when, what was taken back, and how to correct it (N06).
import type { RowView } from '../../present'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    row: { type: Object, optionalTypes: [null], value: null as RowView | null },
    canAct: { type: Boolean, value: false },
  },
  methods: {
    onPress() {
      const row = this.data.row as RowView | null
      this.triggerEvent(row?.state === 'signed' ? 'proof' : 'correct')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
