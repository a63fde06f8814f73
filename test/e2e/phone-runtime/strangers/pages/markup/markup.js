Page({
  data: { word: 'word', some: { a: { b: 'c' } }, no: false },
  onInfo({ detail }) {
    this.info = detail
  },
  read() {
    return this.info
  },
  legacy() {
    return new Promise((resolve) => {
      const context = wx.createCanvasContext('old')
      context.setFillStyle('red')
      context.fillRect(0, 0, 1, 1)
      context.fillStyle = 'blue'
      const gradient = context.createLinearGradient(0, 0, 1, 1)
      gradient.addColorStop(0, 'red')
      const { width } = context.measureText('words')
      context.draw(false, () => resolve({ width, style: context.fillStyle }))
    })
  },
  webgl() {
    return new Promise((resolve) =>
      this.createSelectorQuery()
        .select('#gl')
        .fields({ node: true, size: true })
        .exec(([{ node, width }]) => {
          const gl = node.getContext('webgl')
          gl.clearColor(0, 0, 0, 1)
          gl.clear(gl.COLOR_BUFFER_BIT)
          resolve({ width, drawn: gl.drawArrays(gl.TRIANGLES, 0, 3) === undefined })
        }),
    )
  },
})
