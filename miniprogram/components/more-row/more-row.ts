// Decides the line under a list that has more than is shown: how many there are, and one tap brings the next.
Component({
  options: { virtualHost: true },
  properties: {
    /** How many are not shown; nothing is left, nothing is said. */
    left: { type: Number, value: 0 },
    unit: { type: String, value: '条' },
    /** Instead, where nobody has counted. */
    sentence: { type: String, value: '' },
  },
  methods: {
    onMore() {
      this.triggerEvent('more')
    },
  },
})
