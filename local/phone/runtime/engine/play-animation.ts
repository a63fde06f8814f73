// Decides how a component plays the steps that wx.createAnimation described: one transition after another.
import type { AnimationStep } from '../api/animation'

/** Plays steps on an element; what the last one set stays. */
export function playAnimation(element: HTMLElement, steps: AnimationStep[]): void {
  let start = 0
  for (const { transform, styles, duration, timingFunction, delay, transformOrigin } of steps) {
    window.setTimeout(() => {
      element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`
      element.style.transformOrigin = transformOrigin
      Object.assign(element.style, styles, transform && { transform })
    }, start)
    start += duration + delay
  }
}
