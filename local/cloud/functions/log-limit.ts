// Decides how much one invocation may write into its log: what is above is left out, so that nobody waits for it.
import { MAX_LOG_BYTES } from '../limits'

type Done = (error?: Error | null) => void

/** Limits both streams of this worker together. @returns begins the log of the next invocation */
export function limitLog(): () => void {
  let left = MAX_LOG_BYTES
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    stream.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done): boolean => {
      const [format, finish] = typeof encoding === 'function' ? [undefined, encoding] : [encoding, done]
      if (left > 0) {
        left -= Buffer.byteLength(chunk)
        return write(left > 0 ? chunk : CUT, format, finish)
      }
      if (finish) process.nextTick(finish)
      return true
    }
  }
  return () => {
    left = MAX_LOG_BYTES
  }
}

const CUT = `… the rest of this log is left out: more than ${MAX_LOG_BYTES} bytes\n`
