import type zh from '../zh'
import alerts from './alerts'
import board from './board'
import desk from './desk'
import emergency from './emergency'
import region from './region'
import screen from './screen'
import wall from './wall'

/** Says all that the Chinese says, and no more. */
const en: typeof zh = { ...alerts, ...board, ...desk, ...emergency, ...region, ...screen, ...wall }

export default en
