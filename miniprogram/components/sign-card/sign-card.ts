// Decides the one piece of paper on 今天: what, for whom, till when.
Component({
  options: { virtualHost: true },
  properties: {
    kind: { type: String, value: '' },
    child: { type: String, value: '' },
    title: { type: String, value: '' },
    /** 9月2日18:00前签字 */
    due: { type: String, value: '' },
  },
  methods: {
    onOpen() {
      this.triggerEvent('open')
    },
  },
})
