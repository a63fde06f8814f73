// Decides how nothing looks: one icon, one sentence, at most one way on.
Component({
  options: { virtualHost: true },
  properties: {
    icon: { type: String, value: 'notice' },
    sentence: { type: String, value: '' },
    action: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action')
    },
  },
})
