// Decides how long one test may take: each project of jest.config.mjs names its own limit.
declare const TIME_OUT_MS: number

jest.setTimeout(TIME_OUT_MS)
