// Decides how a DOM element knows the framework's node behind it.
import type { glassEasel } from 'glass-easel-miniprogram-adapter'

/** A DOM element with the framework's node behind it. */
export interface BackedElement extends HTMLElement {
  __wxElement?: glassEasel.Element
}
