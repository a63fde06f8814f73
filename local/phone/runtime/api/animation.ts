// Decides wx.createAnimation: a description of steps that a component's `animation` property plays.
import type { WxTable } from './define-api'

/** One step: what changes, and how. */
export interface AnimationStep {
  transform: string
  styles: Record<string, string>
  duration: number
  timingFunction: string
  delay: number
  transformOrigin: string
}
type StepOptions = Partial<Pick<AnimationStep, 'duration' | 'timingFunction' | 'delay' | 'transformOrigin'>>

const DEFAULTS = { duration: 400, timingFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0' }
const LENGTHS = ['width', 'height', 'left', 'right', 'top', 'bottom']
const MOVES = ['translate', 'translateX', 'translateY', 'translateZ', 'translate3d']
const TURNS = ['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skew', 'skewX', 'skewY']
const SIZES = ['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'matrix', 'matrix3d']

export function animationApi(): WxTable {
  return { createAnimation: (options: StepOptions = {}) => createAnimation(options) }
}

/** 「Animation」: calls collect, `step` closes a group, `export` hands over and forgets the steps. */
function createAnimation(options: StepOptions): Record<string, unknown> {
  const steps: AnimationStep[] = []
  const transforms = new Map<string, string>()
  let styles: Record<string, string> = {}
  const animation: Record<string, unknown> = {
    step(own: StepOptions = {}) {
      steps.push({ ...DEFAULTS, ...options, ...own, transform: [...transforms.values()].join(' '), styles })
      styles = {}
      return animation
    },
    export: () => ({ actions: steps.splice(0) }),
  }
  const length = (value: unknown) => (typeof value === 'number' ? `${value}px` : String(value))
  const addStyle = (name: string, write: (value: unknown) => string) => {
    animation[name] = (value: unknown) => {
      styles = { ...styles, [name]: write(value) }
      return animation
    }
  }
  const addTransform = (name: string, write: (value: unknown) => string) => {
    animation[name] = (...values: unknown[]) => {
      transforms.set(name, `${name}(${values.map(write).join(', ')})`)
      return animation
    }
  }
  addStyle('opacity', String)
  addStyle('backgroundColor', String)
  for (const name of LENGTHS) addStyle(name, length)
  for (const name of MOVES) addTransform(name, length)
  for (const name of TURNS) addTransform(name, (value) => `${Number(value)}deg`)
  for (const name of SIZES) addTransform(name, String)
  return animation
}
