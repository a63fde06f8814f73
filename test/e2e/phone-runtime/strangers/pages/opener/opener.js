Page({
  heard: [],
  open(how) {
    const note =
      (name) =>
      (...args) =>
        this.heard.push([name, ...args])
    return new Promise((resolve, reject) =>
      wx[how]({
        url: '/pages/opened/opened',
        events: { loading: note('loading'), later: note('later'), gone: note('gone') },
        success: ({ eventChannel }) => {
          if (!eventChannel) return resolve('no channel')
          eventChannel.on('own', note('own'))
          eventChannel.emit('own', 'to myself')
          eventChannel.emit('kept', 1, { two: 2 })
          eventChannel.emit('kept', 'again')
          eventChannel.emit('once', 1)
          eventChannel.emit('once', 2)
          eventChannel.emit('off', 'never')
          getApp().channel = eventChannel
          resolve('open')
        },
        fail: reject,
      }),
    )
  },
  take() {
    return this.heard.splice(0)
  },
})
