// Decides that every chart asks a question, and can be read as sentences instead of seen.
Component({
  options: { multipleSlots: false, virtualHost: true },
  properties: {
    question: { type: String, value: '' },
    /** What the chart says; also its label for a screen reader. */
    text: { type: Array, value: [] as string[] },
  },
  data: { reading: false, label: '' },
  observers: {
    text(text: string[]) {
      this.setData({ label: text.join('。') })
    },
  },
  methods: {
    toggle() {
      this.setData({ reading: !this.data.reading })
    },
  },
})
