// Decides the round green seal on a signed slip: who, 已签, when.
Component({
  options: { virtualHost: true },
  properties: {
    who: { type: String, value: '' },
    word: { type: String, value: '已签' },
    when: { type: String, value: '' },
    /** Pressed on just now: it lands once. */
    fresh: { type: Boolean, value: false },
  },
})
