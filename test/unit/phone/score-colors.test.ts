// Decides that contrast is counted as WCAG does, also through glass.
import { contrastOf, layOver, readColors, WHITE } from '../../../local/phone/runtime/score/colors'

const [black, grey] = readColors('rgb(0, 0, 0) rgb(118, 118, 118)')

describe('the contrast of two colours', () => {
  test('given black and white, then it is 21; given the grey that just does, then 4.5', () => {
    expect(contrastOf(WHITE, black ?? WHITE)).toBe(21)
    expect(contrastOf(grey ?? WHITE, WHITE)).toBeCloseTo(4.54, 2)
  })
  test('given a colour that lets half through, then what is seen is in the middle', () => {
    const [glass] = readColors('rgba(0, 0, 0, 0.5)')
    expect(layOver(glass ?? WHITE, WHITE)).toEqual({ r: 127.5, g: 127.5, b: 127.5, a: 1 })
  })
  test('given colours in both notations of a computed value, then both are read', () => {
    expect(readColors('linear-gradient(rgb(1, 2, 3), color(srgb 1 0.5 0 / 0.25))')).toEqual([
      { r: 1, g: 2, b: 3, a: 1 },
      { r: 255, g: 127.5, b: 0, a: 0.25 },
    ])
  })
})
