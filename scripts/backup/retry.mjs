// Decides what is tried again: whatever may be better in a moment, a few times, each a little later than the last.

const TRIES = 6
const FIRST_PAUSE_MS = 250
/** What stays wrong however often one asks: a wrong question, a wrong key, something that is there, or is not. */
const PERMANENT = /INVALID|^SIGN_|AUTH|PERMISSION|CREDENTIAL|COLLECTION_NOT_EXIST|NONEXIST|DUPLICATE/

/** Two documents with one id, or two that a unique index equates: in both words that the cloud has for it. */
export const isDuplicate = ({ code, message }) => /E11000|DATABASE_DUPLICATE_WRITE/.test(`${code} ${message}`)

const isPermanent = (error) => PERMANENT.test(error.code ?? '') || isDuplicate(error)

/** The SDK answers some failures instead of throwing them; here every failure is thrown. */
export async function retry(work, pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))) {
  for (let tried = 1; ; tried++) {
    try {
      const answer = await work()
      if (answer?.code && answer.code !== 'SUCCESS')
        throw Object.assign(new Error(answer.message), { code: answer.code })
      return answer
    } catch (error) {
      if (tried === TRIES || isPermanent(error)) throw error
      // Half of the pause is chance: calls that failed together do not come back together.
      await pause(FIRST_PAUSE_MS * 2 ** (tried - 1) * (0.5 + Math.random() / 2))
    }
  }
}
