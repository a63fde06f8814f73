Page({
  heard: [],
  onLoad() {
    this.channel = this.getOpenerEventChannel()
    this.kinds = Object.keys(this.channel).length === 0 && !this.channel.emit
    if (this.kinds) return
    this.channel.emit('loading', 'while it loads')
    const off = () => this.heard.push(['off'])
    this.channel.on('off', off)
    this.channel.off('off', off)
    this.channel.once('once', (number) => this.heard.push(['once', number]))
  },
  listen() {
    if (this.kinds) return 'empty'
    for (const name of ['first', 'second']) this.channel.on('kept', (...args) => this.heard.push([name, ...args]))
    this.channel.emit('later', 1, 2)
    return this.heard.splice(0)
  },
  take() {
    return this.heard.splice(0)
  },
  onUnload() {
    if (!this.kinds) this.channel.emit('gone')
  },
})
