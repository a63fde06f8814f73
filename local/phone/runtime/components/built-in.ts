// Decides what a built-in component of this phone is.
import type { BuiltInOf } from '../engine/built-in'
import type { PhoneParts } from '../phone-parts'

export type BuiltIn = BuiltInOf<PhoneParts>
