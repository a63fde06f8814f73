// Decides how a panel rises from the bottom: title, close, content, and a dock of its own if it needs one.
import { readInsets } from '../../services/screen'

Component({
  options: { virtualHost: true, multipleSlots: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** The page stacks from ×1.3: so does the panel, which hangs outside the page's frame. */
    large: { type: Boolean, value: false },
  },
  /** What WeChat's capsule takes above: known once the panel opens. */
  data: { top: 0 },
  observers: {
    visible(visible: boolean) {
      if (!visible || this.data.top) return
      const { statusBar, navRow } = readInsets()
      this.setData({ top: statusBar + navRow })
    },
  },
  methods: {
    onClose() {
      this.triggerEvent('close')
    },
    onVisibleChange(event: ToldEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close')
    },
  },
})
