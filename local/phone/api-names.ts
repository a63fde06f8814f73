// Decides what passes from WeChat's type declarations to the phone: names, and the shape of what they give back.

/** `string`, `number`, `boolean`, `void`, `array`, `promise`, `any`, or the name of an interface; a method begins with `()`. */
export type ApiType = string

/** What WeChat's own type declarations say. */
export interface ApiNames {
  /** Every name under `wx`. */
  all: Record<string, ApiType>
  /** The interfaces that these give back. */
  types: Record<string, Record<string, ApiType>>
  /** Names marked as deprecated or no longer maintained. */
  deprecated: string[]
}
