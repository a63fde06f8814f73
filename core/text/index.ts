// Text as people write it, made comparable, with every finding tied to the words that were written.
export { readText } from './text'
export type { Text } from './text'
export { writtenRange } from './view'
export type { Range, View } from './view'
