Component({
  properties: { run: null, word: String, item: Object },
  methods: {
    call(number) {
      return this.data.run(number)
    },
  },
})
