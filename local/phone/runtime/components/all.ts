// Decides the list of WeChat's own components; built-in-tags.ts names the same ones for the compiler.
import type { BuiltIn } from './built-in'
import { button } from './button'
import { choices } from './choices'
import { coverView, matchMedia, rootPortal, span, text, view } from './containers'
import { form, label } from './form'
import { input, textarea } from './input'
import { movableArea, movableView } from './movable'
import { navigator } from './navigator'
import { navigationBar, pageContainer, pageMeta } from './page-settings'
import { openData } from './open-data'
import { picker } from './picker'
import { pickerView, pickerViewColumn } from './picker-view'
import { canvas, coverImage, icon, image } from './pictures'
import { scrollView } from './scroll-view'
import { swiper, swiperItem } from './swiper'
import { progress, richText, slider } from './values'

export const BUILT_INS: BuiltIn[] = [
  ...choices,
  button,
  canvas,
  coverImage,
  coverView,
  form,
  icon,
  image,
  input,
  label,
  matchMedia,
  movableArea,
  movableView,
  navigationBar,
  navigator,
  openData,
  pageContainer,
  pageMeta,
  picker,
  pickerView,
  pickerViewColumn,
  progress,
  richText,
  rootPortal,
  scrollView,
  slider,
  span,
  swiper,
  swiperItem,
  text,
  textarea,
  view,
]
