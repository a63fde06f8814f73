App({
  onLaunch() {
    wx.createSelectorQuery().select('#none').boundingClientRect().exec()
  },
})
