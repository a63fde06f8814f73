// Decides how a panel rises from the bottom: title, close, content, and a dock of its own if it needs one.
Component({
  options: { virtualHost: true, multipleSlots: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** The page stacks from ×1.3: so does the panel, which hangs outside the page's frame. */
    large: { type: Boolean, value: false },
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
