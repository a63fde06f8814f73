// Decides that no browser is left when the run of the tests is over.
export default async function endBrowser() {
  await globalThis.sharedBrowser?.close()
}
