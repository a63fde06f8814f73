// Decides what stands where content will come: quiet bars, no movement.
Component({
  options: { virtualHost: true },
  properties: { rows: { type: Number, value: 4 } },
})
