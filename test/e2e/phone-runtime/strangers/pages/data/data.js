Page({
  data: { o: { x: 0 }, u: 'first', large: 'x', shown: 'yes', size: 20, gone: true },
  copy() {
    const o = { x: 1, f: () => 1, list: [1] }
    this.setData({ o })
    o.x = 2
    o.list.push(2)
    return { x: this.data.o.x, list: this.data.o.list, isFunction: this.data.o.f === o.f }
  },
  pass() {
    this.setData({ run: (number) => number * 2 })
    return this.selectComponent('#child').call(21)
  },
  forget() {
    this.setData({ u: undefined, shown: undefined, size: undefined, gone: undefined })
    return { has: 'u' in this.data, value: this.data.u === undefined }
  },
  remember: function () {
    this.setData({ u: 'second', shown: 'again' })
  },
  grow() {
    this.setData({ large: 'x'.repeat(2_000_000) })
    return this.data.large.length
  },
  cycle() {
    const cycle = {}
    cycle.self = cycle
    try {
      this.setData({ cycle })
      return 'taken'
    } catch (error) {
      return error.name
    }
  },
  nothing() {
    this.setData(null)
    this.setData()
    this.setData('word')
    return Object.keys(this.data)
  },
})
