const plugin = requirePlugin('their-plugin')
const database = wx.cloud.database()
const { command } = database
plugin.start({ key: 1 }).then
Page({
  query(given) {
    const odd = { nothing: undefined, null: null, object: {}, page: this }
    return new Promise((resolve) =>
      wx
        .createSelectorQuery()
        .in(odd[given])
        .select('#box')
        .boundingClientRect()
        .exec(([box]) => resolve(box && box.width)),
    )
  },
  select(selector) {
    return new Promise((resolve) =>
      wx
        .createSelectorQuery()
        .select(selector)
        .boundingClientRect()
        .selectAll(selector)
        .boundingClientRect()
        .exec(resolve),
    )
  },
  ask(name, options = {}) {
    return new Promise((resolve) => {
      const heard = []
      const given = wx[name]({
        ...options,
        success: (result) => heard.push(['success', result]),
        fail: (result) => heard.push(['fail', result]),
        complete: (result) => resolve({ heard, complete: { ...result }, given: typeof given, called: wx[name].name }),
      })
    })
  },
  /** Calls every documented name as careless apps do: without anything, and with call-backs. */
  async everything(names) {
    const thrown = []
    for (const name of names)
      for (const args of [[], [{ success() {}, fail() {} }], [() => undefined], ['word']])
        try {
          const result = wx[name](...args)
          if (result && typeof result === 'object' && !result.then)
            for (const key of Object.keys(result)) if (typeof result[key] === 'function') result[key]()
        } catch (error) {
          thrown.push(`${name}: ${error.message}`)
        }
    return thrown
  },
  managers() {
    const audio = wx.createInnerAudioContext()
    audio.src = 'a.mp3'
    audio.onPlay(() => undefined)
    audio.play()
    wx.getRecorderManager().start({ duration: 1 })
    wx.createMapContext('map').moveToLocation()
    wx.onLocationChange(() => undefined)
    const { level } = wx.getBatteryInfoSync()
    return {
      src: audio.src,
      paused: audio.paused,
      level,
      has: 'getLocation' in wx,
      same: wx.getLocation === wx.getLocation,
    }
  },
  database() {
    return database
      .collection('a')
      .where({ b: command.gt(1) })
      .get()
      .then(
        () => 'answered',
        (error) => error.errMsg,
      )
  },
  socket() {
    return new Promise((resolve) => {
      const heard = []
      const task = wx.connectSocket({ url: 'wss://example.com', fail: ({ errMsg }) => heard.push(errMsg) })
      task.onError(({ errMsg }) => resolve([...heard, errMsg]))
    })
  },
  abort() {
    return new Promise((resolve) => {
      const task = wx.request({ url: 'https://example.com/slow', fail: ({ errMsg }) => resolve(errMsg) })
      task.abort()
    })
  },
  stream(url) {
    return new Promise((resolve) => {
      const heard = []
      const task = wx.request({
        url,
        enableChunked: true,
        complete: ({ errMsg, data }) => resolve({ heard, errMsg, data }),
      })
      task.onHeadersReceived(({ header }) => heard.push(header['x-mark']))
      task.onChunkReceived(({ data }) => heard.push(data.byteLength))
    })
  },
  download(url) {
    return new Promise((resolve, reject) =>
      wx.downloadFile({
        url,
        success: ({ tempFilePath }) => resolve(wx.getFileSystemManager().readFileSync(tempFilePath, 'utf-8')),
        fail: reject,
      }),
    )
  },
  upload(url) {
    const filePath = `${wx.env.USER_DATA_PATH}/a.txt`
    wx.getFileSystemManager().writeFileSync(filePath, 'content')
    return new Promise((resolve, reject) =>
      wx.uploadFile({
        url,
        filePath,
        name: 'it',
        formData: { a: 1 },
        success: ({ data }) => resolve(data),
        fail: reject,
      }),
    )
  },
})
