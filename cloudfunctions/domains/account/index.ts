// What other domains may use of account.
export { movesFrom, movesIn } from './moves'
