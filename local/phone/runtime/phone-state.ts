// Decides what a phone can be set to, and what is handed to it or comes from it.

/** What a test or the desk hands to the phone before the app asks for it. */
export interface Inbox {
  media: { name: string; base64: string }[]
  files: { name: string; base64: string }[]
  scans: string[]
  subscriptions: Record<string, string>[]
  modals: boolean[]
  sheets: number[]
}

/** The phone's switches. */
export interface PhoneState {
  theme: 'light' | 'dark'
  fontScale: number
  online: boolean
  privacyAgreed: boolean
  /** What the person has let the app do, or not, by WeChat's scope. */
  permissions: Partial<Record<string, boolean>>
}

export interface ShareCard {
  title: string
  path: string
  imageUrl: string
}
