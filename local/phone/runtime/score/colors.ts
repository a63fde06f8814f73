// Decides how readable one colour is on another: WCAG's contrast, which 「合理的颜色搭配」 uses.

/** Red, green, blue 0–255, and how opaque 0–1. */
export interface Color {
  r: number
  g: number
  b: number
  a: number
}

export const WHITE: Color = { r: 255, g: 255, b: 255, a: 1 }

/** Every colour in a computed value: `rgb(…)`, `rgba(…)`, `color(srgb …)`. */
export function readColors(value: string): Color[] {
  return [...value.matchAll(/rgba?\(([^)]*)\)|color\(srgb ([^)]*)\)/g)].map(([, classic, modern]) => {
    const numbers = (classic ?? modern ?? '').split(/[\s,/]+/).filter(Boolean)
    const [r = 0, g = 0, b = 0, a = 1] = numbers.map((part) => (part.endsWith('%') ? parseFloat(part) / 100 : +part))
    const scale = classic === undefined ? 255 : 1
    return { r: r * scale, g: g * scale, b: b * scale, a }
  })
}

/** What is seen when one colour lies over another. */
export function layOver(above: Color, below: Color): Color {
  const mix = (x: number, y: number) => x * above.a + y * (1 - above.a)
  return { r: mix(above.r, below.r), g: mix(above.g, below.g), b: mix(above.b, below.b), a: 1 }
}

/** From 1 (the same) to 21 (black on white). */
export function contrastOf(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance({ r, g, b }: Color): number {
  const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * x + 0.7152 * y + 0.0722 * z
}
