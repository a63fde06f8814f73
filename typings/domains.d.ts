// Decides what the build makes of the folders in cloudfunctions/domains: one list for each caller (scripts/build.mjs).
// A module that only the build knows cannot import by a relative path; it can only name types by one.
/* eslint-disable @typescript-eslint/consistent-type-imports */

/** `actions.ts` of every domain that has one. */
declare module 'domains:actions' {
  export const domains: import('../cloudfunctions/common/call/handlers').Served[]
}

/** `exports.ts` of every domain that has one. */
declare module 'domains:exports' {
  export const domains: import('../cloudfunctions/common/call/handlers').Served[]
}

/** `writes.ts` of every domain that has one. */
declare module 'domains:writes' {
  export const domains: import('../cloudfunctions/common/call/handlers').Served[]
}

/** `steps.ts` of every domain that has one. */
declare module 'domains:steps' {
  export const domains: import('../cloudfunctions/common/call/duties').Steps[]
}

/** `personal.ts` of every domain that has one. */
declare module 'domains:personal' {
  export const domains: import('../cloudfunctions/common/call/personal').Personal[]
}

/** `manifest.ts` of every domain. */
declare module 'domains:manifests' {
  export const domains: import('../cloudfunctions/common/call/manifest').Manifest[]
}
