// Decides the sizes of the phone's furniture, in px.
import { PHONE_MODELS, type PhoneSize } from '../../phone-models'

export const NAVIGATION_BAR = 44

/** The capsule: 87 × 32, 6 below the status bar, 7 from the right edge. */
const CAPSULE = { width: 87, height: 32, right: 7 }
const CAPSULE_GAP = 6

export interface Metrics {
  model: string
  statusBar: number
  homeIndicator: number
  capsule: { width: number; height: number; top: number; right: number }
}

export function measureFurniture(size: PhoneSize): Metrics {
  const { model, statusBar, homeIndicator } = PHONE_MODELS[size]
  return { model, statusBar, homeIndicator, capsule: { ...CAPSULE, top: statusBar + CAPSULE_GAP } }
}
