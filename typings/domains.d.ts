// Decides what the build makes of the folders in cloudfunctions/domains: one list for each caller (scripts/build.mjs).

/** `actions.ts` of every domain that has one. */
declare module 'domains:actions' {
  import type { Served } from '../cloudfunctions/common/call/handlers'
  export const domains: Served[]
}

/** `exports.ts` of every domain that has one. */
declare module 'domains:exports' {
  import type { Served } from '../cloudfunctions/common/call/handlers'
  export const domains: Served[]
}

/** `steps.ts` of every domain that has one. */
declare module 'domains:steps' {
  import type { Steps } from '../cloudfunctions/common/call/duties'
  export const domains: Steps[]
}

/** `personal.ts` of every domain that has one. */
declare module 'domains:personal' {
  import type { Personal } from '../cloudfunctions/common/call/personal'
  export const domains: Personal[]
}

/** `manifest.ts` of every domain. */
declare module 'domains:manifests' {
  import type { Manifest } from '../cloudfunctions/common/call/manifest'
  export const domains: Manifest[]
}
