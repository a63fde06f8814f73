// Decides which addresses of files open, and until when: signed ones, as in the cloud.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { MAX_ADDRESS_AGE_S } from '../limits'

export class Addresses {
  private readonly key = randomBytes(32)

  constructor(
    private readonly now: () => number,
    readonly base: () => string,
    private readonly isPublic: (path: string) => boolean,
  ) {}

  /** Where a file is read. Its path is not escaped, as in the cloud: the SDKs escape it themselves, and twice is once too often. */
  toRead(path: string, maxAge: number): string {
    const address = `${this.base()}/cos/${path}`
    if (this.isPublic(path)) return address
    const until = Math.floor(this.now() / 1000) + Math.min(maxAge, MAX_ADDRESS_AGE_S)
    return `${address}?sign=${this.sign('GET', path, until)}&t=${until}`
  }

  mayRead(path: string, query: URLSearchParams): boolean {
    return this.isPublic(path) || this.fits('GET', path, query.get('sign') ?? '', Number(query.get('t')))
  }

  /** Where a file is put: an address with every part escaped, and what has to go along in the header `Signature`. */
  toWrite(path: string): { url: string; authorization: string } {
    const until = Math.floor(this.now() / 1000) + MAX_ADDRESS_AGE_S
    return {
      url: `${this.base()}/cos/${path.split('/').map(encodeURIComponent).join('/')}`,
      authorization: `${this.sign('PUT', path, until)}.${until}`,
    }
  }

  mayWrite(path: string, authorization: string): boolean {
    const [sign = '', until] = authorization.split('.')
    return this.fits('PUT', path, sign, Number(until))
  }

  private sign(method: string, path: string, until: number): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([method, path, until]))
      .digest('hex')
  }

  private fits(method: string, path: string, sign: string, until: number): boolean {
    const expected = Buffer.from(this.sign(method, path, until))
    const given = Buffer.from(sign)
    return given.length === expected.length && timingSafeEqual(given, expected) && this.now() < until * 1000
  }
}
