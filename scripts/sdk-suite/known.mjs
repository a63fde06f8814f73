// Decides which cases of the SDK's public tests cannot pass here, and why; the table in local/cloud/README.md says the same.

/** By "file: full name of the case". */
export const KNOWN = {
  'index.test.ts: test/index.test.ts 验证throwOnCode':
    'The installed SDK takes throwOnCode by setThrowOnCode() and no longer from init(): the code that the case expects arrives, as an exception.',
}
