// Decides what rules use of the neighbouring domains; a domain is reached by its index only, from the domain's own folder.
export * from '../calendar'
export { CARD_FORMATS } from '../family'
export * from '../text'
