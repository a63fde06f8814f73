// Decides how TDesign's icons are drawn without its CDN.
import postcss, { type Root } from 'postcss'

const ICON_SHEET = /tdesign-miniprogram\/icon\/icon\.wxss$/

/** Where the server offers `<glyph>.svg` of tdesign-icons-svg. */
const ICON_ADDRESS = '/icons/'

/** Replaces the font and its characters in TDesign's icon sheet; other sheets stay as they are. */
export function drawThemeIcons(file: string, sheet: Root): void {
  if (!ICON_SHEET.test(file)) return
  sheet.walkAtRules('font-face', (rule) => {
    rule.remove()
  })
  sheet.walkRules(/^\.t-icon-[-\w]+:before$/, (rule) => {
    const glyph = rule.selector.slice('.t-icon-'.length, -':before'.length)
    rule.removeAll()
    rule.append(...maskDeclarations(glyph))
  })
}

function maskDeclarations(glyph: string): postcss.ChildNode[] {
  const mask = `url(${ICON_ADDRESS}${glyph}.svg) center / contain no-repeat`
  const block = `content:"";display:block;width:1em;height:1em;background:currentColor;-webkit-mask:${mask};mask:${mask}`
  return postcss.parse(block).nodes
}
