// Decides the sunk bar for what is no fault: quiet hours (moon), no network (cloud). One sentence, at most one link.
Component({
  options: { virtualHost: true },
  properties: {
    icon: { type: String, value: 'moon' },
    sentence: { type: String, value: '' },
    link: { type: String, value: '' },
  },
  methods: {
    onLink() {
      this.triggerEvent('link')
    },
  },
})
