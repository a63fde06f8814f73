// Decides what passes from the compiler (Node) to the runtime (browser): one compiled mini program, as plain data.

import type { PhoneSize } from './phone-models'

/** A fault in the mini program's own files, with its place. */
export interface Problem {
  /** Path inside the mini program, e.g. `pages/today/today.wxml`. */
  file: string
  line?: number
  column?: number
  message: string
}

/** The `window` part of app.json, and the same keys in a page's JSON. */
export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: string
  backgroundColor?: string
  backgroundTextStyle?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
}

export interface TabBarItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBarConfig {
  custom?: boolean
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: string
  list: TabBarItem[]
}

export interface AppConfig {
  pages: string[]
  window?: WindowConfig
  tabBar?: TabBarConfig
  darkmode?: boolean
  themeLocation?: string
  permission?: Record<string, unknown>
}

/** A page or a component after its JSON is read and its references are resolved. */
export interface Unit {
  path: string
  isPage: boolean
  /** The page's window settings; empty for a component. */
  window: WindowConfig
  /** Tag → unit path, without a leading slash. */
  using: Record<string, string>
  /** Tags whose component was not found: told already, and drawn as boxes. */
  missing: string[]
  generics: Record<string, true | { default?: string }>
  placeholders: Record<string, string>
  component: boolean
  styleIsolation?: string
  /** Style scope name; absent when the unit shares the app's scope. */
  scope?: string
  pureDataPattern?: string
  /** Path of the unit's script among the modules. */
  script?: string
}

export type ThemeVariables = Record<string, string>

/** Everything of one mini program but its templates, which are executable. */
export interface CompiledApp {
  app: AppConfig
  appId: string
  /** All pages, the main package's first. */
  pages: string[]
  units: Record<string, Unit>
  appScript?: string
  customTabBar?: string
  /** Module path → CommonJS source. */
  modules: Record<string, string>
  /** Unit path (or `app`) → CSS. */
  styles: Record<string, string>
  theme: { light: ThemeVariables; dark: ThemeVariables }
  problems: Problem[]
}

/** What one phone is told at its start. */
export interface PhoneSettings {
  id: string
  openid: string
  label: string
  path?: string
  query?: string
  theme: 'light' | 'dark'
  fontScale: number
  size: PhoneSize
  /** True where a person uses the phone: panels wait for an answer instead of taking the usual one. */
  interactive: boolean
  /** Separates one run's storage from the next. */
  run: string
}
