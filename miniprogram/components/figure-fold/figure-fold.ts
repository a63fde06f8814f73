// Decides how somebody's figures are a line until one wants them one by one.
import type { FoldView } from '../../domains/statistics/rows'

Component({
  options: { virtualHost: true },
  properties: {
    fold: { type: Object, value: { key: '', name: '', sub: '', text: '', rows: [] } as FoldView },
    open: { type: Boolean, value: false },
  },
  methods: {
    onFold() {
      this.triggerEvent('fold', { key: this.data.open ? '' : this.data.fold.key })
    },
  },
})
