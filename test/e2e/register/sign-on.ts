// Decides how a test signs its name: with the finger, on the pad of the page that is open.
import type { Element, Phone } from '../main-job/phone'

export async function signOn(phone: Phone): Promise<void> {
  const pad = await phone.find(['form-fill', 'signature-pad', 'canvas'])
  const { left, top } = await (pad as Element & { offset(): Promise<{ left: number; top: number }> }).offset()
  const touch = (x: number, y: number) => {
    const point = { identifier: 1, pageX: left + x, pageY: top + y, clientX: left + x, clientY: top + y }
    return { touches: [point], changedTouches: [point] }
  }
  await pad.touchstart(touch(60, 40))
  for (let step = 1; step <= 12; step += 1) await pad.touchmove(touch(60 + step * 12, 40 + Math.sin(step) * 30))
  await pad.touchend(touch(204, 40))
}
