// Decides a child's line on a staff list: number, name, state; on the right a call, a word, or the seal's pill.
Component({
  options: { virtualHost: true },
  properties: {
    no: { type: String, value: '' },
    name: { type: String, value: '' },
    state: { type: String, value: '' },
    /** call: [打电话]; stamp: the pill; word: plain text */
    end: { type: String, value: '' as '' | 'call' | 'stamp' | 'word' },
    endText: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  methods: {
    onCall() {
      if (!this.data.busy) this.triggerEvent('call')
    },
    onOpen() {
      this.triggerEvent('open')
    },
  },
})
